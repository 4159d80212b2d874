import Debugger
import TerminalKit

extension Command {
    static let toggleBreakpoint: Command = Command(
        "toggle-breakpoint", .stopping, .character("b"),
        word: Word(
            text: "break",
            usage: "break PROGRAM, LINE, act ACTION, return, step N, depth N, mistake, low-confidence, or a condition"
        ) { BreakpointSpec.completions(after: $0, $1.session.vocabulary) },
        footer: ("break", 12), help: "breakpoint on the program or the line under the cursor, on or off"
    ) { state, invocation in
        guard let text = invocation.argument, !text.isEmpty else { return state.toggleBreakpoint() }
        state.addBreakpoint(text)
    }

    static let listBreakpoints: Command = Command(
        "list-breakpoints", .stopping, .character("B"), word: "breakpoints", help: "list the breakpoints"
    ) { state, _ in state.view.overlay = .breakpoints(selected: 0) }

    static let delete: Command = Command(
        "delete", .stopping,
        word: Word(text: "delete", usage: "delete NUMBER or all") { words, state in
            words.isEmpty ? state.breakpointNumbers + ["all"] : []
        }
    ) { $0.deleteBreakpoint($1.argument ?? "") }

    static let enable: Command = Command(
        "enable", .stopping,
        word: Word(text: "enable", usage: "enable NUMBER") { $0.isEmpty ? $1.breakpointNumbers : [] }
    ) { $0.enableBreakpoint(true, $1.argument ?? "") }

    static let disable: Command = Command(
        "disable", .stopping,
        word: Word(text: "disable", usage: "disable NUMBER") { $0.isEmpty ? $1.breakpointNumbers : [] }
    ) { $0.enableBreakpoint(false, $1.argument ?? "") }

    static let toggleMistakeStops: Command = Command(
        "toggle-mistake-stops", .stopping, .character("m"),
        word: Word(text: "mistakes", usage: "mistakes on or off") { words, _ in words.isEmpty ? ["on", "off"] : [] },
        help: "stop at mistakes, on or off"
    ) { state, invocation in
        switch invocation.argument {
        case nil: state.setMistakeStops(!state.session.stopPoints.stopsOnMistake)
        case "on": state.setMistakeStops(true)
        case "off": state.setMistakeStops(false)
        default: state.complain(toggleMistakeStops.usage)
        }
    }

    static let addWatch: Command = Command(
        "add-watch", .stopping, .character("w"),
        word: Word(text: "watch", usage: "watch VALUE, or VALUE stop") {
            $1.session.vocabulary.valueNames + ["stop"]
        },
        footer: ("watch", 13),
        help: "watch a value: a cell, a pointer, a probability; it is shown below the call stack"
    ) { state, invocation in
        guard let text = invocation.argument, !text.isEmpty else { return state.view.prompt = Prompt(.watch) }
        state.addWatch(text, asked: .command, prefix: "watch ")
    }

    static let unwatch: Command = Command(
        "unwatch", .stopping, word: Word(text: "unwatch", usage: "unwatch NUMBER or all")
    ) {
        $0.removeWatch($1.argument ?? "")
    }

    static let listWatches: Command = Command(
        "list-watches", .stopping, .character("W"), word: "watches", help: "list what is watched; stop at changes"
    ) { state, _ in state.view.overlay = .watches(selected: 0) }

    static let lastChange: Command = Command(
        "last-change", .stopping, .character("L"),
        word: Word(text: "last", usage: "last, or last VALUE") {
            $1.session.vocabulary.valueNames + ["stop"]
        },
        help: "to where what is watched last changed; again: to the change before"
    ) { state, invocation in
        if let text = invocation.argument, !text.isEmpty { state.addWatch(text, asked: .command, prefix: "last ") }
        if state.view.prompt == nil { state.goToLastChange() }
    }

    /// Says where the run stops.
    static let stopping: [Command] = [
        toggleBreakpoint, listBreakpoints, delete, enable, disable, toggleMistakeStops, addWatch, unwatch, listWatches,
        lastChange,
    ]
}
