import ArgumentParser
import Glibc
import TUI

/// How the full-screen debugger looks, shared by all commands that open it.
struct ScreenOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The looks: \(Theme.all.map(\.name).joined(separator: ", ")).", valueName: "name"),
        completion: .list(Theme.all.map(\.name)))
    var theme = Theme.dark.name

    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    @Flag(help: "Use no colours (the variable NO_COLOR does the same).")
    var noColor = false

    @Flag(help: "Leave the mouse to the terminal.")
    var noMouse = false

    func validate() throws {
        guard Theme.named(theme) != nil else {
            let names = Theme.all.map(\.name).joined(separator: ", ")
            throw ValidationError("--theme: there is no theme \(theme); there are \(names)")
        }
    }

    /// Takes the terminal over.
    func openScreen() throws -> NcursesScreen {
        try NcursesScreen(
            NcursesScreen.Options(
                theme: Theme.named(theme) ?? .dark, ascii: ascii, noColor: noColor, mouse: !noMouse))
    }

    /// Whether standard output is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
