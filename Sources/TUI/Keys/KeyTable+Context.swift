extension KeyTable {
    /// What can be done in the mode, or in the pane that has the keys.
    static func context(for view: ViewState) -> KeyHelp {
        if view.activity == .playing {
            return group(view, "while it plays", [.play, .faster, .slower, .playForward, .playBack])
        }
        switch view.mode {
        case .run: return context(in: view.focus, view)
        case .inside:
            return group(
                view, "inside the network", [.look(.inside), .look(.memory), .callerFrame, .calleeFrame, .zoom])
        case .memory:
            return group(
                view, "the program memory",
                [.look(.memory), .look(.inside), .scroll(.up), .scroll(.down), .callerFrame, .calleeFrame, .zoom])
        }
    }

    private static func context(in pane: PaneName, _ view: ViewState) -> KeyHelp {
        switch pane {
        case .scratchpad: group(view, "the scratchpad", [.edit, .scroll(.left), .scroll(.right), .addWatch, .zoom])
        case .stack:
            group(
                view, "the call stack",
                [.callerFrame, .calleeFrame, .finish, .finishBack, .toggleBreakpoint, .look(.inside)])
        case .prediction:
            group(view, "the next call", [.step, .force, .leastConfident, .look(.inside), .look(.memory)])
        case .trace:
            group(
                view, "the trace",
                [
                    .scroll(.up), .scroll(.down), .fold, .follow, .toggleBreakpoint, .search, .searchNext,
                    .searchPrevious,
                ])
        }
    }

    private static func group(_ view: ViewState, _ place: String, _ commands: [Command]) -> KeyHelp {
        KeyHelp(
            "Here: \(place)",
            commands.compactMap { command in
                view.keys.binding(of: command).map { KeyHint($0.shownKeys, $0.help) }
            })
    }
}
