import CarModels
package import NPIKit
package import Scratchpads
import Support

/// A training from a recipe to the best network, one update at a time: it examines the network as it goes, on fresh and
/// longer problems than those trained on, and keeps the best.
///
///     var run = try TrainingRun(recipe, options: TrainingOptions())
///     while !run.isFinished { run.advance() }
///     try ModelFile.write(run.best, training: run.summary, texts: run.texts, to: path)
///
/// What is right on short frames is not always right on long ones, and more training does not always help there; so the
/// best is chosen by validation, and of equals the latest.
package struct TrainingRun: Sendable {
    /// What is trained on.
    package let recipe: TrainingRecipe
    /// How a trained network's memory grows by it; nil where a network is trained from nothing.
    package let frozenCore: FrozenCoreTraining?
    /// The training itself.
    package private(set) var trainer: Trainer
    /// The marks of the latest validation.
    package private(set) var marks: [Validation.Mark] = []
    /// How many frames were wrong at the latest validation.
    package private(set) var wrongAtValidation: Int?
    /// By how many logits the network was ahead in the closest step at the latest validation; nil where no proof is the goal, or
    /// something was wrong.
    package private(set) var margin: Float?
    /// A running mean of the loss a step.
    package private(set) var loss: Float?

    private var bestNetwork: Network?
    private var bestScore: Score?
    private var validations: [RepeatedValidation]?

    /// How good a network is; the first difference counts.
    struct Score: Hashable, Sendable, Codable, Comparable {
        var rightShare: Double
        var wrongFrames: Int
        /// By how many logits it is ahead in the closest step of all that can come up; nil where that is not asked, or it is wrong.
        var margin: Float?

        static func < (left: Score, right: Score) -> Bool {
            (left.rightShare, -left.wrongFrames, left.margin ?? -1) < (
                right.rightShare, -right.wrongFrames, right.margin ?? -1
            )
        }
    }

    /// After how many updates the network is examined.
    package static let validationInterval = 500

    /// Begins a training from nothing.
    ///
    /// - Throws: ``ProgramLibraryError`` if an expert and the recipe disagree about programs; ``OBJError`` if a car cannot
    ///   be read; what ``ProofGoal`` throws.
    package init(_ recipe: TrainingRecipe, options: TrainingOptions) throws {
        let dataSet = try recipe.makeCarDataSet()
        let (network, frames) = try recipe.makeFrameGroups()
        self.recipe = recipe
        frozenCore = nil
        trainer = Trainer(
            network, on: frames, stream: try dataSet.map { try CarFrames($0, network.library) }, options: options,
            images: dataSet?.images)
    }

    /// Begins to teach the tasks of `recipe` to `network`, of which nothing changes but the rows of program memory that
    /// are added.
    ///
    /// - Parameters:
    ///   - network: A network that knows the programs which the tasks call.
    ///   - training: How it was trained, as its file tells.
    ///   - texts: The texts of the tasks that it was trained on, as its file holds them.
    ///   - recipe: What is to be learned.
    ///   - way: What keeps old programs from calling the new ones.
    ///   - options: As for a training from nothing.
    ///   - trials: How the rows are found that the training begins with.
    /// - Throws: ``FrozenCoreError`` if the network lacks what the tasks build on.
    package init(
        growing network: Network, trainedAs training: [String: String], on texts: [String: String] = [:],
        with recipe: TrainingRecipe, mode: FrozenCoreTraining.Mode,
        options: TrainingOptions, trials: FrozenCoreTrials = FrozenCoreTrials()
    ) throws(FrozenCoreError) {
        var network = network
        var generator = SeededGenerator(seed: recipe.seed)
        let frozenCore = try FrozenCoreTraining(
            of: &network, trainedAs: training, on: texts, by: recipe.tasks, mode: mode, using: &generator)
        self.recipe = recipe
        self.frozenCore = frozenCore
        do {
            network = trials.best(
                of: network, learning: frozenCore.newPrograms, from: try frozenCore.makeNewFrames(recipe),
                options: options,
                using: &generator)
            trainer = Trainer(
                network, on: try frozenCore.makeFrames(recipe), options: options,
                learning: frozenCore.learned)
        } catch {
            preconditionFailure("the network was given the programs: \(error)")
        }
        // Old programs' frames are known from the start.
        trainer.estimateAll()
    }

    /// Begins to teach the encoder of images to `network` anew, around more cars or between more poses, of which nothing else
    /// changes.
    ///
    /// - Parameters:
    ///   - network: A network that knows the tasks of `recipe`.
    ///   - training: How it was trained, as its file tells.
    ///   - texts: The texts of the tasks that it was trained on, as its file holds them.
    ///   - recipe: What the encoder is to be learned from.
    ///   - widening: How many times as wide the encoder is to be.
    ///   - keepsSight: Whether what it says of images stays as it is too, and only what follows from that is learned.
    ///   - options: As for a training from nothing.
    /// - Throws: ``FrozenCoreError`` if the network does not know the tasks; ``OBJError`` if a car cannot be read.
    package init(
        teachingEncoderOf network: Network, trainedAs training: [String: String], on texts: [String: String] = [:],
        with recipe: TrainingRecipe, widening: Int = 1, keepingSight keepsSight: Bool = false, options: TrainingOptions
    ) throws {
        var frozenCore = try FrozenCoreTraining(
            ofEncoderIn: network, trainedAs: training, on: texts, by: recipe.tasks)
        if keepsSight { frozenCore.keepsSight = true }
        guard let dataSet = try recipe.makeCarDataSet() else { throw FrozenCoreError.isKnown(recipe.tasks[0]) }
        var generator = SeededGenerator(seed: recipe.seed)
        let wider = network.wideningImages(
            by: widening, asking: dataSet.images.answerCounts, using: &generator)
        self.recipe = recipe
        self.frozenCore = frozenCore
        trainer = Trainer(
            wider, on: [], stream: try CarFrames(dataSet, wider.library), options: options,
            learning: frozenCore.learned, images: dataSet.images)
    }

    /// Whether the planned updates have been made, a round of them has reached the goal, or the proof holds.
    package var isFinished: Bool {
        guard !trainer.isFinished, isRight else { return trainer.isFinished }
        return recipe.proof != nil || trainer.options.firstRound != nil && isAtEndOfRound
    }

    /// Whether the best network so far has solved all problems of its validation and makes no training step wrong; where a proof is
    /// the goal, that it holds.
    package var isRight: Bool {
        guard let bestScore, bestScore.rightShare == 1, bestScore.wrongFrames == 0 else { return false }
        return recipe.proof.map { (bestScore.margin ?? -1) >= $0.leastMargin } ?? true
    }

    private var isAtEndOfRound: Bool {
        trainer.updateCount > 0
            && trainer.options.round(of: trainer.updateCount - 1).upperBound == trainer.updateCount
    }

    /// Plans so many updates instead of those planned before.
    package mutating func plan(updateCount: Int) { trainer.plan(updateCount: updateCount) }

    /// Plans another round where all have been made and the goal has not been reached.
    package mutating func planAnotherRound() {
        guard trainer.isFinished, !isRight, trainer.options.firstRound != nil else { return }
        var endless = trainer.options
        endless.updateCount = .max
        trainer.plan(updateCount: endless.round(of: trainer.updateCount).upperBound)
    }

    /// The best network so far.
    package var best: Network { (bestNetwork ?? trainer.network).withoutAuxiliary }

    /// Makes one update, and a validation when it is time.
    @discardableResult
    package mutating func advance() -> Trainer.Report {
        let report = trainer.update()
        loss = loss.map { $0 + 0.02 * (report.loss - $0) } ?? report.loss
        if trainer.updateCount % Self.validationInterval == 0 || trainer.isFinished || isAtEndOfRound { validate() }
        return report
    }

    /// The validation of each task: mostly within the lengths trained on, a few far beyond.
    package static func validations(_ tasks: [TaskDefinition], betweenAnyPoses isWhole: Bool = false) -> [Validation] {
        tasks.flatMap { task in
            let usual = Validation(task, parts: task.validationParts.training, seed: task.seed)
            return isWhole && task.drawsFramesWithoutEnd ? [usual, Self.anyPoses] : [usual]
        }
    }

    /// As many runs between any poses as between the paper's.
    private static let anyPoses = Validation(
        .car, parts: [(3, 20), (7, 30), (11, 20)].map(Validation.Part.init), seed: 0xA11, isBetweenAnyPoses: true)

    /// The new tasks; and the old ones, where what they do can change.
    private var validatedTasks: [TaskDefinition] {
        frozenCore?.mode == .mix ? (frozenCore?.oldTasks ?? []) + recipe.tasks : recipe.tasks
    }

    private mutating func validate() {
        trainer.estimateAll()
        let network = trainer.network.withoutAuxiliary
        let solvers = Solvers(network)
        let wrong = trainer.curriculum.wrongCount
        wrongAtValidation = wrong
        do {
            var repeated =
                validations
                ?? Self.validations(validatedTasks, betweenAnyPoses: recipe.cars?.isWhole ?? false)
                .map(RepeatedValidation.init)
            marks = []
            for index in repeated.indices { marks += try repeated[index].marks(by: solvers, isQuick: true) }
            validations = repeated
            margin = wrong == 0 ? try recipe.proof?.margin(of: network, on: recipe.tasks) : nil
        } catch {
            preconditionFailure("the network was made for these tasks: \(error)")
        }
        let share = marks.reduce(0.0) { $0 + Double($1.right) / Double($1.part.count) } / Double(marks.count)
        let score = Score(rightShare: share, wrongFrames: wrong, margin: margin)
        // Runs go wrong by what pictures alone do not teach too, so of such a training the last network is the best.
        if trainer.options.imagesAlone != nil || bestScore.map({ score >= $0 }) ?? true {
            bestScore = score
            bestNetwork = trainer.network
        }
    }
}

