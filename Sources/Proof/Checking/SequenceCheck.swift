import NPIKit

/// Asks a network at every node of a tree of sequences, each from the state that it has there.
struct SequenceCheck {
    private var predictor: any StepPredictor
    private let spec: ObservationSpec
    private let graph: SituationGraph
    private let act: ProgramID
    private let limit: Int
    private var observation: Observation
    private var prediction: Prediction
    /// The state of the frame at each depth, zeros first.
    private var states: [[Float]]
    /// What was seen at each depth, and whether something was wrong by then.
    private var path: [Int32] = []
    private var isWrong: [Bool] = []

    init(_ predictor: any StepPredictor, _ spec: ObservationSpec, _ graph: SituationGraph, _ limit: Int) {
        self.predictor = predictor
        self.spec = spec
        self.graph = graph
        self.limit = limit
        act = predictor.library.program(named: ProgramLibrary.act) ?? ProgramID(rawValue: 0)
        observation = Observation(for: spec)
        prediction = Prediction(programCount: predictor.library.count)
        states = [Array(repeating: 0, count: predictor.stateSize)]
    }

    /// Checks the sequences of one call.
    mutating func check(
        _ tree: SequenceTree, _ call: Call, _ proof: inout CallProof, progress: (Int) throws -> Void
    ) throws {
        var done = 0
        proof.leastMargin = .infinity
        try tree.forEach { node in
            path.removeLast(max(path.count - node.depth, 0))
            isWrong.removeLast(max(isWrong.count - node.depth, 0))
            path.append(node.seen)
            let step = ask(call, node)
            isWrong.append((isWrong.last ?? false) || !step.isRight)
            proof.leastMargin = min(proof.leastMargin ?? .infinity, step.margin)
            if !step.isRight { note(call, node, &proof) }
            if node.decision == .end, isWrong[node.depth] { proof.wrong += 1 }
            done += 1
            if done % 256 == 0 { try progress(done) }
        }
    }

    private mutating func ask(_ call: Call, _ node: SequenceTree.Node) -> StepCheck {
        if states.count == node.depth + 1 { states.append(Array(repeating: 0, count: predictor.stateSize)) }
        observation.categories = graph.seen[node.seen]
        predictor.predict(
            encoder: spec.encoder, observation: observation, program: call.program, arguments: call.arguments,
            from: states[node.depth], to: &states[node.depth + 1], into: &prediction)
        return StepCheck(prediction, node.decision, act: act)
    }

    /// Keeps the shortest wrong sequences. What follows on a mistake in the same frame says nothing of its own.
    private func note(_ call: Call, _ node: SequenceTree.Node, _ proof: inout CallProof) {
        guard !isWrong.dropLast().contains(true) else { return }
        proof.counterexamples.append(
            Counterexample(
                call: call, seen: path.map { graph.seen[$0] }, expected: node.decision, decided: prediction.decision))
        guard proof.counterexamples.count >= 2 * limit else { return }
        proof.counterexamples.sort { $0.seen.count < $1.seen.count }
        proof.counterexamples.removeLast(proof.counterexamples.count - limit)
    }
}
