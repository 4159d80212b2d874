extension KeyAssignment {
    /// What can be done in the mode, or in the pane that has the keys.
    package func contextHelp(for view: ViewState) -> KeyHelp {
        if view.activity == .playing {
            return entries("while it plays", [.play, .faster, .slower, .playForward, .playBack])
        }
        switch view.inside.mode {
        case .run: return entries(view.focus.pane.place, view.focus.pane.commands)
        case .inside:
            return entries(
                "inside the network", [.viewInside, .viewMemory, .callerFrame, .calleeFrame, .zoom])
        case .why:
            return entries(
                "why this call",
                [.viewWhy, .viewInside, .scrollUp, .scrollDown, .callerFrame, .calleeFrame, .zoom])
        case .states:
            return entries("the states over time", [.viewStates, .nextGate, .viewTrajectory, .findAlike, .zoom])
        case .numbers:
            return entries("the numbers of the run", [.viewNumbers, .scrollUp, .scrollDown, .zoom])
        case .trajectory:
            return entries(
                "the trajectory of the state",
                [.viewTrajectory, .viewStates, .findAlike, .nextAlike, .previousAlike, .zoom])
        case .memory:
            return entries(
                "the program memory",
                [.viewMemory, .viewInside, .scrollUp, .scrollDown, .callerFrame, .calleeFrame, .zoom])
        }
    }

    private func entries(_ place: String, _ commands: [CommandID]) -> KeyHelp {
        KeyHelp("Here: \(place)", help(for: commands))
    }

    /// All keys, those of a tour first where one is played.
    package func help(isTouring: Bool) -> [KeyHelp] {
        let later = CommandInfo.Group.allCases.filter { $0.context != .screen && $0 != .tour }
        return (isTouring ? [help(of: .tour)] : []) + help + later.map(help)
    }
}