extension TrainingRun {
    /// What a checkpoint keeps beside the trainer's own state.
    private struct Notes: Codable {
        var recipe: TrainingRecipe
        var frozenCore: FrozenCoreTraining?
        var bestScore: Score?
        var marks: [Validation.Mark]
        var wrongAtValidation: Int?
        var margin: Float?
        var loss: Float?

        /// What no training can have noted; nil if nothing.
        var objection: String? {
            if let objection = frozenCore?.objection(for: recipe.tasks) { return objection }
            if let objection = recipe.objection(with: frozenCore?.oldTasks ?? []) { return objection }
            let isScored = marks.allSatisfy { (1...1_000_000).contains($0.part.count) && $0.right <= $0.part.count }
            let isFinite = (loss ?? 0).isFinite && (bestScore?.rightShare ?? 0).isFinite
            return isScored && isFinite ? nil : "its marks are not those of a validation"
        }
    }

    /// Writes a checkpoint, or leaves what was there as it was.
    package func checkpoint(to path: String) throws(ModelFileError) {
        let notes = Notes(
            recipe: recipe, frozenCore: frozenCore, bestScore: bestScore, marks: marks,
            wrongAtValidation: wrongAtValidation, margin: margin, loss: loss)
        try Checkpoint.write(
            trainer, best: bestNetwork, notes: JSONText.encode(notes), training: summary, texts: texts, to: path)
    }

