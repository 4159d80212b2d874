import Debugger
import Scratchpads
import TerminalKit

extension Command {
    static let callerFrame: Command = Command(
        "caller-frame", .looking, .character("u"), word: "up", help: "look at the caller's frame"
    ) {
        state, _ in
        if !state.session.selectCaller() {
            state.say(state.session.depth == 0 ? "no program runs here" : "this is the top program's frame")
        }
    }

    static let calleeFrame: Command = Command(
        "callee-frame", .looking, .character("d"), word: "down", help: "look at the called frame"
    ) {
        state, _ in if !state.session.selectCallee() { state.say("this is the innermost frame") }
    }

    static let stack: Command = Command(
        "stack", .looking, word: Word(text: "backtrace", aliases: ["bt", "where"]),
        help: "give the arrow keys to the call stack, to choose a frame"
    ) { state, _ in state.view.focus = .stack }

    static let nextPane: Command = Command(
        "next-pane", .looking, .tab, footer: ("pane", 14), help: "give the arrow keys to the next pane"
    ) { state, _ in state.changeFocus(by: 1) }

    static let previousPane: Command = Command(
        "previous-pane", .looking, .backTab, help: "give them to the pane before"
    ) { state, _ in state.changeFocus(by: -1) }

    static let zoom: Command = Command(
        "zoom", .looking, .character("z"), word: "zoom", footer: ("zoom", 15),
        help: "the pane alone on the screen, or all"
    ) { state, _ in state.zoom() }

    static let project: Command = Command(
        "project", .looking, .character("p"), word: "projector",
        help: "for a projector: few panes, large digits, and the key that was pressed; again: back"
    ) { state, _ in
        state.view.isProjected.toggle()
        state.view.isZoomed = false
    }

    static let viewInside: Command = Command(
        "view-inside", .looking, .character("i"), word: "inside", footer: ("inside", 7),
        help: "look inside the network: the selected frame's state, its program's memory, all arguments; again: back",
        oldNames: ["look-inside"]
    ) { state, _ in state.toggleView(.inside) }

    static let viewMemory: Command = Command(
        "view-memory", .looking, .character("M"), word: "memory",
        help: "look at the program memory: which keys are alike, and which one the query is like; again: back",
        oldNames: ["look-memory"]
    ) { state, _ in state.toggleView(.memory) }

    static let viewWhy: Command = Command(
        "view-why", .looking, .character("y"), word: Word(text: "why", aliases: ["explain"]),
        help: "why it does this next: what it would do if it saw something else; again: back"
    ) { state, _ in state.toggleView(.why) }

    static let viewStates: Command = Command(
        "view-states", .looking, .character("H"), word: "states",
        help: "the hidden state at the steps around this one; again: back"
    ) { state, _ in state.toggleView(.states) }

    static let nextGate: Command = Command(
        "next-gate", .looking, .character("G"), word: "gates",
        help: "there: the input, forget and output gates, and the state again"
    ) { state, _ in state.showNextQuantity() }

    static let viewTrajectory: Command = Command(
        "view-trajectory", .looking, .character("T"), word: "trajectory",
        help: "the hidden states of the run in a plane; again: back"
    ) { state, _ in state.toggleView(.trajectory) }

    static let viewNumbers: Command = Command(
        "view-numbers", .looking, .character("#"), word: Word(text: "numbers", aliases: ["stats"]),
        help:
            "the numbers of the run, and the expert beside them; again: back"
    ) { state, _ in state.toggleView(.numbers) }

    static let viewSource: Command = Command(
        "view-source", .looking, .character("o"), word: Word(text: "source", aliases: ["list", "l"]),
        help:
            "the text of the task in the place of the trace, for breakpoints on its lines: the line that is carried out, and where the network departs from it; again: back",
        refusal: { $0.session.problem.task.source == nil ? "this task has no file to look at" : nil }
    ) { state, invocation in
        guard let text = invocation.argument else { return state.toggleSource() }
        state.showSource(at: text)
    }

    private static func scrolling(_ name: CommandID, _ keys: Key..., way: ScrollWay, help: KeyText) -> Command {
        Command(name, .looking, keys, help: help) { state, _ in
            state.scroll(way)
            return []
        }
    }

    static let scrollUp = scrolling("scroll-up", .up, .character("k"), way: .up, help: "scroll, or choose a line")
    static let scrollDown = scrolling(
        "scroll-down", .down, .character("j"), way: .down, help: "scroll, or choose a line")
    static let scrollPageUp = scrolling("scroll-page-up", .pageUp, way: .pageUp, help: "scroll by a page")
    static let scrollPageDown = scrolling("scroll-page-down", .pageDown, way: .pageDown, help: "scroll by a page")
    static let scrollLeft = scrolling("scroll-left", .character("h"), way: .left, help: "scroll the environment left")
    static let scrollRight = scrolling(
        "scroll-right", .character("l"), way: .right, help: "scroll the environment right")

    static let fold: Command = Command(
        "fold", .looking, .enter,
        help: "in the trace: fold or unfold the chosen call; elsewhere: go on following the position"
    ) { state, _ in state.toggleFold() }

    static let follow: Command = Command(
        "follow", .looking, .escape, help: "follow the position again; from a look inside the network: back"
    ) { state, _ in state.view.inside.mode == .run ? state.follow() : state.view.inside.toggle(.run) }

    /// Chooses what is shown.
    static let looking: [Command] = [
        viewInside, callerFrame, calleeFrame, stack, nextPane, previousPane, zoom, project, viewMemory, viewWhy,
        viewStates, nextGate, viewTrajectory, viewNumbers,
        viewSource, scrollUp, scrollDown, scrollPageUp, scrollPageDown,
        scrollLeft, scrollRight, fold, follow,
    ]
}
