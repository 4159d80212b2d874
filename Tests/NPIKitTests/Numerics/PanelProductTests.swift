import NPIKit
import Support
import Testing

@Suite("The product of a matrix in panels and a vector")
struct PanelProductTests {
    typealias Product = @Sendable (FloatArena, [Float], [Float], Int, Int) -> [Float]

    /// The two ways, the second of which only other machines take.
    static let ways: [(name: String, product: Product)] = [
        (
            "with what the processor has",
            { panels, x, bias, rows, columns in
                changed(bias) {
                    PanelProduct.multiply(panels.pointer, x, plus: bias, into: $0, rows: rows, columns: columns)
                }.values
            }
        ),
        (
            "with what every processor has",
            { panels, x, bias, rows, columns in
                changed(bias) {
                    PanelProduct.multiplyPortably(
                        panels.pointer, x, plus: bias, into: $0, rows: rows, columns: columns)
                }.values
            }
        ),
    ]

    /// y = W x + bias, in panels, with the zeros of the last panel cut off.
    static func product(_ way: Int, _ w: [Float], _ x: [Float], plus bias: [Float]) -> [Float] {
        let (rows, columns) = (bias.count, x.count)
        let panels = FloatArena(PanelProduct.panels(of: w, rows: rows, columns: columns))
        let filled = bias + Array(repeating: 0, count: PanelProduct.paddedCount(rows) - rows)
        let y = ways[way].product(panels, x, filled, rows, columns)
        #expect(y.dropFirst(rows).allSatisfy { $0 == 0 }, "rows that fill up a panel stay zero")
        return Array(y.prefix(rows))
    }

    @Test("is that of the definition, for any shape", arguments: [0, 1], [1, 2, 7, 31, 32, 33, 64, 70])
    func shapes(way: Int, rows: Int) {
        var generator = SeededGenerator(seed: UInt64(rows))
        for columns in [1, 2, 3, 8, 17, 40] {
            let w = generator.floats(rows * columns)
            let x = generator.floats(columns)
            let bias = generator.floats(rows)
            let found = Self.product(way, w, x, plus: bias)
            for row in 0..<rows {
                let right = (0..<columns).reduce(Double(bias[row])) {
                    $0 + Double(w[row * columns + $1]) * Double(x[$1])
                }
                #expect(abs(Double(found[row]) - right) < 4e-6)
            }
        }
    }

    @Test("a row's value does not depend, to the bit, on how many rows there are besides", arguments: [0, 1])
    func rowsAreIndependent(way: Int) {
        var generator = SeededGenerator(seed: 9)
        let columns = 37
        let w = generator.floats(100 * columns)
        let x = generator.floats(columns)
        let bias = generator.floats(100)
        let all = Self.product(way, w, x, plus: bias)
        for rows in [1, 5, 32, 33, 99] {
            let some = Self.product(way, Array(w.prefix(rows * columns)), x, plus: Array(bias.prefix(rows)))
            #expect(some == Array(all.prefix(rows)))
        }
    }

    @Test("columns that are left out give what zeros give, to the bit", arguments: [1, 2, 5, 24], [1, 33])
    func leftOut(columns: Int, rows: Int) {
        var generator = SeededGenerator(seed: UInt64(columns))
        let height = PanelProduct.paddedCount(rows)
        for more in [1, 2, 17] {
            let stored = columns + more
            let w = FloatArena(PanelProduct.panels(of: generator.floats(rows * stored), rows: rows, columns: stored))
            let x = generator.floats(columns) + Array(repeating: 0, count: more)
            let bias = generator.floats(height)
            let few = [
                changed(bias) {
                    PanelProduct.multiply(
                        w.pointer, x, plus: bias, into: $0, rows: rows, columns: columns, stored: stored)
                },
                changed(bias) {
                    PanelProduct.multiplyMany(
                        w.pointer, x, xStride: stored, addingTo: $0, yStride: height, rows: rows, columns: columns,
                        stored: stored, count: 1)
                },
            ]
            let all = changed(bias) {
                PanelProduct.multiply(w.pointer, x, plus: bias, into: $0, rows: rows, columns: stored)
            }
            #expect(few.map(\.values) == [all.values, all.values])
            let portable = [columns, stored].map { count in
                changed(bias) {
                    PanelProduct.multiplyPortably(
                        w.pointer, x, plus: bias, into: $0, rows: rows, columns: count, stored: stored)
                }.values
            }
            #expect(portable[0] == portable[1])
        }
    }

    @Test("a matrix, or its transpose, that makes whole panels is laid out as any other", arguments: [1, 5, 64])
    func layingOut(columns: Int) {
        var generator = SeededGenerator(seed: 4)
        let w = generator.floats(64 * columns)
        let right = PanelProduct.panels(of: w, rows: 64, columns: columns)
        let transposed = (0..<columns).flatMap { column in (0..<64).map { w[$0 * columns + column] } }
        let found = [
            changed(right.map { _ in 0 }) { PanelProduct.lay(w, rows: 64, columns: columns, into: $0) },
            changed(right.map { _ in 0 }) {
                PanelProduct.lay(transposed: transposed, rows: columns, columns: 64, into: $0)
            },
        ]
        #expect(found.map(\.values) == [right, right])
        #expect(found.map(\.keptItsBounds) == [true, true])
    }

    @Test("the result may take the bias's place", arguments: [0, 1])
    func inPlace(way: Int) {
        var generator = SeededGenerator(seed: 3)
        let panels = FloatArena(PanelProduct.panels(of: generator.floats(64 * 5), rows: 64, columns: 5))
        let x = generator.floats(5)
        let bias = generator.floats(64)
        let right = Self.ways[way].product(panels, x, bias, 64, 5)
        let found = changed(bias) { y in
            way == 0
                ? PanelProduct.multiply(panels.pointer, x, plus: y, into: y, rows: 64, columns: 5)
                : PanelProduct.multiplyPortably(panels.pointer, x, plus: y, into: y, rows: 64, columns: 5)
        }
        #expect(found.values == right)
        #expect(found.keptItsBounds)
    }

    @Test("many vectors at once give each, to the bit, what it gives alone", arguments: [1, 2, 31, 32, 33, 70])
    func many(rows: Int) {
        var generator = SeededGenerator(seed: UInt64(rows))
        let height = PanelProduct.paddedCount(rows)
        for columns in [1, 2, 5, 40] {
            let w = FloatArena(PanelProduct.panels(of: generator.floats(rows * columns), rows: rows, columns: columns))
            for count in 1...8 {
                let (xStride, yStride) = (columns + 3, height + 5)
                let x = generator.floats(count * xStride)
                let bias = generator.floats(count * yStride)
                let found = changed(bias) { y in
                    PanelProduct.multiplyMany(
                        w.pointer, x, xStride: xStride, addingTo: y, yStride: yStride, rows: rows, columns: columns,
                        count: count)
                }
                var expected = bias
                for index in 0..<count {
                    expected.withUnsafeMutableBufferPointer { y in
                        guard let start = y.baseAddress.map({ $0 + index * yStride }) else { return }
                        PanelProduct.multiply(
                            w.pointer, Array(x[(index * xStride)...].prefix(columns)), plus: start, into: start,
                            rows: rows, columns: columns)
                    }
                }
                #expect(found.values == expected)
                #expect(found.keptItsBounds)
            }
        }
    }
}