    /// Writes the network as it is now, which need not be the best.
    package func writePresent(to path: String) throws(ModelFileError) {
        try ModelFile.write(trainer.network.withoutAuxiliary, training: summary, texts: texts, to: path)
    }

    /// Goes on from a checkpoint, as if it had never stopped. Tasks from files are those whose texts the checkpoint holds.
    ///
    /// - Parameters:
    ///   - path: The checkpoint.
    ///   - tasks: Tasks that it must have been trained on, and that say the same to a network as it remembers them.
    package init(resuming path: String, on tasks: [TaskDefinition] = []) throws {
        let summary = try Checkpoint.summary(of: path)
        for task in tasks {
            guard let text = summary.texts[task.name] else { continue }
            let changes = task.changes(since: text)
            guard changes.isEmpty else { throw TrainingRunError.otherVersion(path, task, changes) }
        }
        let held = summary.texts.compactMap { try? TaskDefinition(TaskSource(task: $0.key, text: $0.value)) }
        guard let notes = JSONText.decode(Notes.self, summary.notes, context: [TaskDefinition.decodingContext: held])
        else { throw TrainingRunError.notes(path) }
        if let objection = notes.objection { throw TrainingRunError.impossible(path, objection) }
        let frames =
            try notes.frozenCore?.makeFrames(notes.recipe)
            ?? notes.recipe.makeFrameGroups().frames
        let dataSet = try notes.recipe.makeCarDataSet()
        let names = notes.frozenCore?.programs ?? notes.recipe.library.names
        let (trainer, best) = try Checkpoint.read(
            path, frames: frames,
            stream: try dataSet.map { try CarFrames($0, ProgramLibrary(names: names)) },
            images: dataSet?.images)
        guard trainer.network.library.names == names,
            (notes.recipe.tasks + (notes.frozenCore?.oldTasks ?? [])).allSatisfy({ $0.isKnown(to: trainer.network) }),
            trainer.learned == notes.frozenCore?.learned ?? .everything
        else { throw TrainingRunError.impossible(path, "its network has not the programs of its tasks") }
        self.recipe = notes.recipe
        frozenCore = notes.frozenCore
        self.trainer = trainer
        bestNetwork = best
        bestScore = notes.bestScore
        marks = notes.marks
        wrongAtValidation = notes.wrongAtValidation
        margin = notes.margin
        loss = notes.loss
    }

