import Debugger
import NPIKit
import Scratchpads
import TerminalKit

extension Command {
    static let edit: Command = Command(
        "edit", .changing, .character("e"), footer: ("edit", 5),
        help: "what if: change a cell, around a car an angle, with \(key: .set) any value; the network runs on",
        refusal: \.reasonAgainstChange
    ) { state, _ in state.beginEdit() }

    static let set: Command = Command(
        "set", .changing,
        word: Word(
            text: "set",
            usage: "set VALUE NUMBER: a cell, a pointer or an angle, such as carry 0, ptr1 2, azimuth 30"
        ) { $0.isEmpty ? $1.session.world.changeableNames : [] }
    ) { state, invocation in
        guard let text = invocation.argument, !text.isEmpty else { return state.complain(set.usage) }
        if let reason = state.reasonAgainstChange { return state.complain(reason) }
        state.setValue(text)
    }

    static let force: Command = Command(
        "force", .changing, .character("x"),
        word: Word(text: "force", usage: "force PROGRAM, ACTION or return") {
            Decision.completions(after: $0, in: $1.session)
        },
        help: "what if: do something else next: a program, an action, return", refusal: \.reasonAgainstForce
    ) { state, invocation in
        guard let text = invocation.argument, !text.isEmpty else { return state.beginForce() }
        state.force(text, asked: .command, prefix: "force ")
    }

    static let undoEdit: Command = Command(
        "undo-edit", .changing, .character("U"), word: "undo",
        help: "undo the change: the branch before comes back",
        refusal: { $0.branches.parent == nil ? "nothing was changed" : nil }
    ) { state, _ in state.undoEdit() }

    static let listBranches: Command = Command(
        "list-branches", .changing, .character("V"), word: Word(text: "branches", oldWords: ["futures"]),
        help: "list the branches that were tried, and where they part"
    ) { state, _ in state.view.overlay = .branches(selected: max(state.branches.all.count - 1, 0)) }

    static let branch: Command = Command(
        "branch", .changing, word: Word(text: "branch", oldWords: ["future"], usage: "branch NUMBER")
    ) { state, invocation in
        guard let id = invocation.argument.flatMap({ Int($0) }), !state.branches.all.isEmpty else {
            return state.complain("usage: branch NUMBER; \(key: .listBranches) lists them")
        }
        state.switchBranch(to: id)
    }

    static let record: Command = Command(
        "record", .changing, [.character("r")], word: Word(text: "record", usage: "record FILE"),
        help: "record the run to a file"
    ) { (state: inout AppState, invocation: Invocation) -> [AppEffect] in
        if let path = invocation.argument, !path.isEmpty, state.view.recordingName == nil {
            return state.record(to: path)
        }
        state.beginRecordPrompt()
        return []
    }

    static let restore: Command = Command(
        "restore", .changing, .character("R"), word: "restore",
        help: "bring back what was set up on this run the last time: breakpoints, watches, bookmarks, branches",
        refusal: { $0.tour == nil ? nil : "a tour keeps its place only" }
    ) { state, _ in state.restoreWork() }

    /// Changes the run, or keeps it.
    static let changing: [Command] = [edit, set, force, undoEdit, listBranches, branch, record, restore]
}
