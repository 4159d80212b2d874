package import NPIKit

/// Runs the programs of a task file themselves, where a network would: what a person asks for with `--expert`, to see what the
/// programs do before any network has learned them.
///
/// It decides by what is seen and by the place in the program alone, as a network has to.
package struct FilePredictor: StepPredictor {
    package let library: ProgramLibrary
    /// The place in the frame's program.
    package let stateSize = 1

    private let form: TaskForm
    private let expert: FileExpert
    private let act: Int

    /// Runs the programs of `task`; nil for a task that has no file.
    package init?(_ task: TaskDefinition) {
        guard let form = (task.task as? FileTask)?.form else { return nil }
        self.form = form
        let library = ProgramLibrary(for: [task])
        self.library = library
        guard let expert = try? FileExpert(form, library) else { return nil }
        self.expert = expert
        act = library.program(named: ProgramLibrary.act)?.rawValue ?? 0
    }

    package func check(_ spec: ObservationSpec) throws(StepPredictorError) {
        guard spec.encoder == form.encoder else { throw .unknownEncoder(spec.encoder, known: [form.encoder]) }
        guard spec == form.spec else { throw .fieldsDiffer(encoder: spec.encoder) }
    }

    package mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        let seen = SeenContext(form: form, categories: observation.categories)
        let place = Int(state[0])
        let decision = expert.decide(program, arguments, place, seen)
        next[0] = Float(expert.place(after: place, program, arguments, seen))
        prediction.set(decision, act: act)
    }
}

extension Prediction {
    /// Is sure of `decision`.
    fileprivate mutating func set(_ decision: Decision, act: Int) {
        self.decision = decision
        end = decision == .end ? 1 : 0
        for index in programs.indices { programs[index] = 0 }
        for index in arguments.indices { arguments[index] = 0 }
        let (row, values): (Int, Arguments) =
            switch decision {
            case .call(let program, let arguments): (program.rawValue, arguments)
            case .act(let arguments): (act, arguments)
            case .end: (act, .none)
            }
        programs[row] = 1
        for index in 0..<Arguments.count { arguments[index * Arguments.valueCount + values[index]] = 1 }
    }
}

extension ProgramCode.Step {
    /// What the environment is to do; nil where a program is called or the frame returns.
    func action(in context: some ProgramContext, _ values: [Int]) -> ActionForm? {
        switch instruction {
        case .move(let term, let direction, _): .move(pointer: term.number(values), direction)
        case .write(let term, let formula, _):
            .write(pointer: term.number(values), formula.value(in: context, values))
        case .swap(let one, let other, _): .swap(one.number(values), other.number(values))
        case .copy(let to, let from, _): .copy(to: to.number(values), from: from.number(values))
        case .call, .end, .jump, .branch, .loop, nil: nil
        }
    }
}
