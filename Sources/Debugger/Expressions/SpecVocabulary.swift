import NPIKit
import Scratchpads

/// The words that a person may use of a session: what its environment, its programs and its actions are called.
struct SpecVocabulary {
    let library: ProgramLibrary
    let values: [String]
    let rows: [String]
    let actions: [(arguments: Arguments, name: String)]

    init(_ session: Session) {
        library = session.library
        let world = session.world
        values = world.valueNames
        rows = world.rowNames
        actions = world.actions
    }

    /// The programs that can be called.
    var programs: [String] { library.names.filter { $0 != ProgramLibrary.act } }

    /// What can stand in an expression.
    var valueNames: [String] {
        values + rows.filter { !values.contains($0) } + Expression.RunValue.allCases.map(\.rawValue)
            + Expression.PredictionValue.allCases.map(\.rawValue) + ["p"]
    }

    /// The program called `name`, in any letter case; nil if there is none.
    func program(_ name: String) -> ProgramID? {
        let known = library.names.first { $0 == name } ?? library.names.first { $0.lowercased() == name.lowercased() }
        return known.flatMap { library.program(named: $0) }
    }
}
