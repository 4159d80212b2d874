import CKernels
import Support

/// Which of OpenBLAS's kernels multiply matrices.
///
/// OpenBLAS chooses them when it is loaded, by a list of processors, and takes kernels of 2004 for one that is younger than
/// its list: products then run at a sixth to a third of their speed. The variable `OPENBLAS_CORETYPE` says otherwise, but
/// only from before the start, so a program that finds better ones has to start again.
package enum BLASKernels {
    /// The name of those in use, as OpenBLAS has it: `Prescott`, `Haswell`, `SkylakeX` and so on.
    package static var name: String { BLAS.kernelName }

    /// The value of `OPENBLAS_CORETYPE` that this processor should have in place of the kernels in use; nil if they are right.
    package static var better: String? {
        better(than: name, on: Instructions.here)
    }

    /// Sets of instructions, each with those before it.
    package enum Instructions: Int, Sendable {
        case basic, avx2, avx512

        package static let here = Instructions(rawValue: Int(npi_processor_instructions().rawValue)) ?? .basic
    }

    /// The value of `OPENBLAS_CORETYPE` for a processor with `instructions` where OpenBLAS chose the kernels `name`.
    package static func better(than name: String, on instructions: Instructions) -> String? {
        let used: Instructions =
            switch name.lowercased() {
            case "skylakex", "cooperlake", "sapphirerapids": .avx512
            // AMD's processors have the wide instructions since Zen 4, whose halves do no more at once.
            case "zen": .avx512
            case "haswell": .avx2
            default: .basic
            }
        guard instructions.rawValue > used.rawValue else { return nil }
        return instructions == .avx512 ? "SKYLAKEX" : "HASWELL"
    }

    /// Whether products agree with plain sums, for each of the three shapes of product that training uses: what must hold
    /// before kernels are trusted that OpenBLAS did not choose itself.
    package static var areRight: Bool {
        // Neither size is a multiple of what a kernel takes at once.
        let (m, n, k) = (37, 83, 45)
        var random = SeededGenerator(seed: 1)
        func matrix(_ count: Int) -> [Float] { (0..<count).map { _ in Float.random(in: -1...1, using: &random) } }
        let (a, b) = (matrix(m * k), matrix(n * k))
        var (direct, byTransposed, accumulated) =
            (
                [Float](repeating: 0, count: m * n), [Float](repeating: 0, count: m * n),
                [Float](repeating: 0, count: m * n)
            )
        BLAS.multiply(a, transposed: b, into: &direct, m: m, n: n, k: k)
        BLAS.multiply(a, by: transposed(b, rows: n), into: &byTransposed, m: m, n: n, k: k)
        BLAS.accumulate(
            transposed: transposed(a, rows: m), times: transposed(b, rows: n), into: &accumulated, m: m, n: n, k: k)
        for row in 0..<m {
            for column in 0..<n {
                let sum = (0..<k).reduce(Float(0)) { $0 + a[row * k + $1] * b[column * k + $1] }
                for product in [direct, byTransposed, accumulated] {
                    guard abs(product[row * n + column] - sum) < 1e-3 else { return false }
                }
            }
        }
        return true
    }

    private static func transposed(_ matrix: [Float], rows: Int) -> [Float] {
        let columns = matrix.count / rows
        return (0..<matrix.count).map { matrix[$0 % rows * columns + $0 / rows] }
    }
}
