import Experiments
import Foundation
import NPIKit
import Scratchpads
import Support
import Testing

@Suite("An encoder of images that is learned on a frozen network")
struct EncoderTrainingTests {
    /// An untrained small network: what is tested here holds for any.
    private func network(_ tasks: [TaskDefinition]) -> Network {
        var sizes = NetworkConfiguration.tiny
        sizes.imageChannels = [4, 4, 4]
        return TrainingRecipe(tasks: tasks, seed: 1).makeNetwork(configuration: sizes)
    }

    private func recipe(_ tasks: [TaskDefinition] = [.car]) -> TrainingRecipe {
        var recipe = TrainingRecipe(tasks: tasks, seed: 2)
        var cars = CarRecipe(carsPerKind: 1)
        cars.isWhole = true
        recipe.cars = cars
        return recipe
    }

    private func run(on network: Network, _ tasks: [TaskDefinition] = [.car], widening: Int = 1) throws -> TrainingRun {
        var options = TrainingOptions()
        options.updateCount = 4
        options.imageLimit = 8
        options.rowLimit = 64
        return try TrainingRun(
            teachingEncoderOf: network, trainedAs: ["tasks": "add,car", "seed": "7"], with: recipe(tasks),
            widening: widening, options: options)
    }

    @Test("programs and core stay as they were, to the bit")
    func frozen() throws {
        let base = network([.add, .car])
        var run = try run(on: base)
        run.advance()
        let learned = run.trainer.network
        #expect(learned.library == base.library)
        for tensor in base.layout.tensors where !tensor.name.hasPrefix("encoders.car.") {
            #expect(learned.values(of: tensor.name) == base.values(of: tensor.name), "\(tensor.name)")
        }
        #expect(learned.values(of: "encoders.car.0.weight") != base.values(of: "encoders.car.0.weight"))
    }

    @Test("a checkpoint goes on as if the training had never stopped")
    func resume() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("encoder-\(UUID()).checkpoint").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var whole = try run(on: network([.add, .car]), widening: 2)
        whole.advance()
        try whole.checkpoint(to: path)
        var resumed = try TrainingRun(resuming: path)
        whole.advance()
        resumed.advance()
        for name in ["encoders.car.image.0.weight", "encoders.car.2.bias"] {
            #expect(resumed.trainer.network.values(of: name) == whole.trainer.network.values(of: name))
        }
        #expect(resumed.frozenCore == whole.frozenCore)
        #expect(resumed.trainer.learned == .encoder("car"))
    }

    @Test("the file tells of both trainings")
    func summary() throws {
        let summary = try run(on: network([.add, .car])).summary
        #expect(summary["tasks"] == "add,car")
        #expect(summary["seed"] == "7")
        #expect(summary["encoder_seed"] == "2")
        #expect(summary["encoder_poses"] == "all")
        #expect(summary["encoder_cars"] == "1 of each kind")
    }

    @Test("a network that knows no cars, and a task without images, are refused in a line")
    func refused() throws {
        #expect(throws: FrozenCoreError.lacksTask(.car)) { _ = try run(on: network([.add])) }
        #expect(throws: FrozenCoreError.isKnown(.add)) { _ = try run(on: network([.add, .car]), [.add]) }
        #expect(
            FrozenCoreError.lacksTask(.car).description == """
                the encoder of car cannot be learned on this network: it does not know car; train it on car without freezing
                """)
    }
}
