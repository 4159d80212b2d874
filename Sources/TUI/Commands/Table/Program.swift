import CarModels
import Debugger
import Scratchpads
import TerminalKit

extension Command {
    static let another: Command = Command(
        "another", .program, .character("a"),
        word: Word(
            text: "another", aliases: ["run", "r"],
            usage: "another TASK INPUT, such as add 58 67, sort 3 1 2 or car truck-1; without TASK one of the same task"
        ) { words, _ in
            if let task = words.first.flatMap({ TaskCatalog.task(named: $0.lowercased()) }) {
                return task.inputCompletions(at: words.count - 1)
            }
            return words.isEmpty ? TaskCatalog.ownNames : []
        },
        footer: ("another", 16), help: "run another problem in place of this one"
    ) { state, invocation in
        guard let text = invocation.argument, !text.isEmpty else { return state.beginAnother() }
        state.runAnother(text)
    }

    static let commandLine: Command = Command(
        "command-line", .program, .character(":"), help: "the command line; Tab completes"
    ) { state, _ in state.view.prompt = Prompt(.command) }

    static let theme: Command = Command(
        "theme", .program, [],
        word: Word(text: "theme", usage: "theme dark, light or contrast") { words, _ in
            words.isEmpty ? Theme.all.map(\.name) : []
        }
    ) { (state: inout AppState, invocation: Invocation) -> [AppEffect] in
        guard let theme = invocation.argument.flatMap(Theme.named) else {
            state.complain(Self.theme.usage)
            return []
        }
        return [.setTheme(theme.name)]
    }

    /// The screen is painted anew whenever a key comes.
    static let redraw: Command = Command("redraw", .program, .control("l"), help: "draw the screen anew") {
        _, _ in
    }

    static let help: Command = Command(
        "help", .program, .character("?"), .function(1),
        word: Word(text: "help", aliases: ["h"], usage: "help, or help TEXT"),
        footer: ("help", 17), help: "this help; :help TEXT for what has TEXT in it, such as :help break"
    ) { $0.showHelp(about: $1.argument ?? "") }

    static let quit: Command = Command(
        "quit", .program, [.character("q")], word: Word(text: "quit", aliases: ["q", "q!"]), footer: ("quit", 18),
        help: "quit",
        effects: { _, _ in [.quit] })

    /// Is about the program itself.
    static let program: [Command] = [another, commandLine, theme, redraw, help, quit]
}
