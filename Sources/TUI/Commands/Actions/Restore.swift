import Debugger
import Support

extension AppState {
    /// Keeps `work` of another time ready, and says so.
    package mutating func offer(_ work: KeptWork) {
        guard !work.isEmpty else { return }
        kept = work
        guard view.message == nil else { return }
        say("kept from last time: \(work.summary); \(key: .restore) brings them back")
    }

    /// Sets up again what was kept from another time.
    mutating func restoreWork() {
        guard let work = kept else { return say("nothing more is kept of this run from another time") }
        kept = nil
        stopActivity()
        // Who has gone somewhere, or began there by --at, stays.
        let position = session.position > 0 ? session.position : work.position
        for text in work.breakpoints { _ = try? session.addBreakpoint(text) }
        for text in work.watches { _ = try? session.addWatch(text) }
        let lost = restoreBranches(of: work)
        session.perform(.go(to: position))
        restoreBookmarks(of: work)
        view.prompt = nil
        follow()
        say(
            "back as it was, at step \(session.position.grouped): \(work.summary)\(lost > 0 ? "; \(lost) of the branches could not be made again" : "")"
        )
    }

    /// Makes the changes again, each where it was made. Returns how many could not be.
    private mutating func restoreBranches(of work: KeptWork) -> Int {
        guard session.isLive else { return work.changes.count }
        var ids = [1: branches.current]
        for change in work.changes {
            guard let parent = ids[change.parent] else { continue }
            if parent != branches.current { switchBranch(to: parent) }
            session.perform(.go(to: change.step))
            guard session.position == change.step else { continue }
            let before = branches.current
            _ = execute(change.command)
            if branches.current != before { ids[change.id] = branches.current }
        }
        if let branch = ids[work.branch], branch != branches.current { switchBranch(to: branch) }
        return work.changes.count - (ids.count - 1)
    }

    private mutating func restoreBookmarks(of work: KeptWork) {
        let position = session.position
        for note in work.bookmarks {
            session.perform(.go(to: note.step))
            if session.position == note.step { session.setBookmark(note.text) }
        }
        session.perform(.go(to: position))
    }
}
