import Debugger
import NPIKit
import Support
import TerminalKit

extension AppState {
    /// Watches what `text` says, or asks again, of the same kind of prompt, with what is wrong.
    mutating func addWatch(_ text: String, asked kind: Prompt.Kind, prefix: String) {
        do throws(SpecError) {
            let watch = try session.addWatch(text)
            session.scan(budget: 1 << 13)
            view.watch = watch.id
            say(
                "watching \(watch.text); \(watch.stopsRun ? "a change stops the run" : "with stop behind it, a change stops the run"); \(key: .lastChange) goes to its last change"
            )
        } catch {
            view.prompt = Prompt(kind, prefix + text, problem: error.what, at: prefix.count + error.column - 1)
        }
    }

    /// Goes to where what is watched last changed; again, to the change before.
    mutating func goToLastChange() {
        guard let watch = view.watch.flatMap({ session.stopPoints[$0] }) ?? session.stopPoints.watches.last else {
            return complain("nothing is watched yet; \(key: .addWatch) watches a value")
        }
        while !session.scan(budget: 1 << 13) {}
        guard let target = session.lastChange(of: watch) else {
            let isLatest = session.changed(watch)
            return say(
                isLatest
                    ? "\(watch.change(session)): step \(session.position.grouped), the latest, is its only change so far"
                    : "\(watch.text) has not changed so far")
        }
        move(.go(to: target))
        say("\(watch.change(session))")
    }

    mutating func removeWatch(_ text: String) {
        if text.isEmpty || text == "all" {
            session.stopPoints.removeWatches()
            return say("nothing is watched any more")
        }
        guard let watch = session.stopPoints.watches.first(where: { "\($0.id)" == text || $0.text == text }) else {
            return complain("nothing watched is called \(text)")
        }
        session.stopPoints.remove(watch.id)
        say("\(watch.text) is not watched any more")
    }
}
