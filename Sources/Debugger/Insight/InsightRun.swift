import NPIKit
import Scratchpads

/// Finds what went on in the network at one position, by running it again over the frame's own steps from a state that is
/// known. The run itself is not touched.
///
/// A frame's state depends on what it saw at its own steps alone, so what happened inside its calls is passed over.
package struct InsightRun: Sendable {
    private let goal: InsightGoal
    private let program: ProgramID
    private let wantsGates: Bool

    private var predictor: any StepPredictor
    private var line: StateHistory
    private var position: Int
    private var step: Int
    private var state: [Float]

    /// Begins to look at the selected frame of `session`; nil where none is open, or where no network knows its program.
    ///
    /// - Parameter known: What was found before: a shorter way where it is of the same frame, a little earlier.
    init?(_ session: Session, from known: Insight?) {
        guard let goal = InsightGoal(session) else { return nil }
        self.init(goal, in: session, from: known)
    }

    /// Begins to look at one evaluation of the run of `session`; nil where no network knows its program.
    ///
    /// - Parameters:
    ///   - known: What was found before: a shorter way where it is of the same frame, a little earlier.
    ///   - wantsGates: Whether the gates are to be found too.
    init?(_ goal: InsightGoal, in session: Session, from known: Insight?, wantsGates: Bool = false) {
        guard let cached = session.eye, cached.memory != nil,
            let program = cached.library.program(named: session.library[goal.frame.program])
        else { return nil }
        self.goal = goal
        self.wantsGates = wantsGates
        predictor = cached.uncached
        self.program = program
        line = session.history.states
        (position, step, state) = (goal.frame.call, 0, Array(repeating: 0, count: predictor.stateSize))
        if let snapshot = session.history.live?.snapshots.nearest(to: goal.position),
            snapshot.position >= goal.frame.call,
            snapshot.frames.indices.contains(goal.frame.depth)
        {
            let kept = snapshot.frames[goal.frame.depth]
            position = session.log.firstPosition(from: snapshot.position, inFrame: goal.frame)
            (step, state) = (kept.step, cached.uncachedState(of: kept.state))
        }
        if let known, known.goal.frame.call == goal.frame.call, known.goal.run == goal.run,
            known.program == program, known.position >= position, known.position <= goal.position
        {
            (position, step, state) = (known.position, known.step, known.before)
        }
    }

    /// How many steps of the frame, or few more, are to be evaluated.
    var length: Int { goal.frame.step - step + 1 }

    /// Whether it looks for what is to be seen in `session` as it is now.
    package func isCurrent(in session: Session) -> Bool {
        InsightGoal(session) == goal
    }

    /// Evaluates up to `budget` steps.
    ///
    /// - Returns: What was looked for, once it is found.
    package mutating func advance(budget: Int, in session: Session) -> Insight? {
        let spec = line.world.observationSpec
        var observation = Observation(for: spec)
        var next = state
        var prediction = Prediction(programCount: predictor.library.count)
        for _ in 0..<max(budget, 1) {
            line.move(to: position, in: session.log)
            line.world.observe(into: &observation)
            if !observation.pixels.isEmpty { line.world.look(into: &observation.pixels) }
            predictor.predict(
                encoder: spec.encoder, observation: observation, program: program, arguments: goal.frame.arguments,
                from: state, to: &next, into: &prediction)
            guard position < goal.position else {
                return Insight(
                    goal: goal, step: step, program: program, before: state, after: next, prediction: prediction,
                    gates: gates(seeing: observation))
            }
            position = session.log.firstPosition(from: position + 1, inFrame: goal.frame)
            swap(&state, &next)
            step += 1
        }
        return nil
    }

    private mutating func gates(seeing observation: Observation) -> CoreGates? {
        guard wantsGates, var network = predictor as? NetworkPredictor else { return nil }
        return network.gates(
            encoder: line.world.observationSpec.encoder, observation: observation, program: program,
            arguments: goal.frame.arguments, from: state)
    }
}
