import ArgumentParser
import Assets
import CarModels
import Experiments
import NPIKit
import Scratchpads
import Support

/// `npi train`.
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Train a network from the experts' traces.",
        discussion: """
            Trains in rounds, each twice as long as the one before, until the network solves all problems of its \
            validation, or a limit is reached, which is said. Shows progress as it goes. Ctrl-C stops it and leaves a checkpoint beside the output file, from which \
            --resume goes on, with the same result as a training that never stopped.

            EXAMPLES:
              npi train                                   addition, a few minutes
              npi train subtract.task                     a task from a file
              npi train my.task --until-verified --units 64
                                                          until it is proven right on inputs of any length
              npi train --seed 7 --out my.safetensors     another network
              npi train --resume my.safetensors.checkpoint
              npi train --tasks add,sort --auxiliary 600 --problems 64 --updates 7000 --out base.safetensors
                                                          a network that can be taught new programs
              npi train --tasks max --freeze-core base.safetensors
                                                          a new program on it; nothing else changes
              npi train --tasks car --freeze-core base.safetensors --widen 2 --all-poses
                                                          to see more cars, from everywhere
              npi run add 96 125 --model my.safetensors   watch what came out
            """)

    @Argument(
        help: ArgumentHelp("Task files to learn, or tasks: \(TaskList.choices) (default: add).", valueName: "task"),
        completion: .file(extensions: ["task"]), transform: TaskList.init(argument:))
    var arguments: [TaskList] = []

    @Option(
        name: .customLong("tasks"),
        help: ArgumentHelp("The same, separated by commas.", valueName: "tasks"),
        completion: .list(TaskCatalog.ownNames), transform: TaskList.init(argument:))
    var option: TaskList?

    /// The tasks that are named; nil where none is.
    private var named: TaskList? { option ?? (arguments.isEmpty ? nil : TaskList(joining: arguments)) }

    private var tasks: TaskList { named ?? TaskList(tasks: [.add]) }

    @Option(help: "The seed of all random numbers.")
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp("The file for the trained network (default: npi-TASKS.safetensors).", valueName: "file"),
        completion: .file(extensions: ["safetensors"]))
    var out: String?

    @Flag(help: "Replace a network that is there already.")
    var overwrite = false

    @Option(
        help: ArgumentHelp(
            "Continue from a checkpoint, with the tasks, seed and sizes that it was started with.",
            valueName: "checkpoint"),
        completion: .file(extensions: ["checkpoint"]))
    var resume: String?

    @Option(
        help: ArgumentHelp(
            "Teach the tasks to this network; only new rows of its program memory are learned.",
            valueName: "file"),
        completion: .file(extensions: ["safetensors"]))
    var freezeCore: String?

    @Option(
        help: ArgumentHelp(
            "With --freeze-core: 'bar' old programs from calling the new ones, or 'mix' their traces into the training.",
            valueName: "mode"),
        transform: { argument in
            guard let mode = FrozenCoreTraining.Mode(rawValue: argument) else {
                throw ValidationError("--mode is bar or mix, not '\(argument)'")
            }
            return mode
        })
    var mode = FrozenCoreTraining.Mode.bar

    @Option(
        help: ArgumentHelp(
            "How many updates to make, in a single round (default: a first round of 2,000 and 1,500 for each task, then longer ones until the network is right, four at most). With --resume: how many in all.",
            valueName: "n"))
    var updates: Int?

    @Option(
        help: ArgumentHelp(
            "How many units each layer of a new network has (default: 256, for task files 32): fewer make it smaller and faster.",
            valueName: "n"))
    var units: Int?

    @Option(
        help: ArgumentHelp(
            "The length of the longest inputs to train on, at most what a task's file says.", valueName: "n"))
    var longest = 20

    @Option(
        help: ArgumentHelp(
            "How many problems of each length to train on (default: 32, and for a task from a file more until no step is new).",
            valueName: "n"))
    var problems: Int?

    @Flag(
        help:
            "Train on all that frames can ever see, until npi verify proves the network right on inputs of any length. The tasks' programs call themselves in place of loops."
    )
    var untilVerified = false

    @Option(
        help: ArgumentHelp(
            "For car: a folder with the real cars that are trained on, as Scripts/fetch-torcs-cars.sh makes it.",
            valueName: "folder"),
        completion: .directory)
    var realCars: String?

    @Option(
        help: ArgumentHelp(
            "For car: how many of the built-in training cars of each kind, 1 to 100.", valueName: "n"))
    var carsPerKind = CarRecipe().carsPerKind

    @Flag(help: "For car: start from and go to any pose, not only those of the paper.")
    var allPoses = false

    @Option(
        help: ArgumentHelp(
            "With --all-poses: the share of the draws that go between any poses; the others go between the paper's.",
            valueName: "share"))
    var poseShare = CarRecipe.usualWholeShare

    @Option(
        help: ArgumentHelp(
            "For car: a kind of built-in car to draw far more of, such as bus, whose ends look alike.",
            valueName: "kind"))
    var favour: CarKind?

    @Option(
        help: ArgumentHelp(
            "How many auxiliary (random) programs to train on, so that new programs can be learned on the frozen core later.",
            valueName: "n"))
    var auxiliary = 0

    @Option(
        help: ArgumentHelp(
            "The largest learning rate (default: 0.002; of new programs with --freeze-core 0.02).",
            valueName: "rate"))
    var learningRate: Float?

    @Option(
        help: ArgumentHelp(
            "For car: the learning rate of the image layers, as a fraction of the others'; alone they learn at the full rate.",
            valueName: "share"))
    var imageShare = TrainingOptions().imageShare

    @Option(help: ArgumentHelp("For car: the most images in a batch.", valueName: "n"))
    var imageLimit = TrainingOptions().imageLimit

    @Option(
        help: ArgumentHelp(
            "With --freeze-core and --tasks car: learn from so many pictures an update, each of another car and pose, instead of from runs that look around one.",
            valueName: "n"))
    var pictures: Int?

    @Flag(
        help:
            "With --freeze-core and --tasks car: keep how pictures are read as well, and learn only what follows from what is seen."
    )
    var freezeSight = false

    @Option(
        help: ArgumentHelp(
            "With --freeze-core and --tasks car: how many times as wide the encoder of images is to be, 1 to 4.",
            valueName: "n"))
    var widen = 1

    @Option(help: ArgumentHelp("Updates between checkpoints.", valueName: "n"))
    var checkpointInterval = 500

    @Flag(
        help:
            "Keep the network of each checkpoint in a file of its own, such as npi-500.safetensors, to be run and compared later."
    )
    var keepCheckpoints = false

    func validate() throws {
        try require(option == nil || arguments.isEmpty, "--tasks names the tasks; leave out those before it")
        try require(Set(tasks.tasks).count == tasks.tasks.count, "a task is named twice")
        try require(resume == nil || freezeCore == nil, "--resume and --freeze-core exclude each other")
        try require(
            freezeCore != nil || tasks.tasks.allSatisfy { $0.foundation == nil },
            "max is learned on a network that can sort; name one with --freeze-core")
        try require(
            !untilVerified || resume == nil && freezeCore == nil && problems == nil && auxiliary == 0,
            "--until-verified trains a new network on all that its programs can see; leave out --resume (which goes on to the proof by itself), --freeze-core, --problems and --auxiliary"
        )
        if let updates {
            try require((1...10_000_000).contains(updates), "--updates must be 1 to 10,000,000, not \(updates)")
        }
        try require(
            units.map(TrainingRecipe.Limits.unitCount.contains) ?? true, "--units must be 1 to 1,024, not \(units ?? 0)"
        )
        try require(
            units == nil || (resume == nil && freezeCore == nil),
            "--units is for a new network; a trained one keeps its sizes")
        try require(
            TrainingRecipe.Limits.longestLength.contains(longest), "--longest must be 1 to 1,000, not \(longest)")
        try require(
            problems.map(TrainingRecipe.Limits.problemsPerLength.contains) ?? true,
            "--problems must be 1 to 100,000, not \(problems ?? 0)")
        try require(
            TrainingRecipe.Limits.carsPerKind.contains(carsPerKind),
            "--cars-per-kind must be 1 to \(TrainingRecipe.Limits.carsPerKind.upperBound), not \(carsPerKind)")
        try require(
            tasks.tasks.contains(where: \.drawsFramesWithoutEnd) || (realCars == nil && !allPoses),
            "--real-cars and --all-poses are for the task car")
        try require((0...1).contains(poseShare), "--pose-share must be 0 to 1, not \(poseShare)")
        try require(checkpointInterval > 0, "--checkpoint-interval must be at least 1, not \(checkpointInterval)")
        try require(
            learningRate.map { $0 > 0 && $0 <= 1 } ?? true,
            "--learning-rate must be above 0 and at most 1, not \(learningRate ?? 0)")
        try require((0...1).contains(imageShare), "--image-share must be 0 to 1, not \(imageShare)")
        try require((1...4).contains(widen), "--widen must be 1 to 4, not \(widen)")
        try require(widen == 1 || freezeCore != nil, "--widen goes with --freeze-core")
        try require(
            pictures.map { (1...4_096).contains($0) } ?? true, "--pictures must be 1 to 4,096, not \(pictures ?? 0)")
        try require(
            pictures == nil || freezeCore != nil && tasks.tasks.allSatisfy(\.drawsFramesWithoutEnd),
            "--pictures goes with --freeze-core and --tasks car")
        try require(
            !freezeSight || freezeCore != nil && pictures == nil && widen == 1,
            "--freeze-sight goes with --freeze-core, and neither with --pictures nor with --widen")
        try require((1...1_000).contains(imageLimit), "--image-limit must be 1 to 1,000, not \(imageLimit)")
        try require(
            TrainingRecipe.Limits.auxiliaryCount.contains(auxiliary),
            "--auxiliary must be 0 to 10,000, not \(auxiliary)")
    }

    private func require(_ condition: Bool, _ message: String) throws {
        if !condition { throw ValidationError(message) }
    }

    func run() throws {
        Interruption.catchSignals()
        var run = try begin()
        let output = outputPath(for: run.recipe)
        guard resume != nil || overwrite || !FileSystem.exists(output) else {
            throw RunFailure(
                "\(output.printable) exists already; name another file with --out, or replace it with --overwrite")
        }
        let checkpoint = "\(output).checkpoint"
        // Fails now rather than after the training where the folder cannot be written.
        try run.checkpoint(to: checkpoint)

        var reporter = TrainingReporter(startedAt: run.trainer.updateCount)
        reporter.begin(run.progress, output: output)
        while !run.isFinished, !Interruption.isRequested {
            run.advance()
            reporter.show(run.progress)
            if run.trainer.updateCount % checkpointInterval == 0 {
                try run.checkpoint(to: checkpoint)
                if keepCheckpoints { try run.writePresent(to: Self.path(output, at: run.trainer.updateCount)) }
            }
        }
        reporter.end(run.progress)
        guard run.isFinished else {
            try run.checkpoint(to: checkpoint)
            StandardError.say(
                "npi: stopped at update \(run.trainer.updateCount); continue with: \(TrainingAdvice.resuming(checkpoint))"
            )
            throw ExitCode(130)
        }
        try ModelFile.write(run.best, training: run.summary, texts: run.texts, to: output)
        // Where the number of updates was left to npi, it can go on.
        let isOpen = !run.isRight && run.trainer.options.firstRound != nil
        if isOpen { try run.checkpoint(to: checkpoint) } else { FileSystem.remove(checkpoint) }
        try StandardOutput.print("\(output): \(run.verdict)")
        if !run.isRight { TrainingAdvice(run, checkpoint: isOpen ? checkpoint : nil).say() }
    }

    /// Where the network of a checkpoint is kept that is to be `output` at the end.
    private static func path(_ output: String, at update: Int) -> String {
        let suffix = ".safetensors"
        return output.hasSuffix(suffix)
            ? "\(output.dropLast(suffix.count))-\(update)\(suffix)" : "\(output)-\(update)\(suffix)"
    }

    private func begin() throws -> TrainingRun {
        if let resume {
            var run = try TrainingRun(resuming: resume, on: named?.tasks ?? [])
            if let updates { run.plan(updateCount: updates) } else { run.planAnotherRound() }
            return run
        }
        try tasks.tasks.forEach(Self.requireRight)
        var recipe = TrainingRecipe(tasks: tasks.tasks, seed: seed)
        recipe.longestLength = longest
        recipe.problemsPerLength = problems ?? 32
        recipe.coverage = problems == nil ? StepCoverage() : nil
        // The task of a file is small.
        let isSmall = freezeCore == nil && tasks.tasks.allSatisfy { $0.heldText != nil }
        recipe.unitCount = units ?? (isSmall ? 32 : nil)
        if untilVerified {
            recipe.proof = ProofGoal()
            recipe.coverage = nil
            StandardError.say("npi: finding all that the programs can see")
        }
        if tasks.tasks.contains(where: \.drawsFramesWithoutEnd) {
            var cars = CarRecipe()
            cars.realFolder = realCars
            cars.carsPerKind = carsPerKind
            cars.isWhole = allPoses
            cars.wholeShare = poseShare
            cars.favouredKind = favour
            recipe.cars = cars
        }
        recipe.auxiliary = AuxiliaryPrograms(programCount: auxiliary)
        if let objection = recipe.objection() { throw UsageError(objection) }
        var options = TrainingOptions()
        options.seed = seed
        options.imageShare = imageShare
        options.imageLimit = imageLimit
        options.imagesAlone = pictures
        let firstRound = 2_000 + 1_500 * recipe.tasks.count
        options.updateCount = updates ?? firstRound
        if updates == nil, !tasks.tasks.contains(where: \.drawsFramesWithoutEnd) {
            options.firstRound = firstRound
            options.updateCount = firstRound * (1 + 2 + 4 + 8)
        }
        if let learningRate { options.learningRate = learningRate }
        guard let freezeCore else { return try TrainingRun(recipe, options: options) }
        let contents = try ModelFile.read(freezeCore)
        contents.warning(path: freezeCore).map(StandardError.warn)
        if recipe.tasks.allSatisfy({ $0.drawsFramesWithoutEnd && $0.isKnown(to: contents.network) }) {
            return try TrainingRun(
                teachingEncoderOf: contents.network, trainedAs: contents.training, on: contents.texts, with: recipe,
                widening: widen, keepingSight: freezeSight, options: options)
        }
        options.learningRate = learningRate ?? 0.02
        var trials = FrozenCoreTrials()
        trials.report = { made, planned in
            StandardError.say("choosing initial rows: \(made) of \(planned) tried")
            return !Interruption.isRequested
        }
        return try TrainingRun(
            growing: contents.network, trainedAs: contents.training, on: contents.texts, with: recipe, mode: mode,
            options: options, trials: trials)
    }

    /// Refuses a task whose programs do not do what its file says is right: no network that learns them can be.
    private static func requireRight(_ task: TaskDefinition) throws {
        guard let source = task.source, ShippedTasks.text(of: task.name) != source.text,
            let finding = TaskExamination(task, count: 200, seed: 1)?.findings.first(where: \.isError)
        else { return }
        let problem = finding.input.isEmpty ? "" : "problem \(finding.input.joined(separator: " ")): "
        throw RunFailure(
            "\(source.file.printable): \(problem)\(finding.text); npi check \(source.file.printable) tells more")
    }

    private func outputPath(for recipe: TrainingRecipe) -> String {
        if let out { return out }
        let suffix = ".checkpoint"
        if let resume, resume.hasSuffix(suffix), resume.count > suffix.count {
            return String(resume.dropLast(suffix.count))
        }
        return "npi-\(recipe.tasks.map(\.name).joined(separator: "-")).safetensors"
    }
}
