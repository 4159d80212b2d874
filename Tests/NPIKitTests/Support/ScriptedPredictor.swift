import NPIKit

/// Decides by a script, and counts how often it was asked.
///
/// A frame's state is three floats: how many steps it has made, the program it belongs to plus one, and 7 once it has been
/// used: what is wrong in them betrays a state that another frame has touched.
struct ScriptedPredictor: StepPredictor {
    /// All that a predictor is told about one step.
    struct Moment {
        var observation: Observation
        var program: ProgramID
        var arguments: Arguments
        var step: Int
    }

    let library = LampExpert.library
    let stateSize = 3
    var evaluationCount = 0
    /// Whether a frame began with anything but zeros or found another's state.
    var sawForeignState = false
    let script: @Sendable (Moment) -> Decision

    init(_ script: @escaping @Sendable (Moment) -> Decision) {
        self.script = script
    }

    /// Does what the expert would do, from what is seen.
    static let expert = ScriptedPredictor { moment in
        let row = LampRow(
            colours: moment.observation.categories[1] == 1
                ? [moment.observation.categories[0]] : [moment.observation.categories[0], 0])
        return LampExpert().decide(
            program: moment.program, arguments: moment.arguments, step: moment.step, in: row)
    }

    func check(_ spec: ObservationSpec) throws(StepPredictorError) {
        guard spec.encoder == LampRow.spec.encoder else { throw .unknownEncoder(spec.encoder, known: ["lamps"]) }
        guard spec == LampRow.spec else { throw .fieldsDiffer(encoder: spec.encoder) }
    }

    mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        evaluationCount += 1
        let owner = Float(program.rawValue + 1)
        if state[0] == 0 ? state != [0, 0, 0] : state[1...] != [owner, 7] { sawForeignState = true }
        next = [state[0] + 1, owner, 7]
        let moment = Moment(
            observation: observation, program: program, arguments: arguments, step: Int(state[0]))
        prediction.decision = script(moment)
        prediction.end = prediction.decision == .end ? 0.9 : 0.1
    }
}
