import Debugger
import TerminalKit

extension Command {
    static let compare: Command = Command(
        "compare", .looking, [.character("&")],
        word: Word(text: "compare", usage: "compare RECORDING, MODEL or BRANCH") { words, state in
            words.isEmpty ? state.branches.all.map { "\($0.id)" } : []
        },
        help:
            "put another run of the problem beside this one: a recording, a network's, or a branch; again: put it away"
    ) { (state: inout AppState, invocation: Invocation) -> [AppEffect] in state.compare(invocation.argument) }

    static let goToDifference: Command = Command(
        "go-to-difference", .jumping, .character("!"), word: "difference",
        help: "beside another run: before the first decision that differs; again: before the first probability"
    ) { state, _ in state.goToDifference() }

    static let besideInBranches: Command = Command(
        "branches-beside", .branches, .character("b"), help: "put the chosen one beside this run"
    ) { state, _ in
        guard let chosen = state.chosen(of: state.branches.all) else { return }
        guard chosen.id != state.branches.current else {
            return state.complain("this is the present branch; choose another one to put beside it")
        }
        state.compare(with: chosen.session, named: "branch \(chosen.id)")
    }

    static let listFailures: Command = Command(
        "list-failures", .program, [], word: Word(text: "fails", usage: "fails FOLDER"),
        help: "list the recordings of a folder by their first mistakes, as npi evaluate --failures keeps them"
    ) { (state: inout AppState, invocation: Invocation) -> [AppEffect] in state.listFailures(invocation.argument) }

    static let openInFailures: Command = Command(
        "failures-open", .failures, [.enter, .character(" ")], help: "open the chosen one at its first mistake"
    ) { (state: inout AppState, _: Invocation) -> [AppEffect] in state.openFailure() }

    /// Looks at other runs.
    static let comparing: [Command] = [compare, goToDifference, besideInBranches, listFailures, openInFailures]
}
