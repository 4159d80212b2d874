import Debugger
import TerminalKit

extension Command {
    static let step: Command = Command(
        "step", .forwards, .character("s"), .right,
        word: Word(text: "step", aliases: ["s", "stepi", "si"], usage: "step [COUNT]"),
        footer: ("step", 1), help: "step: one call, action or return"
    ) { $0.repeatStep($1.argument ?? "", .forward, .step) }

    static let over: Command = Command(
        "over", .forwards, .character("n"),
        word: Word(text: "next", aliases: ["n", "nexti", "ni"], oldWords: ["over"]),
        footer: ("over", 2),
        help: "over: a call and all that happens in it"
    ) { state, _ in state.move(.over(.forward)) }

    static let run: Command = Command(
        "continue", .forwards, .character("c"), word: Word(text: "continue", aliases: ["c"]), footer: ("continue", 3),
        help:
            "continue: to the next breakpoint or the end, with \(key: .toggleMistakeStops) also to the next mistake; any key interrupts"
    ) { state, _ in state.move(.run(.forward)) }

    static let finish: Command = Command(
        "finish", .forwards, .character("f"), word: Word(text: "finish", aliases: ["f"]), footer: ("finish", 8),
        help:
            "finish: until this frame has returned, or the one selected with \(key: .callerFrame) and \(key: .calleeFrame)"
    ) { state, _ in state.move(.finish(.forward)) }

    static let until: Command = Command(
        "until", .forwards,
        word: Word(
            text: "until", aliases: ["u", "advance"], usage: "until PROGRAM, LINE, or another place or condition"
        ) {
            BreakpointSpec.completions(after: $0, $1.session.vocabulary)
        },
        help: "to the next such place or where such a condition holds, as behind :break; leaves no breakpoint"
    ) { state, invocation in
        guard let text = invocation.argument, !text.isEmpty else { return state.complain(until.usage) }
        state.runUntil(text)
    }

    static let stepBack: Command = Command(
        "step-back", .backwards, .character("S"), .left,
        word: Word(text: "back", aliases: ["reverse-step", "rs"], usage: "back [COUNT]"),
        footer: ("back", 4), help: "step back"
    ) { $0.repeatStep($1.argument ?? "", .backward, .stepBack) }

    static let overBack: Command = Command(
        "over-back", .backwards, .character("N"), word: Word(text: "reverse-next", aliases: ["rn"]),
        help: "over, backwards"
    ) { state, _ in state.move(.over(.backward)) }

    static let finishBack: Command = Command(
        "finish-back", .backwards, .character("F"), word: "reverse-finish",
        help: "back to before this frame, or the selected one, was called"
    ) { state, _ in state.move(.finish(.backward)) }

    static let runBack: Command = Command(
        "continue-back", .backwards, .character("C"), word: Word(text: "reverse-continue", aliases: ["rc"]),
        help: "back to the last breakpoint or the start, with \(key: .toggleMistakeStops) also to the last mistake"
    ) { state, _ in state.move(.run(.backward)) }

    /// Steps through the run.
    static let moving: [Command] = [step, over, run, finish, until, stepBack, overBack, finishBack, runBack]
}
