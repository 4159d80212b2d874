package import NPIKit
package import Scratchpads

/// The words that a person may use of a run: what its environment, its programs and its actions are called.
package struct SpecVocabulary {
    let library: ProgramLibrary
    let values: [String]
    let rows: [String]
    let actions: [(arguments: Arguments, name: String)]

    /// The words of runs of the programs of `library` in `world`.
    init(_ library: ProgramLibrary, _ world: AnyScratchpad) {
        self.library = library
        values = world.valueNames
        rows = world.rowNames
        actions = world.actions
    }

    /// The programs that can be called.
    var programs: [String] { library.names.filter { $0 != ProgramLibrary.act } }

    /// What can stand in an expression.
    package var valueNames: [String] {
        values + rows.filter { !values.contains($0) } + Expression.RunValue.allCases.map(\.rawValue)
            + Expression.PredictionValue.allCases.map(\.rawValue) + ["p"]
    }

    /// The program called `name`, in any letter case; nil if there is none.
    func program(_ name: String) -> ProgramID? {
        let known = library.names.first { $0 == name } ?? library.names.first { $0.lowercased() == name.lowercased() }
        return known.flatMap { library.program(named: $0) }
    }
}
