import NPIKit
import Scratchpads
import Support

/// The words that a person may use of a run: what its environment, its programs and its actions are called.
package struct SpecVocabulary {
    let library: ProgramLibrary
    let cells: [Cell]
    let actions: [(arguments: Arguments, name: String)]
    /// The lines of the task's file; nil for a task that has none.
    let lines: SourceLines?
    /// The task's programs.
    let taskPrograms: [String]
    /// All programs that can be called: the task's, then those of other tasks.
    let programs: [String]

    /// The words of runs of the programs of `library` in `world`, where `task` is carried out.
    init(_ library: ProgramLibrary, _ world: AnyScratchpad, _ task: TaskDefinition) {
        self.library = library
        lines = task.sourceLines
        let callable = library.names.filter { $0 != ProgramLibrary.act }
        let own = Set(task.programNames)
        taskPrograms = callable.filter(own.contains)
        programs = taskPrograms + callable.filter { !own.contains($0) }
        cells = world.cells
        actions = world.actions
    }

    /// What was probably meant by `name`, a program or one of `others`, as the end of a sentence. Where nothing is near, only the
    /// task's programs are listed.
    func meaning(of name: String, or others: [String] = []) -> String {
        name.meaning(oneOf: programs + others, listing: taskPrograms + others)
    }

    /// The names of the environment's single values.
    var values: [String] { cells.filter { $0.placeCount == nil }.map(\.name) }

    /// What can stand in an expression.
    package var valueNames: [String] {
        let values = values
        return values + cells.map(\.name).filter { !values.contains($0) } + Expression.RunValue.allCases.map(\.rawValue)
            + Expression.PredictionValue.allCases.map(\.rawValue) + ["p"]
    }

    /// The single value called `name`, an index of ``cells``; nil if there is none.
    func value(_ name: String) -> Int? { cells.firstIndex { $0.placeCount == nil && $0.name == name } }

    /// The row called `name`, an index of ``cells``; nil if there is none.
    func row(_ name: String) -> Int? { cells.firstIndex { $0.placeCount != nil && $0.name == name } }

    /// Whether actions begin with `name`, such as WRITE.
    func isAction(_ name: String) -> Bool {
        !valueNames.contains(name.lowercased())
            && actions.contains { $0.name.split(separator: " ").first?.lowercased() == name.lowercased() }
    }

    /// The program called `name`, in any letter case; nil if there is none.
    func program(_ name: String) -> ProgramID? {
        let known = library.names.first { $0 == name } ?? library.names.first { $0.lowercased() == name.lowercased() }
        return known.flatMap { library.program(named: $0) }
    }
}
