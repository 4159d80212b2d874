import NPIKit
import Scratchpads

/// The network at the last known event, which makes the next one.
struct LiveRun: Sendable {
    /// How deep calls may nest.
    static let depthLimit = 1 << 20
    /// How many floats the states of open frames may take, 256 MB: a network that calls itself for ever keeps one for each.
    static let stateLimit = 1 << 26

    private(set) var interpreter: Interpreter<AnyScratchpad>
    private(set) var snapshots = FrameSnapshots()

    let program: ProgramID
    let arguments: Arguments
    let stepLimit: Int

    init(
        _ predictor: any StepPredictor, in world: AnyScratchpad, running program: ProgramID, arguments: Arguments,
        stepLimit: Int
    ) throws(StepPredictorError) {
        interpreter = try Interpreter(predictor, in: world, running: program, arguments: arguments)
        self.program = program
        self.arguments = arguments
        self.stepLimit = stepLimit
    }

    /// How the run ends here, or nil if it goes on.
    var ending: Ending? {
        if interpreter.isHalted { return .halted }
        if interpreter.eventCount >= stepLimit { return .stepLimit(stepLimit) }
        let depth = interpreter.frames.count
        return depth > Self.depthLimit || interpreter.stateCount > Self.stateLimit ? .depthLimit(depth - 1) : nil
    }

    /// Makes the next event and puts it into `log`, judged by `expert`. There must be one: ``ending`` is nil.
    ///
    /// - Parameter forced: What a person decides in the network's stead.
    mutating func extend(_ log: inout EventLog, judgedBy expert: TaskExpert?, forcing forced: Decision? = nil) {
        let place = log.place(at: log.count)
        let asked = ask(expert, at: place, forcing: forced)
        snapshots.willMove(innermostOf: interpreter.frames.count)
        let event = if let forced { interpreter.force(forced) } else { interpreter.step() }
        guard let event else { preconditionFailure("the run has ended") }
        var highlight: Highlight?
        if case .act(let arguments, let effect) = event {
            highlight = interpreter.world.mark(of: arguments, effect)
        }
        log.append(
            event, prediction: asked.prediction, judgement: asked.judgement, isForced: forced != nil,
            highlight: highlight, place: asked.placeAfter, expertChance: asked.chance)
        snapshots.offer(interpreter.frames, at: log.count)
    }

    /// Goes back to `position`, where the world is as `line` says, by running the network from a snapshot on and making
    /// it decide as it did.
    mutating func rewind(to position: Int, in log: EventLog, along line: StateHistory) throws(StepPredictorError) {
        let (start, frames) = snapshots.nearest(to: position)
        var line = line
        line.move(to: start, in: log)
        var past = try Interpreter(
            interpreter.predictor, in: line.world, running: program, arguments: arguments, resuming: frames,
            after: start)
        while past.eventCount < position {
            let next = past.eventCount + 1
            if let decision = log[next].decision { _ = past.force(decision) } else { _ = past.step() }
            if let edit = line.edits.first(where: { $0.position == next }) { past.edit { $0 = edit.after } }
        }
        interpreter = past
        snapshots.cut(after: position)
    }

    /// Changes the world from outside.
    mutating func setWorld(_ world: AnyScratchpad) {
        interpreter.edit { $0 = world }
    }

    /// What the network says of the next step, and what the expert says of the choice.
    private struct Answers {
        var prediction: PredictionSummary?
        var judgement = Judgement.unknown
        var chance: ExpertChance?
        /// Where the expert sees the frame afterwards.
        var placeAfter: Int?
    }

    /// Asks the network and `expert`, which sees the innermost frame at `place`, of the next step.
    private mutating func ask(_ expert: TaskExpert?, at place: Int, forcing forced: Decision?) -> Answers {
        // The prediction must be let go before the next step, which writes into the same memory.
        guard let prediction = interpreter.predict() else { return Answers() }
        var answers = Answers(prediction: PredictionSummary(prediction))
        guard let expert, let frame = interpreter.frames.last else { return answers }
        let (expected, after) = expert.next(
            program: frame.program, arguments: frame.arguments, step: place, in: interpreter.world)
        answers.placeAfter = after
        let decision = forced ?? prediction.decision
        answers.judgement = expected == decision ? .agrees : .differs
        if expected != decision {
            let act = interpreter.predictor.library.program(named: ProgramLibrary.act)
            answers.chance = ExpertChance(of: expected, insteadOf: decision, in: prediction, act: act)
        }
        return answers
    }
}
