import Debugger
import TerminalKit

extension Command {
    static let play: Command = Command(
        "play", .playing, .character(" "), word: "play", footer: ("play", 11), help: "play, or pause"
    ) { state, _ in state.togglePlay() }

    static let faster: Command = Command(
        "faster", .playing, .character("+"), .character("="), help: "twice as fast"
    ) {
        state, _ in state.changeSpeed(faster: true)
    }

    static let slower: Command = Command(
        "slower", .playing, .character("-"), .character("_"), help: "half as fast"
    ) {
        state, _ in state.changeSpeed(faster: false)
    }

    static let playForward: Command = Command(
        "play-forward", .playing, .character("."), help: "pause, and one step forward"
    ) { state, _ in state.move(.step(.forward)) }

    static let playBack: Command = Command(
        "play-back", .playing, .character(","), help: "pause, and one step back"
    ) {
        state, _ in state.move(.step(.backward))
    }

    static let speed: Command = Command(
        "speed", .playing, word: Word(text: "speed", usage: "speed STEPS-A-SECOND")
    ) { state, invocation in
        guard let pace = invocation.argument.flatMap(Double.init), pace > 0 else {
            return state.complain(speed.usage)
        }
        state.view.speed = PlaySpeed(stepsPerSecond: pace)
        state.say("\(state.view.speed.text)")
    }

    /// Plays the run at a pace.
    static let playing: [Command] = [play, faster, slower, playForward, playBack, speed]
}
