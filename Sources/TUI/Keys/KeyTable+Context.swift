extension KeyTable {
    /// The help overlay's groups: what can be done here and now first, then all keys.
    public static func help(for view: ViewState) -> [KeyHelp] { [context(for: view)] + help }

    /// What can be done in the mode, or in the pane that has the keys.
    static func context(for view: ViewState) -> KeyHelp {
        if view.activity == .playing {
            return group("while it plays", [.play, .faster, .slower, .playForward, .playBack])
        }
        switch view.sight {
        case .run: return context(in: view.focus)
        case .inside:
            return group("inside the network", [.look(.inside), .look(.memory), .callerFrame, .calleeFrame, .zoom])
        case .memory:
            return group("the program memory", [.look(.memory), .look(.inside), .callerFrame, .calleeFrame, .zoom])
        }
    }

    private static func context(in pane: PaneName) -> KeyHelp {
        switch pane {
        case .scratchpad: group("the scratchpad", [.edit, .scroll(.left), .scroll(.right), .addWatch, .zoom])
        case .stack:
            group(
                "the call stack", [.callerFrame, .calleeFrame, .finish, .finishBack, .toggleBreakpoint, .look(.inside)])
        case .forecast: group("the next call", [.step, .force, .leastSure, .look(.inside), .look(.memory)])
        case .trace:
            group(
                "the trace",
                [
                    .scroll(.up), .scroll(.down), .fold, .follow, .toggleBreakpoint, .search, .searchNext,
                    .searchPrevious,
                ])
        }
    }

    private static func group(_ place: String, _ commands: [Command]) -> KeyHelp {
        KeyHelp(
            "Here: \(place)",
            commands.compactMap { command in
                bindings.first { $0.command == command }.map { KeyHint($0.shownKeys, $0.help) }
            })
    }
}
