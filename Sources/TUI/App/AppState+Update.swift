import Debugger
package import TerminalKit

extension AppState {
    /// What an input event changes.
    ///
    /// - Returns: What is to be done outside.
    package mutating func update(_ event: InputEvent) -> [AppEffect] {
        defer {
            if case .branches = view.overlay { view.branchLines = branchLines }
            showTour()
            refreshInsight()
        }
        switch event {
        case .key(let key): return press(key)
        case .paste(let text): return paste(text)
        case .mouse(let mouse): return handle(mouse)
        case .resize(let size):
            self.size = size
            return []
        case .interrupted:
            // Ctrl-C stops what is under way; when nothing is, it says how to leave.
            guard view.activity != .idle else {
                say("q quits")
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
            return view.keys.command(for: key) == .quit ? [.quit] : []
        }
        view.message = nil
        if view.prompt != nil { return pressInPrompt(key) }
        if view.overlay != nil { return pressInOverlay(key) }
        if view.editing != nil, let effects = pressWhileEditing(key) { return effects }
        let wasBusy = view.activity == .moving || view.activity == .searching
        if wasBusy { stopActivity() }
        if let effects = pressInTour(key) { return effects }
        guard let command = view.keys.command(for: key) else {
            if !wasBusy { complain("no command on \(key.name); ? shows all keys") }
            return []
        }
        return perform(command)
    }

    /// Carries out a command.
    mutating func perform(_ command: Command) -> [AppEffect] {
        switch command {
        case .step: move(.step(.forward))
        case .over: move(.over(.forward))
        case .finish: move(.finish(.forward))
        case .run: move(.run(.forward))
        case .stepBack: move(.step(.backward))
        case .overBack: move(.over(.backward))
        case .finishBack: move(.finish(.backward))
        case .runBack: move(.run(.backward))
        case .playForward: move(.step(.forward))
        case .playBack: move(.step(.backward))
        case .start: move(.toStart)
        case .end: move(.toEnd)
        case .tenth(let digit): goToTenth(digit)
        case .previousMark: goToMark(forward: false)
        case .nextMark: goToMark(forward: true)
        case .callerFrame: if !session.selectCaller() { say("this is the top program's frame") }
        case .calleeFrame: if !session.selectCallee() { say("this is the innermost frame") }
        case .play: togglePlay()
        case .faster: changeSpeed(faster: true)
        case .slower: changeSpeed(faster: false)
        case .toggleBreakpoint: toggleBreakpoint()
        case .listBreakpoints: view.overlay = .breakpoints(selected: 0)
        case .toggleMistakeStops: setMistakeStops(!session.stopPoints.stopsOnMistake)
        case .addWatch: view.prompt = Prompt(.watch)
        case .listWatches: view.overlay = .watches(selected: 0)
        case .lastChange: goToLastChange()
        case .force: beginForce()
        case .listBranches: view.overlay = .branches(selected: max(branches.all.count - 1, 0))
        case .bookmark: view.prompt = Prompt(.bookmark, session.bookmarkNote(at: session.position) ?? "")
        case .listBookmarks: view.overlay = .bookmarks(selected: 0)
        case .leastConfident: goToLeastSure()
        case .searchBackwards: view.prompt = Prompt(.search(isForward: false))
        case .goTo: view.prompt = Prompt(.position)
        case .search: view.prompt = Prompt(.search(isForward: true))
        case .searchNext: repeatSearch(.forward)
        case .searchPrevious: repeatSearch(.backward)
        case .nextPane: changeFocus(by: 1)
        case .previousPane: changeFocus(by: -1)
        case .zoom: zoom()
        case .look(let mode): look(at: mode)
        case .scroll(let scroll): self.scroll(scroll)
        case .fold: toggleFold()
        case .follow: view.mode == .run ? follow() : look(at: .run)
        case .edit: beginEdit()
        case .undoEdit: undoEdit()
        case .record: beginRecordPrompt()
        case .another: beginAnother()
        case .commandLine: view.prompt = Prompt(.command)
        case .help: view.overlay = .help(scroll: 0)
        case .redraw: break  // The screen has painted itself anew when it saw the key.
        case .quit: return [.quit]
        }
        return []
    }
}
