package import NPIKit
package import Scratchpads

/// All that frames of a task's programs can see, on inputs of any length, as demonstrations to learn from and to compare with.
package struct TaskSequences {
    private let graph: SituationGraph
    private let spec: ObservationSpec
    private let structure: TaskStructure

    /// - Throws: ``NPIKit/ProgramLibraryError`` if `library` lacks a program, ``ProofError`` for a task without a file,
    ///   ``ExplorationError``.
    package init(
        _ task: TaskDefinition, _ library: ProgramLibrary, limits: ProofLimits = ProofLimits()
    ) throws {
        structure = try TaskStructure.proving(task, library)
        spec = task.observationSpec
        graph = try SituationGraph(structure, limit: limits.situations) { _, _ in }
    }

    /// The calls whose frames see finitely many sequences.
    package var boundedCalls: [Call] {
        graph.beginnings.indices.filter { SequenceTree(graph, call: Int32($0)).isBounded }.map {
            graph.calls[Int32($0)]
        }
    }

    /// The other calls: the line of a loop in them that goes round any number of times.
    package var loops: [(call: Call, line: Int)] {
        graph.beginnings.indices.filter { !SequenceTree(graph, call: Int32($0)).isBounded }.map {
            let call = graph.calls[Int32($0)]
            return (call, structure.loopLine(call.program) ?? 0)
        }
    }

    /// What frames of a call see and do, one whole frame after the other; nothing for a call that does not come up. To be asked
    /// only of ``boundedCalls``.
    package func forEach(of call: Call, _ visit: (FrameTrace) throws -> Void) rethrows {
        guard let number = graph.calls.number(of: call) else { return }
        var frame = FrameTrace(
            encoder: spec.encoder, program: call.program, arguments: call.arguments, categories: [], decisions: [])
        try SequenceTree(graph, call: number).forEach { node in
            frame.decisions.removeLast(frame.decisions.count - node.depth)
            frame.categories.removeLast(frame.categories.count - node.depth * spec.fields.count)
            frame.decisions.append(node.decision)
            frame.categories += graph.seen[node.seen]
            if node.decision == .end { try visit(frame) }
        }
    }
}
