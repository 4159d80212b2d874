import Debugger
package import TerminalKit

extension AppState {
    /// What an input event changes.
    ///
    /// - Returns: What is to be done outside.
    package mutating func update(_ event: InputEvent) -> [AppEffect] {
        defer {
            if view.overlay?.kind == .branches { view.branchLines = branches.lines(session) }
            showTour()
            refreshInsight()
            view.comparison?.follow(session)
        }
        switch event {
        case .key(let key): return press(key)
        case .paste(let text): return paste(text)
        case .mouse(let mouse): return handle(mouse)
        case .resize(let size):
            self.size = size
            return []
        case .interrupted:
            // Ctrl-C leaves a question; then it stops what is under way; when nothing is, it says how to leave.
            if view.prompt != nil { return pressInPrompt(.escape) }
            if view.editing != nil {
                view.editing = nil
                return []
            }
            guard view.activity != .idle else {
                say("\(key: .quit) quits")
                return []
            }
            stopActivity()
            return []
        case .resumed: return []
        case .closed: return [.quit]
        }
    }

    private mutating func press(_ key: Key) -> [AppEffect] {
        // Nobody sees what a key would do.
        if DebuggerScreen.layout(size, view).form == .tooSmall {
            return view.keys.command(for: key) == .quit ? [AppEffect.quit] : []
        }
        view.message = nil
        view.pressedKey = view.isProjected && view.prompt == nil ? key.name : nil
        if view.prompt != nil { return pressInPrompt(key) }
        if view.overlay != nil { return pressInOverlay(key) }
        if view.editing != nil, let effects = pressWhileEditing(key) { return effects }
        let wasBusy = view.activity.isAwaited
        if wasBusy { stopActivity() }
        if let effects = pressInTour(key) { return effects }
        guard let command = view.keys.command(for: key) else {
            if !wasBusy { complain("\(key.name) does nothing here; \(key: .help) shows all keys") }
            return []
        }
        return perform(command, .key(key))
    }
}
