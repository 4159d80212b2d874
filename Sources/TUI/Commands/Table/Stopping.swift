import Debugger
import TerminalKit

extension Command {
    static let toggleBreakpoint: Command = Command(
        "toggle-breakpoint", .stopping, .character("b"),
        word: Word(
            text: "break", aliases: ["b", "br"],
            usage: "break PROGRAM, LINE, act ACTION, return, step N, depth N, mistake, low-confidence, or a condition"
        ) { BreakpointSpec.completions(after: $0, $1.session.vocabulary) },
        footer: ("break", 12), help: "breakpoint on the program or the line under the cursor, on or off"
    ) { state, invocation in
        guard let text = invocation.argument else { return state.toggleBreakpoint() }
        if text.isEmpty { return state.toggleBreakpoint(deletes: false) }
        state.addBreakpoint(text, asked: .toggleBreakpoint, typed: text)
    }

    static let temporaryBreakpoint: Command = Command(
        "temporary-breakpoint", .stopping,
        word: Word(text: "tbreak", aliases: ["tb"], usage: "tbreak PLACE or CONDITION, as for break") {
            BreakpointSpec.completions(after: $0, $1.session.vocabulary)
        },
        help: "breakpoint that stops once and goes away"
    ) { state, invocation in
        guard let text = invocation.argument, !text.isEmpty else { return state.complain(temporaryBreakpoint.usage) }
        state.addBreakpoint("\(text) once", asked: .temporaryBreakpoint, typed: text)
    }

    static let listBreakpoints: Command = Command(
        "list-breakpoints", .stopping, .character("B"), word: "breakpoints", help: "list the breakpoints"
    ) { state, _ in state.view.overlay = .breakpoints(selected: 0) }

    /// The word of a command that takes the numbers of breakpoints.
    private static func onBreakpoints(_ text: String, aliases: [String]) -> Word {
        Word(text: text, aliases: aliases, usage: "\(text) NUMBER, several such as 2 3 or 2-4, or all") {
            words, state in
            words.isEmpty ? state.breakpointNumbers + ["all"] : []
        }
    }

    static let delete: Command = Command(
        "delete", .stopping, word: onBreakpoints("delete", aliases: ["d", "del"]),
        help: "delete breakpoints by number, or all"
    ) { $0.deleteBreakpoints($1.argument ?? "") }

    static let enable: Command = Command(
        "enable", .stopping, word: onBreakpoints("enable", aliases: ["en"]),
        help: "turn on breakpoints by number, or all"
    ) { $0.enableBreakpoints(true, $1.argument ?? "") }

    static let disable: Command = Command(
        "disable", .stopping, word: onBreakpoints("disable", aliases: ["dis"]),
        help: "turn off breakpoints by number, or all"
    ) { $0.enableBreakpoints(false, $1.argument ?? "") }

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
        word: Word(text: "watch", aliases: ["display"], usage: "watch VALUE, or VALUE stop") {
            $1.session.vocabulary.valueNames + ["stop"]
        },
        footer: ("watch", 13),
        help: "watch a value: a cell, a pointer, a probability; it is shown below the call stack"
    ) { state, invocation in
        guard let text = invocation.argument, !text.isEmpty else { return state.view.prompt = Prompt(.watch) }
        state.addWatch(text, asked: .command, prefix: "watch ")
    }

    static let unwatch: Command = Command(
        "unwatch", .stopping, word: Word(text: "unwatch", aliases: ["undisplay"], usage: "unwatch NUMBER, or unwatch"),
        help: "watch that value no more, or none"
    ) {
        $0.removeWatch($1.argument ?? "")
    }

    static let print: Command = Command(
        "print", .stopping,
        word: Word(
            text: "print", aliases: ["p"],
            usage: "print EXPRESSION, such as depth or confidence; Tab shows the values"
        ) {
            words, state in words.isEmpty ? state.session.vocabulary.valueNames : []
        }, help: "say what an expression is at this step"
    ) { state, invocation in
        guard let text = invocation.argument, !text.isEmpty else { return state.complain(Self.print.usage) }
        state.printValue(text)
    }

    static let info: Command = Command(
        "info", .stopping,
        word: Word(
            text: "info", aliases: ["i"], usage: "info breakpoints, watches, bookmarks, branches, frame or source"
        ) { words, _ in
            words.isEmpty ? InfoSubject.allCases.map(\.rawValue) : []
        }, help: "show one of these: breakpoints, watches, bookmarks, branches, frame, source"
    ) { state, invocation in
        guard let text = invocation.argument, let subject = InfoSubject(beginning: text) else {
            return state.complain(info.usage)
        }
        state.show(subject)
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
        toggleBreakpoint, temporaryBreakpoint, listBreakpoints, delete, enable, disable, toggleMistakeStops, addWatch,
        unwatch, listWatches,
        lastChange, print, info,
    ]
}
