import Dispatch
import NPIKit
import Support
import Testing

#if DEBUG
    private let isOptimized = false
#else
    private let isOptimized = true
#endif

@Suite("Training")
struct TrainerTests {
    /// Options for the toy environment.
    static func options(updates: Int) -> TrainingOptions {
        var options = TrainingOptions()
        options.updateCount = updates
        options.learningRate = 1e-2
        options.warmUpCount = 10
        options.estimateInterval = 20
        options.frameLimit = 24
        options.rowLimit = 100
        return options
    }

    static func trainer(updates: Int, seed: UInt64 = 1) throws -> Trainer {
        var options = options(updates: updates)
        options.seed = seed
        return Trainer(
            .lamps(seed: 1), on: try LampRow.frames(on: LampRow.random(longest: 6, count: 20, seed: 1)),
            options: options)
    }

    @Test(
        "from nothing, every frame is learned within seconds, and longer rows than those trained on work",
        .enabled(if: isOptimized, "minutes without optimization"))
    func learning() throws {
        var options = TrainingOptions()
        options.updateCount = 2_500
        options.frameLimit = 48
        options.rowLimit = 200
        options.curriculum.temperature = 2
        var trainer = Trainer(
            .lamps(.medium), on: try LampRow.frames(on: LampRow.random(longest: 6, count: 20, seed: 1)),
            options: options)
        trainer.estimateAll()
        #expect(trainer.curriculum.wrongCount > trainer.curriculum.frameCount / 2)
        while !trainer.isFinished {
            let report = trainer.update()
            #expect(report.loss.isFinite && report.gradientNorm.isFinite)
            #expect(report.stepCount > 0 && report.groups.count == 2)
        }
        #expect(trainer.updateCount == 2_500)
        trainer.estimateAll()
        #expect(trainer.curriculum.wrongCount == 0)
        for row in LampRow.random(longest: 9, count: 10, seed: 99) {
            var interpreter = try Interpreter(
                NetworkPredictor(trainer.network), in: row, running: LampExpert.tidy)
            while interpreter.eventCount < 1_000, interpreter.step() != nil {}
            #expect(interpreter.isHalted)
            #expect(interpreter.world.colours == row.tidied)
        }
    }

    @Test("the same seed gives the same network to the bit, another seed another one")
    func determinism() throws {
        func trained(seed: UInt64) throws -> Trainer {
            var trainer = try Self.trainer(updates: 50, seed: seed)
            while !trainer.isFinished { _ = trainer.update() }
            return trainer
        }
        let first = try trained(seed: 3)
        let second = try trained(seed: 3)
        #expect(first.network.parameters.values == second.network.parameters.values)
        #expect(first.curriculum.groups.map(\.state) == second.curriculum.groups.map(\.state))
        #expect(first.stepCount == second.stepCount)
        #expect(try trained(seed: 4).network.parameters.values != first.network.parameters.values)
    }

    @Test("copies train on their own, also at the same time")
    func copies() throws {
        var alone = try Self.trainer(updates: 40)
        for _ in 0..<10 { _ = alone.update() }
        let copies = Copies([alone, alone, alone])
        for _ in 0..<20 { _ = alone.update() }
        DispatchQueue.concurrentPerform(iterations: 3) { index in
            for _ in 0..<20 { _ = copies.trainers[index].update() }
        }
        for copy in copies.trainers {
            #expect(copy.network.parameters.values == alone.network.parameters.values)
            #expect(copy.curriculum.groups.map(\.state) == alone.curriculum.groups.map(\.state))
        }
    }

    /// Trainers of which each thread uses its own.
    private final class Copies: @unchecked Sendable {
        var trainers: UnsafeMutableBufferPointer<Trainer>

        init(_ trainers: [Trainer]) {
            self.trainers = .allocate(capacity: trainers.count)
            _ = self.trainers.initialize(from: trainers)
        }

        deinit {
            trainers.deinitialize()
            trainers.deallocate()
        }
    }

    @Test("measuring every frame anew learns nothing, and draws nothing")
    func estimating() throws {
        var measured = try Self.trainer(updates: 10)
        var plain = measured
        measured.estimateAll()
        #expect(measured.network.parameters.values == plain.network.parameters.values)
        let states = measured.curriculum.groups.map(\.state)
        measured.estimateAll()
        #expect(measured.curriculum.groups.map(\.state) == states)
        plain.estimateAll()
        #expect(measured.update().groups == plain.update().groups)
    }

    @Test("frames that a network cannot have made are told from those that it can")
    func frames() throws {
        let network = Network.lamps()
        let good = try LampRow.frames(on: [LampRow(colours: [2, 0])])
        #expect(good.allSatisfy(network.canLearn))
        let changes: [(inout FrameTrace) -> Void] = [
            { $0.encoder = "elsewhere" },
            { $0.program = ProgramID(rawValue: 4) },
            { $0.program = ProgramID(rawValue: -1) },
            { $0.categories.removeLast() },
            { $0.categories[0] = 4 },
            { $0.decisions[0] = .call(ProgramID(rawValue: 4), .none) },
            { ($0.decisions, $0.categories) = ([], []) },
        ]
        for change in changes {
            var frame = good[0]
            change(&frame)
            #expect(!network.canLearn(frame))
        }
        var grown = network
        var generator = SeededGenerator(seed: 1)
        try grown.addPrograms(["NEW"], barringOld: true, using: &generator)
        var frame = good[0]
        frame.decisions[0] = .call(ProgramID(rawValue: 4), .none)
        #expect(!grown.canLearn(frame), "old programs are barred from calling new ones")
        frame.program = ProgramID(rawValue: 4)
        #expect(grown.canLearn(frame))
    }

    @Test("options out of range are told from those within")
    func sensibleOptions() {
        #expect(TrainingOptions().isSensible)
        let changes: [(inout TrainingOptions) -> Void] = [
            { $0.batchesPerUpdate = 0 }, { $0.batchesPerUpdate = -1 }, { $0.estimateInterval = 0 },
            { $0.rowLimit = 0 }, { $0.frameLimit = .max }, { $0.learningRate = .nan }, { $0.learningRate = 0 },
            { $0.gradientLimit = -.infinity }, { $0.updateCount = -1 }, { $0.curriculum.temperature = 0 },
            { $0.curriculum.evenFrames = 1.5 }, { $0.warmUpCount = -5 },
        ]
        for change in changes {
            var options = TrainingOptions()
            change(&options)
            #expect(!options.isSensible)
        }
    }
}
