import NPIKit
import Support
import Testing

@Suite("The three products of training, on parts of larger matrices")
struct BLASTests {
    /// A matrix within rows that are longer than it is wide.
    struct Matrix {
        let columns: Int
        let stride: Int
        var values: [Float]

        init(_ rows: Int, _ columns: Int, _ generator: inout SeededGenerator) {
            self.columns = columns
            stride = columns + 3
            values = generator.floats(rows * stride)
        }

        subscript(row: Int, column: Int) -> Double { Double(values[row * stride + column]) }
    }

    /// Compares with the definition, and sees that what stands beside the result is left alone.
    func check(_ before: Matrix, _ after: [Float], m: Int, n: Int, _ right: (Int, Int) -> Double) {
        for row in 0..<m {
            for column in 0..<before.stride {
                let found = after[row * before.stride + column]
                if column < n {
                    #expect(abs(Double(found) - right(row, column)) < 1e-5)
                } else {
                    #expect(found == before.values[row * before.stride + column])
                }
            }
        }
    }

    @Test("forward, to inputs and to weights", arguments: [(1, 1, 1), (1, 9, 5), (7, 1, 4), (13, 6, 1), (5, 17, 33)])
    func products(m: Int, n: Int, k: Int) {
        var generator = SeededGenerator(seed: UInt64(m * 100 + n))
        let c = Matrix(m, n, &generator)

        let a = Matrix(m, k, &generator)
        let transposedB = Matrix(n, k, &generator)
        var result = c.values
        BLAS.multiply(
            a.values, aStride: a.stride, transposed: transposedB.values, bStride: transposedB.stride, into: &result,
            cStride: c.stride, m: m, n: n, k: k, beta: 1)
        check(c, result, m: m, n: n) { row, column in
            (0..<k).reduce(c[row, column]) { $0 + a[row, $1] * transposedB[column, $1] }
        }

        let b = Matrix(k, n, &generator)
        result = c.values
        BLAS.multiply(
            a.values, aStride: a.stride, by: b.values, bStride: b.stride, into: &result, cStride: c.stride, m: m, n: n,
            k: k)
        check(c, result, m: m, n: n) { row, column in (0..<k).reduce(0) { $0 + a[row, $1] * b[$1, column] } }

        let transposedA = Matrix(k, m, &generator)
        result = c.values
        BLAS.accumulate(
            transposed: transposedA.values, aStride: transposedA.stride, times: b.values, bStride: b.stride,
            into: &result, cStride: c.stride, m: m, n: n, k: k)
        check(c, result, m: m, n: n) { row, column in
            (0..<k).reduce(c[row, column]) { $0 + transposedA[$1, row] * b[$1, column] }
        }
    }

    @Test("products over nothing change nothing")
    func empty() {
        var c: [Float] = [1, 2]
        BLAS.multiply([0], transposed: [0], into: &c, m: 0, n: 2, k: 1)
        BLAS.accumulate(transposed: [0], times: [0], into: &c, m: 1, n: 2, k: 0)
        #expect(c == [1, 2])
    }
}
