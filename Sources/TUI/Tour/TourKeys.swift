import TerminalKit
import Tours

/// The keys of a tour: what they do, and how the help and the footer say so. They come before those of the debugger.
package enum TourKeys {
    /// What a key does.
    enum Command: Hashable {
        case on, back, answer, showText, play
    }

    private static let bindings: [(keys: [Key], command: Command, help: String)] = [
        (
            [.enter, .character(" "), .right, .pageDown], .on,
            "on, as do space, Right and PgDn: the rest of the text, an answer, the next stop"
        ),
        (
            [.backspace, .left, .pageUp], .back,
            "back, as do Left and PgUp: to the stop after looking around, then to the stop before"
        ),
        ([.character("a")], .answer, "answer the question; choices have their digits"),
        ([.character("t")], .showText, "the text away, and back; meanwhile all keys are the debugger's"),
        ([.character("P")], .play, "play the tour hands-free, or stop that"),
    ]

    /// What `key` does in a tour; nil leaves it to the debugger.
    static func command(for key: Key) -> Command? {
        bindings.first { $0.keys.contains(key) }?.command
    }

    /// The help overlay's group.
    package static let help = KeyHelp(
        "In a tour", bindings.map { KeyHint($0.keys[0].name, $0.help) })

    /// The footer's hints at `tour`; the last two are always shown.
    static func hints(for tour: TourView) -> [KeyHint] {
        let on = tour.hasMore ? "more" : tour.isAsking ? "shows it" : "on"
        var hints = [KeyHint("Enter", on), KeyHint("Backspace", "back")]
        if tour.isAsking, !tour.hasMore, let question = tour.question {
            let count = question.choices.count
            hints.insert(count > 0 ? KeyHint("1-\(count)", "answer") : KeyHint("a", "answer"), at: 0)
        }
        return hints + [
            KeyHint("s", "step"), KeyHint("S", "step back"), KeyHint("t", "text away"), KeyHint("P", "play"),
            KeyHint("?", "help"), KeyHint("q", "leave"),
        ]
    }
}
