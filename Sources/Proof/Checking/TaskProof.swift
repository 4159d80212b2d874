package import NPIKit
package import Scratchpads

/// What was found of a task's programs, on inputs of any length.
package struct TaskProof: Sendable {
    package var task: String
    package var calls: [CallProof]
    /// How many situations were looked at.
    package var situations: Int

    /// Whether the network is right at every step of every problem.
    package var isProven: Bool { calls.allSatisfy(\.isProven) }
    package var sequences: Int { calls.sequences }
    package var steps: Int { calls.steps }
    package var wrong: Int { calls.wrong }
    package var leastMargin: Float? { calls.leastMargin }

    /// How far it has come.
    package enum Progress: Sendable {
        case exploring(done: Int, open: Int)
        case counting(program: String)
        case checking(done: Int, of: Int)
    }

    /// Finds all that frames of `task` can see, and asks `predictor`, if any, at every step.
    ///
    /// - Parameter progress: Called now and then; ends the search by throwing.
    /// - Throws: ``NPIKit/ProgramLibraryError`` for a missing program, ``NPIKit/StepPredictorError`` for a missing encoder,
    ///   ``ProofError`` for what cannot be proven, and what `progress` throws.
    package init(
        _ task: TaskDefinition, _ predictor: (any StepPredictor)?, limits: ProofLimits = ProofLimits(),
        progress: (Progress) throws -> Void = { _ in }
    ) throws {
        let library = predictor?.library ?? ProgramLibrary(for: [task])
        let structure = try TaskStructure.proving(task, library)
        try predictor?.check(task.observationSpec)
        let graph = try SituationGraph(structure, limit: limits.situations) {
            try progress(.exploring(done: $0, open: $1))
        }
        self.task = task.name
        situations = graph.count
        calls = []
        var trees: [SequenceTree?] = []
        for number in graph.beginnings.indices {
            let call = graph.calls[Int32(number)]
            let name = library.names[call.program.rawValue]
            try progress(.counting(program: name))
            var proof = CallProof(
                program: name,
                arguments: Array(call.arguments.values.prefix(structure.parameterCount(call.program))))
            let tree = SequenceTree(graph, call: Int32(number))
            if tree.isBounded {
                proof.count(tree, limit: limits.steps)
            } else {
                proof.unbounded = .loop(line: structure.loopLine(call.program) ?? 0)
            }
            calls.append(proof)
            trees.append(proof.unbounded == nil ? tree : nil)
        }
        guard let predictor else { return }
        var check = SequenceCheck(predictor, task.observationSpec, graph, limits.counterexamples)
        let all = steps
        var before = 0
        for (index, tree) in trees.enumerated() {
            guard let tree else { continue }
            try check.check(tree, graph.calls[Int32(index)], &calls[index]) {
                try progress(.checking(done: before + $0, of: all))
            }
            before += calls[index].steps
        }
    }
}

extension CallProof {
    private struct TooMany: Error {}

    /// Counts sequences and steps.
    fileprivate mutating func count(_ tree: SequenceTree, limit: Int) {
        do {
            try tree.forEach { node in
                steps += 1
                if node.decision == .end { sequences += 1 }
                if steps > limit { throw TooMany() }
            }
        } catch {
            (steps, sequences) = (0, 0)
            unbounded = .tooMany(limit: limit)
        }
    }
}
