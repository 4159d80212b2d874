import Debugger
import TerminalKit

extension Command {
    static let tourNext: Command = Command(
        "tour-next", .tour, [.enter, .character(" "), .right, .pageDown],
        help: "on: the rest of the text, an answer, the next stop; behind the last one the next tour",
        effects: { state, _ in state.pressOnInTour() })

    static let tourBack: Command = Command(
        "tour-back", .tour, .backspace, .left, .pageUp,
        help: "back: to the stop after looking around, then to the stop before"
    ) { state, _ in state.goBackInTour() }

    static let tourAnswer: Command = Command(
        "tour-answer", .tour, .character("a"), help: "answer the question; choices have their digits"
    ) { state, _ in state.beginAnswer() }

    static let tourText: Command = Command(
        "tour-text", .tour, .character("t"), help: "the text away, and back; meanwhile all keys are the debugger's"
    ) { state, _ in state.toggleTourText() }

    static let tourPlay: Command = Command(
        "tour-play", .tour, .character("P"), help: "play the tour hands-free, or stop that"
    ) { state, _ in state.playTour() }

    /// Goes through a tour. These keys come before those of the debugger.
    static let touring: [Command] = [tourNext, tourBack, tourAnswer, tourText, tourPlay]
}
