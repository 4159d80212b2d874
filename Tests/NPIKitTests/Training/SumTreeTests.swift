import NPIKit
import Support
import Testing

@Suite("Drawing in proportion to weights")
struct SumTreeTests {
    @Test("the total is the sum of the weights, after any changes", arguments: [1, 2, 3, 7, 8, 9, 1_000])
    func totals(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        var weights = (0..<count).map { _ in generator.unit() }
        var tree = SumTree(weights)
        for _ in 0..<200 {
            let index = Int.random(in: 0..<count, using: &generator)
            weights[index] = generator.unit() * 10
            tree[index] = weights[index]
        }
        #expect(weights.indices.allSatisfy { tree[$0] == weights[$0] })
        #expect(abs(tree.total - weights.reduce(0, +)) < 1e-4 * tree.total)
        // However it came about, it is the same to the bit: a resumed training draws as an unbroken one does.
        #expect(tree.total == SumTree(weights).total)
    }

    @Test("a point falls into the item that covers it", arguments: [1, 2, 3, 5, 8, 13])
    func items(count: Int) {
        let tree = SumTree((1...count).map(Float.init))
        let total = count * (count + 1) / 2
        var expected = (1...count).flatMap { Array(repeating: $0 - 1, count: $0) }
        #expect((0..<total).map { tree.item(at: (Float($0) + 0.5) / Float(total)) } == expected)
        expected = [0, count - 1]
        #expect([0, Float(1).nextDown].map { tree.item(at: $0) } == expected)
    }

    @Test("an item without weight is never drawn")
    func zeros() {
        for weights: [Float] in [[0, 1], [1, 0], [0, 0, 1, 0, 0], [1, 0, 0, 0, 1], [0, 1e-30, 0]] {
            let tree = SumTree(weights)
            for step in 0..<1_000 { #expect(weights[tree.item(at: Float(step) / 1_000)] > 0) }
            #expect(weights[tree.item(at: Float(1).nextDown)] > 0)
        }
    }

    @Test("where nothing has weight, some item is drawn all the same")
    func allZero() {
        for count in 1...9 { #expect((0..<count).contains(SumTree(Array(repeating: 0, count: count)).item(at: 0.7))) }
    }

    @Test("items are drawn as often as their weights say")
    func distribution() {
        let weights: [Float] = [1, 2, 0, 4, 0.5, 2.5]
        let tree = SumTree(weights)
        var generator = SeededGenerator(seed: 4)
        var counts = [Int](repeating: 0, count: weights.count)
        for _ in 0..<100_000 { counts[tree.item(at: generator.unit())] += 1 }
        for (count, weight) in zip(counts, weights) { #expect(abs(Double(count) - Double(weight) * 10_000) < 800) }
    }
}
