import ArgumentParser
import NPIKit
import Scratchpads
import Foundation

@main
struct Npi: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "npi", abstract: "A terminal debugger for Neural Programmer-Interpreters.", subcommands: [Train.self])
}

struct Train: ParsableCommand {
    @Option var seed: UInt64 = 1
    @Option var updates = 3000
    @Option var rows = 384
    @Option var lr: Float = 2e-3
    @Option var temp: Float = 0.2
    @Option var out = "/tmp/add.safetensors"

    func run() throws {
        let recipe = TrainingRecipe(tasks: [.add], seed: seed)
        let network = recipe.makeNetwork()
        let t0 = Date()
        let frames = try recipe.makeFrames(network.library)
        print("frames", frames.count, "steps", frames.reduce(0) { $0 + $1.stepCount }, Date().timeIntervalSince(t0))
        var options = TrainingOptions()
        options.seed = seed
        options.updateCount = updates
        options.rowLimit = rows
        options.learningRate = lr
        options.curriculum.temperature = temp
        var trainer = Trainer(network, on: frames, options: options)
        for l in trainer.curriculum.lessons { print(network.library[l.program], l.frameCount) }
        var start = Date()
        var steps = 0
        var lossSum: Float = 0
        var spent = 0.0
        while !trainer.isFinished {
            let u0 = Date()
            let r = trainer.update()
            spent += Date().timeIntervalSince(u0)
            steps += r.stepCount
            lossSum += r.loss
            if trainer.updateCount % 100 == 0 {
                let line = trainer.curriculum.lessons.map { "\(network.library[$0.program]) \($0.meanLoss) w\($0.wrongCount)" }.joined(separator: "  ")
                print(trainer.updateCount, lossSum / 100, Int(Double(steps) / spent), "steps/s", line)
                lossSum = 0; steps = 0; spent = 0
            }
            if trainer.updateCount % 500 == 0 {
                trainer.estimateAll()
                let predictor = NetworkPredictor(trainer.network)
                var gen = SeededGenerator(seed: 99)
                var text = ""
                for (length, n) in [(5, 50), (20, 20), (100, 10), (1000, 2)] {
                    var right = 0
                    for i in 0..<n {
                        let p = i % 2 == 0 ? AdditionProblems.random(length: length, using: &gen) : AdditionProblems.carryChain(length: length, using: &gen)
                        if try Outcome(of: p, by: predictor).isCorrect { right += 1 }
                    }
                    text += "len \(length): \(right)/\(n)  "
                }
                print("wrong", trainer.curriculum.wrongCount, text, Date().timeIntervalSince(start))
            }
        }
        _ = start
        try ModelFile.write(trainer.network, training: ["seed": "\(seed)"], to: out)
    }
}
