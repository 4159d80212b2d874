import NPIKit
import Scratchpads

// What a person may type of this very run, for questions that are still empty.
extension Session {
    /// Values to watch: a single one, a cell of the last row, the probability of the task's last program.
    package var exampleValues: [String] {
        let words = vocabulary
        let row = words.cells.last { $0.placeCount != nil }
        let program = words.taskPrograms.last ?? words.programs.last
        return [words.values.first, row.map { "\($0.name)[0]" }, program.map { "p(\($0))" }, "depth"].compactMap(\.self)
    }

    /// An action: the next one, if one is next, or the last that there is.
    package var exampleAction: String? {
        if let next = knownNext(at: position), next.kind == .act { return name(of: next) }
        return vocabulary.actions.last?.name
    }
}
