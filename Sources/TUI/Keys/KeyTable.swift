package import TerminalKit

/// The one table of keys: the key handler, the help overlay, the footer and `Documentation/Keys.md` are made of it.
package enum KeyTable {
    /// Every binding, in the order of the help; in the footer the same order says which hints matter most.
    package static let bindings: [KeyBinding] = [
        KeyBinding(
            .character("s"), .right, does: .step, .forwards, label: "step", help: "step: one call, action or return"),
        KeyBinding(
            .character("n"), does: .over, .forwards, label: "over", help: "over: a call and all that happens in it"),
        KeyBinding(
            .character("c"), does: .run, .forwards, label: "continue",
            help: "continue: to the next breakpoint or the end, with m also to the next mistake; any key interrupts"),
        KeyBinding(
            .character("S"), .left, does: .stepBack, .backwards, label: "back", help: "step back"),
        KeyBinding(
            .character("e"), does: .edit, .changing, label: "edit",
            help: "what if: change a cell, around a car an angle, with :set any value; the network runs on"),
        KeyBinding(
            .character("["), does: .previousMark, .jumping,
            help: "to the mark before: a mistake, doubt, breakpoint, bookmark, carry, swap, output"),
        KeyBinding(.character("]"), does: .nextMark, .jumping, label: "mark", help: "to the next mark"),
        KeyBinding(
            .character("i"), does: .look(.inside), .looking, label: "inside",
            help:
                "look inside the network: the selected frame's state, its program's memory, all arguments; again: back"),
        KeyBinding(
            .character("f"), does: .finish, .forwards, label: "finish",
            help: "finish: until this frame has returned, or the one selected with u and d"),
        KeyBinding(.character("N"), does: .overBack, .backwards, help: "over, backwards"),
        KeyBinding(
            .character("F"), does: .finishBack, .backwards,
            help: "back to before this frame, or the selected one, was called"),
        KeyBinding(
            .character("C"), does: .runBack, .backwards,
            help: "back to the last breakpoint or the start, with m also to the last mistake"),

        KeyBinding(.home, does: .start, .jumping, help: "to the start"),
        KeyBinding(.end, does: .end, .jumping, help: "to the end"),
        KeyBinding(
            .character("g"), does: .goTo, .jumping, label: "go to", help: "go to a step: a number, 50%, start, end"),
        KeyBinding(
            .character("/"), does: .search, .jumping, label: "search",
            help: "search the trace for a program, an action or words of the narration"),
        KeyBinding(.character("\\"), does: .searchBackwards, .jumping, help: "search backwards"),
        KeyBinding(.character(">"), does: .searchNext, .jumping, help: "to the next match"),
        KeyBinding(.character("<"), does: .searchPrevious, .jumping, help: "to the match before"),
        KeyBinding(
            .character("D"), does: .leastConfident, .jumping, help: "to the step of which the network is least sure"),
        KeyBinding(
            .character("k"), does: .bookmark, .jumping, help: "bookmark this step, with a note; again: change the note"),
        KeyBinding(.character("K"), does: .listBookmarks, .jumping, help: "list the bookmarks"),

        KeyBinding(.character(" "), does: .play, .playing, label: "play", help: "play, or pause"),
        KeyBinding(.character("+"), .character("="), does: .faster, .playing, help: "twice as fast"),
        KeyBinding(.character("-"), .character("_"), does: .slower, .playing, help: "half as fast"),
        KeyBinding(.character("."), does: .playForward, .playing, help: "pause, and one step forward"),
        KeyBinding(.character(","), does: .playBack, .playing, help: "pause, and one step back"),

        KeyBinding(
            .character("b"), does: .toggleBreakpoint, .stopping, label: "break",
            help: "breakpoint on the program under the cursor, on or off"),
        KeyBinding(.character("B"), does: .listBreakpoints, .stopping, help: "list the breakpoints"),
        KeyBinding(.character("m"), does: .toggleMistakeStops, .stopping, help: "stop at mistakes, on or off"),
        KeyBinding(
            .character("w"), does: .addWatch, .stopping, label: "watch",
            help: "watch a value: a cell, a pointer, a probability; it is shown below the call stack"),
        KeyBinding(.character("W"), does: .listWatches, .stopping, help: "list what is watched; stop at changes"),
        KeyBinding(
            .character("L"), does: .lastChange, .stopping,
            help: "to where what is watched last changed; again: to the change before"),

        KeyBinding(
            .character("u"), does: .callerFrame, .looking, help: "look at the caller's frame"),
        KeyBinding(.character("d"), does: .calleeFrame, .looking, help: "look at the called frame"),
        KeyBinding(.tab, does: .nextPane, .looking, label: "pane", help: "give the arrow keys to the next pane"),
        KeyBinding(.backTab, does: .previousPane, .looking, help: "give them to the pane before"),
        KeyBinding(.character("z"), does: .zoom, .looking, label: "zoom", help: "the pane alone on the screen, or all"),
        KeyBinding(
            .character("M"), does: .look(.memory), .looking,
            help: "look at the program memory: which keys are alike, and which one is asked for; again: back"),
        KeyBinding(.up, does: .scroll(.up), .looking, help: "scroll, or choose a line"),
        KeyBinding(.down, does: .scroll(.down), .looking, help: "scroll, or choose a line"),
        KeyBinding(.pageUp, does: .scroll(.pageUp), .looking, help: "scroll by a page"),
        KeyBinding(.pageDown, does: .scroll(.pageDown), .looking, help: "scroll by a page"),
        KeyBinding(.character("h"), does: .scroll(.left), .looking, help: "scroll the environment left"),
        KeyBinding(.character("l"), does: .scroll(.right), .looking, help: "scroll the environment right"),
        KeyBinding(
            .enter, does: .fold, .looking,
            help: "in the trace: fold or unfold the chosen call; elsewhere: go on following the position"),
        KeyBinding(
            .escape, does: .follow, .looking, help: "follow the position again; from a look inside the network: back"),

        KeyBinding(
            .character("x"), does: .force, .changing,
            help: "what if: do something else next: a program, an action, return"),
        KeyBinding(.character("U"), does: .undoEdit, .changing, help: "undo the change: the future before comes back"),
        KeyBinding(
            .character("V"), does: .listBranches, .changing,
            help: "list the futures that were tried, and where they part"),
        KeyBinding(.character("r"), does: .record, .changing, help: "record the run to a file"),

        KeyBinding(
            .character("a"), does: .another, .program, label: "another",
            help: "run another problem in place of this one"),
        KeyBinding(.character(":"), does: .commandLine, .program, help: "the command line; Tab completes"),
        KeyBinding(.control("l"), does: .redraw, .program, help: "draw the screen anew"),
        KeyBinding(.character("?"), .function(1), does: .help, .program, label: "help", help: "this help"),
        KeyBinding(.character("q"), does: .quit, .program, label: "quit", help: "quit"),
    ]

    /// Digits jump to tenths of the run; they stand in the help as one entry.
    static let tenths = KeyHint("0 ... 9", "to that tenth of the run")

    /// What `key` does, or nil.
    package static func command(for key: Key) -> Command? { KeyAssignment.standard.command(for: key) }

    /// The footer's hints, the most important first; help and quit stand last and are always shown.
    package static let hints = KeyAssignment.standard.hints

    /// The help overlay's groups.
    package static let help = KeyAssignment.standard.help

    /// The keys as a table in Markdown: the text of `Documentation/Keys.md`.
    package static var markdown: String {
        var lines = [
            "# Keys", "",
            "Made from the key table of the program; `?` shows the same. A configuration file calls commands by the last column.",
            "",
        ]
        for group in KeyBinding.Group.allCases {
            lines += ["## \(group.rawValue)", "", "| key | what it does | command |", "|---|---|---|"]
            lines += bindings.filter { $0.group == group }.map { row($0.shownKeys, $0.help, "`\($0.command.name)`") }
            if group == .jumping { lines.append(row(tenths.key, tenths.label, "")) }
            lines.append("")
        }
        lines += ["## \(TourKeys.help.title)", "", "| key | what it does | command |", "|---|---|---|"]
        lines += TourKeys.help.entries.map { row($0.key, $0.label, "") }
        lines.append("")
        return lines.joined(separator: "\n")
    }

    private static func row(_ keys: String, _ help: String, _ command: String) -> String {
        let keys = keys.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
        return "| \(keys) | \(help) | \(command) |"
    }
}
