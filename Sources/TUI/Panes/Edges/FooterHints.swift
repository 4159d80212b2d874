import Tours

extension KeyAssignment {
    /// The footer's hints for what is going on; nil where the usual ones apply. The last two are always shown.
    package func hints(for view: ViewState) -> [KeyHint]? {
        modeHints(for: view)?.compactMap(\.self)
    }

    private func modeHints(for view: ViewState) -> [KeyHint?]? {
        if view.editing != nil {
            return [
                hint(.editClear, "clear"), arrows([.editUp, .editDown, .editLeft, .editRight], "move"),
                KeyHint("0-9", "write"), hint(.editEnd, "done"),
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
        if view.isComparing {
            return [
                hint(.goToDifference, "difference"), hint(.compare, "one run"), hint(.step, "step"),
                hint(.over, "over"), hint(.run, "continue"), hint(.stepBack, "back"), hint(.help, "help"),
                hint(.quit, "quit"),
            ]
        }
        if let mode = modeHints(view.inside.mode) { return mode }
        if let tour = view.tour { return hints(in: tour) }
        if view.focus == .trace, view.showsSource { return sourceHints }
        return view.focus.pane.hints(self)
    }

    /// The hints while the text of the task has the keys.
    private var sourceHints: [KeyHint?] {
        [
            hint(.toggleBreakpoint, "break there"), arrowsUpAndDown("line"), hint(.run, "continue"),
            hint(.runBack, "back"), hint(.step, "step"), hint(.viewSource, "trace"), hint(.follow, "follow"),
            hint(.nextPane, "pane"), hint(.zoom, "zoom"), hint(.help, "help"), hint(.quit, "quit"),
        ]
    }

    private func arrowsUpAndDown(_ label: String) -> KeyHint? {
        let names = [CommandID.scrollUp, .scrollDown].compactMap { keys(of: $0).first?.name }
        return names.isEmpty ? nil : KeyHint(names.joined(separator: " "), label)
    }

    /// A hint for the keys that move in four directions: "arrows" where these are the arrow keys.
    private func arrows(_ commands: [CommandID], _ label: String) -> KeyHint? {
        let names = commands.compactMap { keys(of: $0).first?.name }
        guard !names.isEmpty else { return nil }
        return KeyHint(names == ["Up", "Down", "Left", "Right"] ? "arrows" : names.joined(separator: " "), label)
    }

    /// The hints at a tour's stop.
    private func hints(in tour: TourView) -> [KeyHint?] {
        let next = tour.hasMore ? "more" : tour.isAsking ? "shows it" : "on"
        var answer: KeyHint?
        if tour.isAsking, !tour.hasMore, let question = tour.question {
            let count = question.choices.count
            answer = count > 0 ? KeyHint("1-\(count)", "answer") : hint(.tourAnswer, "answer")
        }
        return [
            answer, hint(.tourNext, next), hint(.tourBack, "back"), hint(.step, "step"), hint(.stepBack, "step back"),
            hint(.tourText, "text away"), hint(.tourPlay, "play"), hint(.help, "help"), hint(.quit, "leave"),
        ]
    }

    /// The footer's hints where a run has ended.
    package func endHints(isLive: Bool) -> [KeyHint] {
        let hints = [
            hint(.stepBack, "back"), isLive ? hint(.edit, "edit") : nil,
            isLive ? hint(.another, "another") : nil, hint(.start, "start"),
            hint(.previousMark, "mark"), hint(.search, "search"), hint(.help, "help"), hint(.quit, "quit"),
        ]
        return hints.compactMap(\.self)
    }

    private func modeHints(_ mode: ViewMode) -> [KeyHint?]? {
        let views: [KeyHint?]
        switch mode {
        case .run: return nil
        case .inside:
            views = [hint(.viewInside, "back to the run"), hint(.viewMemory, "memory"), hint(.viewWhy, "why")]
        case .memory: views = [hint(.viewMemory, "back to the run"), hint(.viewInside, "inside")]
        case .why: views = [hint(.viewWhy, "back to the run"), hint(.viewInside, "inside")]
        case .states:
            views = [
                hint(.viewStates, "back to the run"), hint(.nextGate, "gates"), hint(.viewTrajectory, "trajectory"),
            ]
        case .numbers: views = [hint(.viewNumbers, "back to the run"), arrowsUpAndDown("scroll")]
        case .trajectory:
            views = [
                hint(.viewTrajectory, "back to the run"), hint(.findAlike, "like this"), hint(.viewStates, "states"),
            ]
        }
        let frames = mode.needsInsight ? [hint(.callerFrame, "caller"), hint(.calleeFrame, "callee")] : []
        let others: [KeyHint?] = [
            hint(.step, "step"), hint(.stepBack, "back"),
            hint(.over, "over"), hint(.run, "continue"), hint(.zoom, "zoom"), hint(.help, "help"), hint(.quit, "quit"),
        ]
        return views + frames + others
    }

    /// Hints in one line, for the edge of a box: "a add  d delete".
    func line(_ hints: [(CommandID, String)]) -> String {
        hints.compactMap { hint($0, $1) }.map { "\($0.key) \($0.label)" }.joined(separator: "  ")
    }
}
