import Foundation
import NPIKit
import Support
import Testing

@Suite("An LSTM cell follows its formula")
struct LSTMCellTests {
    @Test("one step, at any size", arguments: 1...33)
    func step(size: Int) {
        var generator = SeededGenerator(seed: UInt64(size))
        let sums = generator.floats(4 * size, within: 6)
        let c = generator.floats(size, within: 3)
        var nextC = (values: [Float](), keptItsBounds: false)
        var nextH = nextC
        let gates = changed(sums) { gates in
            nextC = changed(c.map { _ in 0 }) { newC in
                nextH = changed(c.map { _ in 0 }) { newH in
                    LSTMCell.step(gates: gates, c: c, nextC: newC, nextH: newH, size: size)
                }
            }
        }
        #expect(gates.keptItsBounds && nextC.keptItsBounds && nextH.keptItsBounds)
        func sigmoid(_ x: Float) -> Double { 1 / (1 + exp(-Double(x))) }
        for unit in 0..<size {
            let (i, f) = (sigmoid(sums[unit]), sigmoid(sums[size + unit]))
            let (g, o) = (tanh(Double(sums[2 * size + unit])), sigmoid(sums[3 * size + unit]))
            let right = f * Double(c[unit]) + i * g
            #expect(abs(Double(nextC.values[unit]) - right) < 1e-6)
            #expect(abs(Double(nextH.values[unit]) - o * tanh(right)) < 1e-6)
        }
    }

    @Test("units do not depend on where among eight they stand")
    func places() {
        var generator = SeededGenerator(seed: 5)
        let sums = generator.floats(4, within: 2)
        let c = generator.floats(1)
        /// h' of every unit of a layer whose units are all alike.
        func step(size: Int) -> [Float] {
            var h = [Float](repeating: 0, count: size)
            var next = h
            var gates = sums.flatMap { Array(repeating: $0, count: size) }
            LSTMCell.step(
                gates: &gates, c: Array(repeating: c[0], count: size), nextC: &next, nextH: &h, size: size)
            return h
        }
        #expect(Set(step(size: 1) + step(size: 8) + step(size: 13)).count == 1)
    }
}
