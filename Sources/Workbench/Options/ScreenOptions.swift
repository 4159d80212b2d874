import ArgumentParser
import Foundation
import Glibc
import Support
import TUI
import TerminalKit

/// How the full-screen debugger looks, shared by all commands that open it. What is not said here is taken from the
/// configuration file.
struct ScreenOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The colour theme: \(Theme.all.map(\.name).joined(separator: ", ")) (default: dark).", valueName: "name"),
        completion: .list(Theme.all.map(\.name)))
    var theme: String?

    @Flag(inversion: .prefixedNo, help: "Draw with ASCII characters only.")
    var ascii: Bool?

    @Flag(
        inversion: .prefixedNo, help: "Use colours (the default), or none (the variable NO_COLOR does the same).")
    var color: Bool?

    @Flag(inversion: .prefixedNo, help: "Use the mouse (the default), or leave it to the terminal.")
    var mouse: Bool?

    @Flag(help: "For a projector: few panes, large digits, and the key that was pressed.")
    var projector = false

    func validate() throws {
        guard let theme, Theme.named(theme) == nil else { return }
        let names = Theme.all.map(\.name).joined(separator: ", ")
        throw ValidationError("--theme: there is no theme \(theme); there are \(names)")
    }

    /// Reads the configuration file and puts the options over it.
    ///
    /// - Throws: ``UsageError`` if the file is wrong.
    func configuration() throws -> Configuration {
        var configuration = try ConfigurationFile()?.read() ?? Configuration()
        configuration.theme = theme ?? configuration.theme
        configuration.ascii = ascii ?? configuration.ascii
        configuration.color = color ?? configuration.color
        configuration.mouse = mouse ?? configuration.mouse
        configuration.isProjected = projector
        return configuration
    }

    /// Whether the file called `path` is standard input.
    static func isStandardInput(_ path: String) -> Bool {
        var input = stat()
        guard path != "-" else { return true }
        guard fstat(STDIN_FILENO, &input) == 0, let file = try? FileSystem.status(of: path) else { return false }
        return file.st_dev == input.st_dev && file.st_ino == input.st_ino
    }

    /// Makes the terminal standard input, where that was something else, which has been read to its end.
    static func takeKeyboard() {
        guard isatty(STDIN_FILENO) == 0, let terminal = try? FileSystem.open("/dev/tty", O_RDWR) else { return }
        dup2(terminal, STDIN_FILENO)
        close(terminal)
    }

    /// Whether standard output is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

extension Configuration {
    /// Takes the terminal over. What there is to be said of it is seen when it has been given back.
    func openScreen() throws -> NcursesScreen {
        let screen = try NcursesScreen(
            NcursesScreen.Options(
                theme: theme.flatMap(Theme.named) ?? .dark, ascii: ascii ?? false, noColor: color == false,
                mouse: mouse ?? true))
        if let notice = screen.notice { StandardError.warn(notice) }
        return screen
    }

    /// Makes `state` go by it; what the command line says of the speed comes first.
    func apply(to state: inout AppState, speed chosen: Double?) {
        if let speed = chosen ?? speed { state.setSpeed(PlaySpeed(stepsPerSecond: speed)) }
        state.setKeys(keys)
        if isProjected { state.project() }
    }
}
