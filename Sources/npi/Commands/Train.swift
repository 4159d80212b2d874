import ArgumentParser
import Foundation
import NPIKit
import Scratchpads

/// `npi train`.
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Train a network from the experts' traces.",
        discussion: """
            Shows progress as it goes. Ctrl-C stops it and leaves a checkpoint beside the output file, from which \
            --resume goes on with the same result as a training that never stopped.

            EXAMPLES:
              npi train                                   addition, a few minutes
              npi train --seed 7 --out my.safetensors     another network
              npi train --resume my.safetensors.checkpoint
              npi run add 96 125 --model my.safetensors   watch what came out
            """)

    @Option(help: ArgumentHelp("What to learn, separated by commas.", valueName: "add,sort"))
    var tasks = "add"

    @Option(help: "Where all random numbers come from.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The file for the trained network.", valueName: "file"))
    var out: String?

    @Option(help: ArgumentHelp("Go on from a checkpoint; its own tasks, seed and options hold.", valueName: "file"))
    var resume: String?

    @Option(help: "How many updates to make; the learning rate falls towards the last one.")
    var updates: Int?

    @Option(help: "The longest inputs to train on.")
    var lengths = 20

    @Option(help: "How many problems there are of each length.")
    var problems: Int?

    @Option var lr: Float = 2e-3
    @Option var rows = 384
    @Option var temp: Float = 0.2

    func run() throws {
        var recipe = TrainingRecipe(
            tasks: tasks.split(separator: ",").map { TaskName(rawValue: String($0))! }, seed: seed)
        recipe.longestLength = lengths
        recipe.problemsPerLength = problems ?? 32
        var options = TrainingOptions()
        options.seed = seed
        options.updateCount = updates ?? 3000
        options.learningRate = lr
        options.rowLimit = rows
        options.curriculum.temperature = temp
        var run = try TrainingRun(recipe, options: options)
        let interruption = Interruption()
        let start = Date()
        while !run.isFinished, !interruption.isRequested {
            _ = run.advance()
            if run.trainer.updateCount % 100 == 0 {
                fflush(nil)
                print(
                    run.trainer.updateCount, Int(Date().timeIntervalSince(start)), "s", run.loss ?? 0,
                    run.trainer.curriculum.lessons.map {
                        "\($0.encoder.prefix(1)).\(run.trainer.network.library[$0.program]) \($0.error) \($0.wrongCount)/\($0.frameCount)"
                    }.joined(separator: " "))
            }
            if run.trainer.updateCount % 500 == 0 {
                print(
                    run.marks.map { "\($0.task) \($0.part.length) \($0.right)/\($0.part.count)" }.joined(
                        separator: "  "))
            }
        }
        try run.checkpoint(to: (out ?? "x") + ".checkpoint")
        try ModelFile.write(run.best, training: run.summary, to: out ?? "x")
    }
}
