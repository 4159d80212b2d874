import Foundation
import NPIKit
import Support
import Testing

@Suite("Functions over eight floats are as accurate as they say")
struct VectorMathAccuracyTests {
    /// The largest error over the multiples of `step` in `range`, in the eyes of `error`.
    func worst(
        _ range: ClosedRange<Float>, step: Float, _ function: (Lanes) -> Lanes, _ reference: (Double) -> Double,
        error: (Double, Double) -> Double
    ) -> Double {
        var worst = 0.0
        var x = range.lowerBound
        while x <= range.upperBound {
            var lanes = Lanes.zero
            for lane in 0..<8 { lanes[lane] = min(x + Float(lane) * step, range.upperBound) }
            let found = function(lanes)
            for lane in 0..<8 { worst = max(worst, error(Double(found[lane]), reference(Double(lanes[lane])))) }
            x += 8 * step
        }
        return worst
    }

    static func relative(_ found: Double, _ right: Double) -> Double { abs(found - right) / abs(right) }
    static func absolute(_ found: Double, _ right: Double) -> Double { abs(found - right) }

    @Test(
        "the exponential, relatively, over its whole range",
        arguments: [[-87, -20], [-20, 20], [20, 87]] as [[Float]])
    func exponential(range: [Float]) {
        let error = worst(
            range[0]...range[1], step: 1.0 / 4_096, VectorMath.exp, { Foundation.exp($0) }, error: Self.relative)
        #expect(error < 3e-7)
        #expect(error > 0)
    }

    @Test("the sigmoid, absolutely, and relatively where it is small")
    func sigmoid() {
        let reference: (Double) -> Double = { 1 / (1 + Foundation.exp(-$0)) }
        #expect(worst(-100...100, step: 1.0 / 2_048, VectorMath.sigmoid, reference, error: Self.absolute) < 1.5e-7)
        #expect(worst(-80...0, step: 1.0 / 2_048, VectorMath.sigmoid, reference, error: Self.relative) < 5e-7)
    }

    @Test("the hyperbolic tangent, absolutely")
    func tangent() {
        let reference: (Double) -> Double = { Foundation.tanh($0) }
        #expect(worst(-50...50, step: 1.0 / 4_096, VectorMath.tanh, reference, error: Self.absolute) < 2e-7)
    }

    @Test("far outside they end at their limits, finite and in range")
    func extremes() {
        for x: Float in [88, 1e3, 1e30, .greatestFiniteMagnitude, .infinity] {
            let (high, low) = (Lanes(repeating: x), Lanes(repeating: -x))
            #expect(VectorMath.exp(high)[0].isFinite)
            #expect(VectorMath.exp(high)[0] > 5e37)
            #expect((0..<1e-37).contains(VectorMath.exp(low)[0]))
            #expect(VectorMath.sigmoid(high)[0] == 1)
            #expect((0..<1e-37).contains(VectorMath.sigmoid(low)[0]))
            #expect(VectorMath.tanh(high)[0] == 1)
            #expect(VectorMath.tanh(low)[0] == -1)
        }
        for x: Float in [0, -0, .leastNonzeroMagnitude, .leastNormalMagnitude] {
            #expect(VectorMath.exp(Lanes(repeating: x))[0] == 1)
            #expect(VectorMath.sigmoid(Lanes(repeating: x))[0] == 0.5)
            #expect(VectorMath.tanh(Lanes(repeating: x))[0] == 0)
        }
    }

    @Test("what is not a number stays so, so that a training that went astray shows")
    func notANumber() {
        let lanes = Lanes(repeating: .nan)
        #expect(VectorMath.exp(lanes)[0].isNaN)
        #expect(VectorMath.sigmoid(lanes)[0].isNaN)
        #expect(VectorMath.tanh(lanes)[0].isNaN)
    }

