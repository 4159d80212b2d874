extension KeyAssignment {
    /// The footer's hints for what is going on; nil where the usual ones apply. The last two are always shown.
    func hints(for view: ViewState) -> [KeyHint]? {
        modeHints(for: view)?.compactMap(\.self)
    }

    private func modeHints(for view: ViewState) -> [KeyHint?]? {
        if view.editing != nil {
            return [
                KeyHint("space", "clear"), KeyHint("arrows", "move"), KeyHint("0-9", "write"), KeyHint("Esc", "done"),
            ]
        }
        switch view.activity {
        case .touring: return [KeyHint("any key", "stops the playing"), KeyHint("space", "wait"), hint(.quit, "leave")]
        case .playing:
            return [
                hint(.play, "pause"), hint(.faster, "faster"), hint(.slower, "slower"),
                hint(.playForward, "one step"),
                hint(.help, "help"), hint(.quit, "quit"),
            ]
        case .moving, .searching: return [KeyHint("any key", "interrupts"), hint(.quit, "quit")]
        case .idle: break
        }
        if let mode = lookHints(view.mode) { return mode }
        if let tour = view.tour { return TourKeys.hints(for: tour) }
        switch view.focus {
        case .trace:
            return [
                KeyHint("Up Down", "choose"), hint(.fold, "fold"), hint(.toggleBreakpoint, "break there"),
                hint(.step, "step"), hint(.search, "search"), hint(.follow, "follow"), hint(.nextPane, "pane"),
                hint(.zoom, "zoom"), hint(.help, "help"), hint(.quit, "quit"),
            ]
        case .stack:
            return [
                hint(.callerFrame, "caller"), hint(.calleeFrame, "callee"), hint(.finish, "finish it"),
                hint(.finishBack, "before it"), hint(.step, "step"), hint(.nextPane, "pane"), hint(.zoom, "zoom"),
                hint(.help, "help"), hint(.quit, "quit"),
            ]
        case .scratchpad, .prediction: return nil
        }
    }

    /// The footer's hints where a run has ended.
    func endHints(isLive: Bool) -> [KeyHint] {
        let hints = [
            hint(.stepBack, "back"), isLive ? hint(.edit, "edit") : nil,
            isLive ? hint(.another, "another") : nil, hint(.start, "start"),
            hint(.previousMark, "mark"), hint(.search, "search"), hint(.help, "help"), hint(.quit, "quit"),
        ]
        return hints.compactMap(\.self)
    }

    private func lookHints(_ mode: ViewMode) -> [KeyHint?]? {
        let looks: [KeyHint?]
        switch mode {
        case .run: return nil
        case .inside: looks = [hint(.look(.inside), "back to the run"), hint(.look(.memory), "memory")]
        case .memory: looks = [hint(.look(.memory), "back to the run"), hint(.look(.inside), "inside")]
        }
        return looks + [
            hint(.callerFrame, "caller"), hint(.calleeFrame, "callee"), hint(.step, "step"), hint(.stepBack, "back"),
            hint(.over, "over"), hint(.run, "continue"), hint(.zoom, "zoom"), hint(.help, "help"), hint(.quit, "quit"),
        ]
    }

    /// Nil where the command has no key.
    private func hint(_ command: Command, _ label: String) -> KeyHint? {
        binding(of: command).map { KeyHint($0.keys[0].name, label) }
    }
}
