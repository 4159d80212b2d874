import Debugger
import NPIKit
import Scratchpads
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
        if isOtherPlace(of: watch) {
            say(
                "\(watch.change(session)), for the pointer moved: nothing was written here. \(watch.text)[1] and the like watch a cell"
            )
        } else {
            say("\(watch.change(session))")
        }
    }

    /// Whether what is watched is what a pointer stands on, and the latest step moved that on.
    private func isOtherPlace(of watch: StopPoint) -> Bool {
        let namesakes = session.world.cells.filter { $0.name == watch.text }
        guard namesakes.contains(where: { $0.role == .value }), namesakes.contains(where: { $0.placeCount != nil }),
            session.position > 0, case .act(let arguments, _) = session.log[session.position].event,
            case .move? = session.world.action(arguments)?.change
        else { return false }
        return true
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
