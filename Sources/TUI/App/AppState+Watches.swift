import Debugger
import NPIKit
import TerminalKit

extension AppState {
    /// Watches what `text` says, or asks again, of the same kind of prompt, with what is wrong.
    mutating func addWatch(_ text: String, asked kind: Prompt.Kind, prefix: String) {
        do throws(SpecError) {
            let watch = try session.addWatch(text)
            session.scan(budget: 1 << 13)
            view.watch = watch.id
            say("watching \(watch.text)\(watch.stopsRun ? "; a change stops the run" : ""); L goes to its last change")
        } catch {
            var prompt = Prompt(kind, prefix + text)
            prompt.cursor = min(prefix.count + error.column - 1, prompt.text.count)
            prompt.problem = error.what
            view.prompt = prompt
        }
    }

    /// Goes to where what is watched last changed; again, to the change before.
    mutating func goToLastChange() {
        guard let watch = view.watch.flatMap({ session.stopPoints[$0] }) ?? session.stopPoints.watches.last else {
            return complain("nothing is watched yet; w watches a value")
        }
        while !session.scan(budget: 1 << 13) {}
        guard let target = session.lastChange(of: watch) else { return say("\(watch.text) has not changed before") }
        move(.go(to: target))
        say(watch.change(session))
    }

    mutating func pressInWatches(_ key: Key, selected: Int) {
        let all = session.stopPoints.watches
        let place = min(selected, max(all.count - 1, 0))
        let chosen = all.indices.contains(place) ? all[place] : nil
        switch key {
        case .down, .character("j"): view.overlay = .watches(selected: min(place + 1, max(all.count - 1, 0)))
        case .up, .character("k"): view.overlay = .watches(selected: max(place - 1, 0))
        case .character(" "), .character("s"):
            if let chosen { session.stopPoints.setStopsRun(!chosen.stopsRun, chosen.id) }
        case .character("d"), .delete, .character("x"):
            if let chosen { session.stopPoints.remove(chosen.id) }
            view.overlay = .watches(selected: max(min(place, all.count - 2), 0))
        case .character("L"), .enter:
            view.overlay = nil
            view.watch = chosen?.id
            goToLastChange()
        case .character("a"), .character("w"):
            view.overlay = nil
            view.prompt = Prompt(.watch)
        default: view.overlay = nil
        }
    }
}

extension StopPoint {
    /// Such as "carry: 1, was blank before".
    func change(_ session: Session) -> String {
        let reading = session.reading(of: self)
        return "\(text): \(words(reading.value, session)), was \(words(reading.before, session)) before"
    }

    /// A value of it as a person reads it.
    func words(_ value: Double?, _ session: Session) -> String {
        guard let value else { return "blank" }
        switch expression?.valueKind ?? .number {
        case .measure where value <= 1: return Probability(Float(value)).text
        case .measure: return "\((value * 1_000).rounded() / 1_000)"
        case .condition: return value != 0 ? "yes" : "no"
        case .program:
            let names = session.library.names
            return names.indices.contains(Int(value)) ? names[Int(value)] : "\(value)"
        case .number: return Int(exactly: value).map(String.init) ?? "\(value)"
        }
    }
}
