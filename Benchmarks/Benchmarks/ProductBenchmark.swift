import CYardsticks
import NPIKit

/// The matrix products of training and of evaluation, on one core, against multiplying and adding on registers alone: what
/// share of the processor's peak they reach. Products slow on any machine, whoever makes them, cannot hide behind each other here.
struct ProductBenchmark {
    /// The bar: the products of a training step take at most this many times the processor's peak.
    static let bar = 3.0

    /// Prints the table; says whether the bar was reached.
    func run() -> Bool {
        let adders = adders()
        let results = Contest.run(adders + [forward(), backward(), recurrent(), batched(), single()], rounds: 40)
        print("Matrix products, one core, a multiplication with its addition")
        print(Table.shareHead)
        guard let peak = results.prefix(adders.count).min(by: { $0.median < $1.median }) else { return false }
        for result in results { print(Table.shareRow(result, of: peak)) }
        // Of these the training consists for the most part.
        let slowest = results[adders.count..<adders.count + 2].map(\.median).max() ?? .infinity
        let ratio = slowest / peak.median
        print(
            "  \(ratio <= Self.bar ? "reached" : "MISSED"): \(Table.ratio(ratio)) x the processor's peak (bar: \(Self.bar))\n"
        )
        return ratio <= Self.bar
    }

    private func adders() -> [Contest.Contender] {
        var contenders: [Contest.Contender] = []
        var next = yardstick_adders()
        while let adder = next?.pointee, let name = adder.name, let add = adder.add {
            contenders.append(
                Contest.Contender(name: "on registers, \(String(cString: name))") {
                    consume(add(10_000))
                    return 10_000 * adder.multiplications
                })
            next = next?.advanced(by: 1)
        }
        return contenders
    }

    private let rows = 384
    private let units = 256

    /// All rows of a batch through the input weights of an LSTM layer.
    private func forward() -> Contest.Contender {
        product("sgemm, a batch forward", m: rows, n: 4 * units, k: units) { a, b, c in
            BLAS.multiply(a, transposed: b, into: c, m: rows, n: 4 * units, k: units)
        }
    }

    /// The gradient of these weights.
    private func backward() -> Contest.Contender {
        product("sgemm, a weight's gradient", m: rows, n: 4 * units, k: units) { a, b, c in
            BLAS.accumulate(transposed: c, times: a, into: b, m: 4 * units, n: units, k: rows)
        }
    }

    /// One step of the frames of a batch.
    private func recurrent() -> Contest.Contender {
        product("sgemm, a step of 48 frames", m: 48, n: 4 * units, k: units) { a, b, c in
            BLAS.multiply(a, transposed: b, into: c, m: 48, n: 4 * units, k: units)
        }
    }

    private func batched() -> Contest.Contender {
        product("npi's own, 64 runs together", m: 64, n: 4 * units, k: units) { a, b, c in
            PanelProduct.multiplyMany(
                b, a, xStride: units, addingTo: c, yStride: 4 * units, rows: 4 * units, columns: units, count: 64)
        }
    }

    private func single() -> Contest.Contender {
        product("npi's own, a single run", m: 1, n: 4 * units, k: units) { a, b, c in
            PanelProduct.multiply(b, a, plus: c, into: c, rows: 4 * units, columns: units)
        }
    }

    /// A product of A (m, k), B (n, k) and C (m, n), in whichever way `multiply` makes it.
    private func product(
        _ name: String, m: Int, n: Int, k: Int,
        _ multiply: @escaping (UnsafePointer<Float>, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>) -> Void
    ) -> Contest.Contender {
        let (a, b, c) = (FloatBuffer(count: m * k), FloatBuffer(count: n * k), FloatBuffer(count: m * n))
        return Contest.Contender(name: name) {
            multiply(a.pointer, b.pointer, c.pointer)
            consume(c.pointer[0])
            return m * n * k
        }
    }
}
