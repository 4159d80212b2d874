import Foundation
import NPIKit
import Support
import Testing

@Suite("Training sequence networks")
struct SequenceTrainingTests {
    /// Emits what it read, backwards: 3 categories, up to 3 steps.
    func reversals(_ count: Int, seed: UInt64) -> [SequenceExample] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let digits = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                UInt8.random(in: 0..<3, using: &generator)
            }
            return SequenceExample(source: digits, target: digits.reversed() + [3])
        }
    }

    let shape = SequenceShape(channels: [3], tokenCount: 4, timing: .afterReading, hiddenSize: 16)

    @Test("it learns to reverse what it reads, with the learning rate that proves better")
    func learns() {
        var options = SequenceTrainingOptions.tiny(updates: 1_000)
        options.learningRates = [1e-4, 1e-2]
        options.batchSize = 16
        options.evaluationInterval = 20
        options.trialCount = 20
        let heldOut = reversals(20, seed: 2)
        var training = SequenceTraining(shape, on: reversals(150, seed: 1), heldOut: heldOut, options: options)
        while !training.isFinished, training.bestScore?.rightExamples != heldOut.count { training.advance() }
        #expect(training.learningRate > 2e-4, "with 1e-4 it cannot get there in time")
        let score = SequenceEvaluator(for: training.best).score(of: training.best, on: reversals(50, seed: 3))
        #expect(score.exampleCount == 50)
        #expect(score.rightExamples >= 45, "\(score)")
    }

    @Test("it stops by itself when the held-out examples get no better")
    func stopsEarly() {
        var options = SequenceTrainingOptions.tiny(updates: 100_000)
        options.patience = 2
        options.decayCount = 1
        // What is held out follows another rule, so that learning cannot help for long.
        let heldOut = reversals(10, seed: 5).map { SequenceExample(source: $0.source, target: [3]) }
        var training = SequenceTraining(shape, on: reversals(20, seed: 4), heldOut: heldOut, options: options)
        var updates = 0
        while !training.isFinished, updates < 2_000 {
            training.advance()
            updates += 1
        }
        #expect(training.isFinished)
        #expect(training.updateCount < 1_000)
    }

    @Test("of all looks at the held-out examples the best network is kept")
    func keepsBest() {
        let heldOut = reversals(20, seed: 6)
        var training = SequenceTraining(
            shape, on: reversals(20, seed: 5), heldOut: heldOut, options: .tiny(updates: 60))
        while !training.isFinished { training.advance() }
        #expect(
            SequenceEvaluator(for: training.best).score(of: training.best, on: heldOut) == training.bestScore)
    }

    @Test("a checkpoint goes on as if the training had never stopped", arguments: [7, 15, 40])
    func resume(updates: Int) throws {
        let path = temporaryPath("sequence-\(updates).checkpoint")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (examples, heldOut) = (reversals(20, seed: 5), reversals(10, seed: 6))
        var whole = SequenceTraining(shape, on: examples, heldOut: heldOut, options: .tiny(updates: 60))
        for _ in 0..<updates { whole.advance() }
        try SequenceFile.writeCheckpoint(whole, to: path)
        var resumed = try SequenceFile.readCheckpoint(path, examples: examples, heldOut: heldOut)
        while !whole.isFinished {
            whole.advance()
            resumed.advance()
        }
        #expect(resumed.isFinished)
        #expect(resumed.bestScore == whole.bestScore)
        #expect(resumed.best.parameters.values == whole.best.parameters.values)
    }

    @Test("a network comes back from its file as it was; a checkpoint can be read as one")
    func file() throws {
        let path = temporaryPath("sequence.safetensors")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let network = SequenceExamples(.whileReading).network()
        try SequenceFile.write(network, to: path)
        let read = try SequenceFile.read(path)
        #expect(read.shape == network.shape)
        #expect(read.parameters.values == network.parameters.values)
        #expect(throws: ModelFileError.self) { try ModelFile.read(path) }
        #expect(throws: ModelFileError.self) {
            try SequenceFile.readCheckpoint(path, examples: reversals(1, seed: 1), heldOut: reversals(1, seed: 2))
        }
    }

    @Test("a checkpoint of other examples is refused in a line")
    func otherExamples() throws {
        let path = temporaryPath("sequence-other.checkpoint")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let training = SequenceTraining(
            shape, on: reversals(20, seed: 5), heldOut: reversals(10, seed: 6), options: .tiny(updates: 60))
        try SequenceFile.writeCheckpoint(training, to: path)
        let error = #expect(throws: ModelFileError.self) {
            try SequenceFile.readCheckpoint(path, examples: reversals(21, seed: 5), heldOut: reversals(10, seed: 6))
        }
        #expect(
            error?.description
                == "cannot resume from \(path): it was made with other examples than this version makes")
    }

    private func temporaryPath(_ name: String) -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("npi-tests-\(name)").path
    }
}