    /// The texts of the tasks trained on that come from files, by their names, for the model file's metadata.
    package var texts: [String: String] {
        let own = recipe.tasks.compactMap { task in task.heldText.map { (task.name, $0) } }
        return (frozenCore?.oldTexts ?? [:]).merging(own) { _, new in new }
    }

    /// How the network came about, for the model file's metadata.
    package var summary: [String: String] {
        var made = [
            "seed": "\(recipe.seed)", "updates": "\(trainer.updateCount)", "steps": "\(trainer.stepCount)",
        ]
        // An encoder of images is learned from frames that are drawn without end, of no problem and no auxiliary program.
        if frozenCore?.encoder == nil { made.merge(summaryOfProblems) { _, new in new } }
        if let cars = recipe.cars {
            made["cars"] = "\(cars.carsPerKind) of each kind\(cars.realFolder == nil ? "" : ", and real ones")"
            made["poses"] = cars.isWhole ? "all" : "the paper's"
            if cars.isWhole, let share = cars.wholeShare { made["pose_share"] = "\(share)" }
            if let kind = cars.favouredKind { made["favoured"] = kind.rawValue }
        }
        if frozenCore?.keepsSight == true { made["sight"] = "kept" }
        if let count = trainer.options.imagesAlone { made["pictures_per_update"] = "\(count)" }
        guard let frozenCore else { return made.merging(["tasks": names(of: recipe.tasks)]) { _, new in new } }
        // What was made on the frozen network stands under "grown", or "encoder"; the rest is as it was before.
        var summary = frozenCore.oldTraining
        let prefix = frozenCore.encoder == nil ? "grown" : "encoder"
        for (key, value) in made { summary["\(prefix)_\(key)"] = value }
        guard frozenCore.encoder == nil else { return summary }
        summary["grown_programs"] = frozenCore.newPrograms.joined(separator: ",")
        summary["grown_way"] = frozenCore.mode.rawValue
        summary["tasks"] = names(of: frozenCore.oldTasks + recipe.tasks)
        return summary
    }

    /// Of which problems its frames are.
    private var summaryOfProblems: [String: String] {
        var made = [
            "practice_programs": "\(recipe.auxiliary.programCount)", "frames": "\(trainer.curriculum.frameCount)",
        ]
        if recipe.proof != nil {
            made["frames_of"] = "all that can be seen"
        } else {
            made["lengths"] = recipe.lengthsInWords
            made["problems_per_length"] = "\(recipe.problemsPerLength)"
        }
        if let coverage = recipe.coverage { made["problems_without_new_steps"] = "\(coverage.patience)" }
        return made
    }

    private func names(of tasks: [TaskDefinition]) -> String {
        tasks.map(\.name).joined(separator: ",")
    }

    /// How good the best network is, in a line.
    package var verdict: String {
        guard let bestScore else { return "not yet validated" }
        if isRight, let margin = bestScore.margin, recipe.proof != nil {
            return
                "right in all \(trainer.curriculum.frameCount.grouped) sequences that its programs can see on inputs of any length, "
                + "by at least \(margin.decimals(2)) logits"
        }
        let share = (bestScore.rightShare * 1_000).rounded(.down) / 10
        return "\(share) % of the validation problems solved, \(bestScore.wrongFrames) training sequences wrong"
    }
}

/// A checkpoint that no training of this program wrote.
package enum TrainingRunError: Error, Equatable, CustomStringConvertible {
    /// Its notes are missing or damaged.
    case notes(String)
    /// They tell of a training that cannot have been.
    case impossible(String, String)
    /// They are of another version of a task's file.
    case otherVersion(String, TaskDefinition, TaskChanges)

    /// One line for the user.
    package var description: String {
        switch self {
        case .notes(let path):
            "cannot resume from \(path): it does not say what was trained; start anew without --resume"
        case .impossible(let path, let what): "cannot resume from \(path): \(what)"
        case .otherVersion(let path, let task, let changes):
            "cannot resume from \(path): it was trained on another version of \(task.source?.file ?? task.name): \(changes.text); "
                + "name no task to go on with that version, or leave out --resume to train on this one"
        }
    }
}