    @Test("each lane is on its own")
    func lanes() {
        let mixed: Lanes = [0, -100, 100, .infinity, 1, -1, 2, -2]
        for lane in 0..<8 {
            #expect(VectorMath.sigmoid(mixed)[lane] == VectorMath.sigmoid(Lanes(repeating: mixed[lane]))[0])
            #expect(VectorMath.tanh(mixed)[lane] == VectorMath.tanh(Lanes(repeating: mixed[lane]))[0])
        }
    }
}

@Suite("Functions over rows of any length")
struct VectorMathSizeTests {
    static let counts = Array(0...33)

    @Test("map reaches every float and none besides", arguments: counts)
    func map(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let x = generator.floats(count, within: 3)
        let result = changed(x) { VectorMath.map($0, count: count) { $0 * 2 + 1 } }
        #expect(result.values == x.map { $0 * 2 + 1 })
        #expect(result.keptItsBounds)
    }

    @Test("rectify, and its way back", arguments: counts)
    func rectify(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let x = generator.floats(count)
        let gradient = generator.floats(count)
        let result = changed(x) { VectorMath.rectify($0, count: count) }
        #expect(result.values == x.map { max($0, 0) })
        #expect(result.keptItsBounds)
        let back = changed(gradient) { VectorMath.rectifyBackward($0, activation: result.values, count: count) }
        #expect(back.values == zip(gradient, x).map { $1 > 0 ? $0 : 0 })
        #expect(back.keptItsBounds)
    }

    @Test("add, to each row and of all rows", arguments: counts)
    func add(columns: Int) {
        var generator = SeededGenerator(seed: UInt64(columns))
        let row = generator.floats(columns)
        let x = generator.floats(3 * columns)
        let added = changed(x) { VectorMath.addRow(row, to: $0, rows: 3, columns: columns) }
        #expect(added.values == x.indices.map { x[$0] + row[$0 % columns] })
        #expect(added.keptItsBounds)
        let summed = changed(row) { VectorMath.sumRows(x, into: $0, rows: 3, columns: columns) }
        #expect(summed.values == row.indices.map { row[$0] + x[$0] + x[columns + $0] + x[2 * columns + $0] })
        #expect(summed.keptItsBounds)
    }

    @Test("the index of the maximum, the first of equals", arguments: counts.dropFirst())
    func maximum(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        for _ in 0..<20 {
            let x = (0..<count).map { _ in Float(Int.random(in: 0..<4, using: &generator)) }
            #expect(VectorMath.indexOfMaximum(x, count: count) == x.firstIndex(of: x.max() ?? 0))
        }
    }
}

@Suite("Softmax")
struct SoftmaxTests {
    @Test("probabilities and the logarithm of their normalizer are right at any length", arguments: 1...33)
    func probabilities(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        for limit: Float in [0.01, 1, 30] {
            let x = generator.floats(count, within: limit)
            var normalizer: Float = 0
            let result = changed(x) { normalizer = VectorMath.softmax($0, count: count) }
            let sum = x.reduce(0.0) { $0 + exp(Double($1)) }
            #expect(result.keptItsBounds)
            #expect(abs(Double(normalizer) - log(sum)) < 4e-6)
            for (found, score) in zip(result.values, x) {
                #expect(abs(Double(found) - exp(Double(score)) / sum) < 5e-7)
            }
        }
    }

    @Test("the same scores moved together give the same probabilities")
    func shift() {
        let near = changed([1, 2, 4, -3]) { VectorMath.softmax($0, count: 4) }.values
        let far = changed([1_025, 1_026, 1_028, 1_021]) { VectorMath.softmax($0, count: 4) }.values
        #expect(near == far)
    }

    @Test("scores that are far apart give a certain choice, and no infinities")
    func extremes() {
        let result = changed([-1e30, 3e38, 0, -3e38, 1e38]) { VectorMath.softmax($0, count: 5) }.values
        #expect(result[1] == 1)
        #expect(result.allSatisfy { (0...1).contains($0) })
        #expect(changed([7]) { VectorMath.softmax($0, count: 1) }.values == [1])
    }
}
