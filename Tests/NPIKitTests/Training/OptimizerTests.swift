import NPIKit
import Support
import Testing

@Suite("The optimizer and its schedule")
struct OptimizerTests {
    @Test("the learning rate rises in a line, then falls along half a cosine to its final share")
    func schedule() {
        var options = TrainingOptions()
        options.updateCount = 1_100
        options.warmUpCount = 100
        options.learningRate = 0.01
        options.finalShare = 0.1
        #expect(options.learningRate(at: 0) == 0.0001)
        #expect(abs(options.learningRate(at: 49) - 0.005) < 1e-8)
        #expect(abs(options.learningRate(at: 99) - 0.01) < 1e-8)
        #expect(abs(options.learningRate(at: 100) - 0.01) < 1e-8)
        #expect(abs(options.learningRate(at: 600) - 0.0055) < 1e-7, "half-way between 0.01 and 0.001")
        #expect(abs(options.learningRate(at: 1_100) - 0.001) < 1e-8)
        #expect(abs(options.learningRate(at: 5_000) - 0.001) < 1e-8, "it stays there")
        for index in 1..<100 { #expect(options.learningRate(at: index) > options.learningRate(at: index - 1)) }
        for index in 101..<1_100 { #expect(options.learningRate(at: index) < options.learningRate(at: index - 1)) }
    }

    @Test("in rounds the learning rate goes its whole way again and again, each time twice as slowly")
    func rounds() {
        var options = TrainingOptions()
        options.firstRound = 1_000
        options.updateCount = 6_000
        #expect(options.round(of: 0) == 0..<1_000 && options.round(of: 999) == 0..<1_000)
        #expect(options.round(of: 1_000) == 1_000..<3_000)
        #expect(options.round(of: 3_000) == 3_000..<6_000, "the last one ends with the training")
        for start in [0, 1_000, 3_000] {
            #expect(options.learningRate(at: start) == options.learningRate / 100)
            #expect(options.learningRate(at: start + 99) == options.learningRate)
        }
        for end in [999, 2_999, 5_999] { #expect(options.learningRate(at: end) < 0.011 * options.learningRate) }
        var single = TrainingOptions()
        single.updateCount = 1_000
        #expect((0..<1_000).allSatisfy { single.learningRate(at: $0) == options.learningRate(at: $0) })
    }

    @Test("encoders that see images wait, then their share of the rate rises in a line")
    func imageSchedule() {
        var options = TrainingOptions()
        options.warmUpCount = 100
        options.imageDelay = 300
        options.imageShare = 0.2
        #expect((0...300).allSatisfy { options.imageShare(at: $0) == 0 })
        #expect(abs(options.imageShare(at: 350) - 0.1) < 1e-6)
        #expect([400, 401, 10_000].allSatisfy { options.imageShare(at: $0) == 0.2 })
    }

    @Test("a training shorter than its warm-up has a sensible rate throughout")
    func shortTraining() {
        var options = TrainingOptions()
        options.updateCount = 5
        for index in 0..<200 {
            let rate = options.learningRate(at: index)
            #expect(rate.isFinite && rate > 0 && rate <= options.learningRate)
        }
    }

    @Test("only the given ranges change; everything else stays, bit for bit, moments included")
    func ranges() {
        var generator = SeededGenerator(seed: 1)
        let before = generator.floats(100)
        let gradient = FloatArena(generator.floats(100))
        let ranges = [3..<4, 10..<27, 64..<99]
        var parameters = FloatArena(before)
        var optimizer = AdamOptimizer(count: 100)
        for _ in 0..<3 {
            optimizer.step(&parameters, gradient: gradient, scale: 1, learningRate: 0.1, ranges: ranges)
        }
        for index in 0..<100 {
            let isLearned = ranges.contains { $0.contains(index) }
            #expect((parameters.values[index].bitPattern == before[index].bitPattern) == !isLearned)
            #expect((optimizer.mean.values[index] == 0) == !isLearned)
            #expect((optimizer.square.values[index] == 0) == !isLearned)
        }
    }

    @Test("how the ranges are cut does not matter, to the bit")
    func cuts() {
        var generator = SeededGenerator(seed: 2)
        // Threads share what has so many.
        let count = 70_003
        let before = FloatArena(generator.floats(count))
        let gradient = FloatArena(generator.floats(count))
        func learned(_ ranges: [Range<Int>]) -> [Float] {
            var parameters = before
            var optimizer = AdamOptimizer(count: count)
            for _ in 0..<5 {
                optimizer.step(&parameters, gradient: gradient, scale: 0.3, learningRate: 0.01, ranges: ranges)
            }
            return parameters.values
        }
        #expect(learned([0..<count]) == learned([0..<1, 1..<20, 20..<40_023, 40_023..<count]))
    }

    @Test("the first step is the learning rate against the gradient's sign, whatever its size")
    func firstStep() {
        var parameters = FloatArena([1, 1, 1, 1])
        var optimizer = AdamOptimizer(count: 4)
        let gradient = FloatArena([1e-3, -5, 1e4, 0])
        optimizer.step(&parameters, gradient: gradient, scale: 1, learningRate: 0.1, ranges: [0..<4])
        for (found, right) in zip(parameters.values, [0.9, 1.1, 0.9, 1] as [Float]) {
            #expect(abs(found - right) < 2e-6)
        }
    }

    @Test("gradients are scaled down to the limit, never up")
    func clipping() {
        #expect(AdamOptimizer.clippingScale(norm: 0.5, limit: 1) == 1)
        #expect(abs(AdamOptimizer.clippingScale(norm: 4, limit: 1) - 0.25) < 1e-6)
        #expect(AdamOptimizer.clippingScale(norm: 0, limit: 1) == 1)
    }
}
