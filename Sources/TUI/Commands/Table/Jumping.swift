import Debugger
import NPIKit
import TerminalKit

extension Command {
    static let previousMark: Command = Command(
        "previous-mark", .jumping, .character("["),
        help: "to the mark before: a mistake, low confidence, breakpoint, bookmark, carry, swap, output"
    ) { state, _ in state.goToMark(forward: false) }

    static let nextMark: Command = Command(
        "next-mark", .jumping, .character("]"), footer: ("mark", 6), help: "to the next mark"
    ) { state, _ in state.goToMark(forward: true) }

    static let start: Command = Command("start", .jumping, .home, word: "start", help: "to the start") {
        state, _ in
        state.move(.toStart)
    }

    static let end: Command = Command("end", .jumping, .end, word: "end", help: "to the end") { state, _ in
        state.move(.toEnd)
    }

    static let goTo: Command = Command(
        "go-to", .jumping, .character("g"),
        word: Word(text: "goto", aliases: ["jump"], usage: "goto STEP, +N, -N, N%, start, end or mistake") { words, _ in
            words.isEmpty ? ["start", "end", "mistake"] : []
        },
        footer: ("go to", 9), help: "go to a step: a number, 50%, start, end, or before the first mistake"
    ) { state, invocation in
        guard let text = invocation.argument else { return state.view.prompt = Prompt(.position) }
        text.isEmpty ? state.complain(goTo.usage) : state.goTo(text)
    }

    static let search: Command = Command(
        "search", .jumping, .character("/"),
        word: Word(text: "search", usage: "search TEXT") { words, state in
            words.isEmpty ? state.session.library.names.filter { $0 != "ACT" } : []
        },
        footer: ("search", 10), help: "search the trace for a program, an action or words of the narration"
    ) { state, invocation in
        guard let text = invocation.argument else { return state.view.prompt = Prompt(.search(isForward: true)) }
        text.isEmpty ? state.complain(search.usage) : state.beginSearch(text, .forward)
    }

    static let searchBackwards: Command = Command(
        "search-backwards", .jumping, .character("\\"), help: "search backwards"
    ) { state, _ in state.view.prompt = Prompt(.search(isForward: false)) }

    static let searchNext: Command = Command(
        "search-next", .jumping, .character(">"), help: "to the next match"
    ) { state, _ in state.repeatSearch(.forward) }

    static let searchPrevious: Command = Command(
        "search-previous", .jumping, .character("<"), help: "to the match before"
    ) { state, _ in state.repeatSearch(.backward) }

    static let leastConfident: Command = Command(
        "least-confident", .jumping, .character("D"), word: "lowconfidence",
        help: "to the step that the network is least sure of"
    ) { state, _ in state.goToLeastConfident() }

    static let bookmark: Command = Command(
        "bookmark", .jumping, .character("*"), word: Word(text: "bookmark", usage: "bookmark NOTE"),
        help: "bookmark this step, with a note; again: change the note"
    ) { state, invocation in
        guard let note = invocation.argument, !note.isEmpty else {
            return state.view.prompt = Prompt(.bookmark, state.session.bookmarkNote(at: state.session.position) ?? "")
        }
        state.setBookmark(note)
    }

    static let listBookmarks: Command = Command(
        "list-bookmarks", .jumping, .character("'"), .character("K"), word: "bookmarks", help: "list the bookmarks"
    ) { state, _ in state.view.overlay = .bookmarks(selected: 0) }

    private static func askingNetwork(_ state: AppState) -> KeyText? {
        state.session.memory == nil ? "there is no network whose states could be compared" : nil
    }

    static let findAlike: Command = Command(
        "find-alike", .jumping, .character("~"), word: Word(text: "like", aliases: ["alike", "similar"]),
        help: "list the steps whose hidden state is most like this step's", refusal: askingNetwork
    ) { state, _ in state.listAlike() }

    static let nextAlike: Command = Command(
        "next-alike", .jumping, .character("}"), help: "to the next of the steps that were listed there",
        refusal: askingNetwork
    ) { state, _ in state.goToAlike(.forward) }

    static let previousAlike: Command = Command(
        "previous-alike", .jumping, .character("{"), help: "to the one before", refusal: askingNetwork
    ) { state, _ in state.goToAlike(.backward) }

    /// To each tenth of the run.
    static let tenths = (0...9).map { digit in
        Command("tenth-\(digit)", .jumping, .character(Character("\(digit)")), help: "to 0 % ... 90 % of the run") {
            state, _ in state.goToTenth(digit)
        }
    }

    /// Goes to places of the run.
    static let jumping: [Command] =
        [
            previousMark, nextMark, start, end, goTo, search, searchBackwards, searchNext, searchPrevious,
            leastConfident, findAlike, nextAlike, previousAlike, bookmark, listBookmarks,
        ] + tenths
}
