import ArgumentParser
import Assets
import Debugger
import Glibc
import NPIKit
import Scratchpads
import Support
import TUI
import TerminalKit

/// The command line's root.
struct Npi: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "npi",
        abstract: "A terminal debugger for Neural Programmer-Interpreters: watch a neural network run programs.",
        discussion:
            "On a terminal, npi alone asks what to look at: a task, a tour, or a recording in the present folder.",
        version: Version.current,
        subcommands: [
            Run.self, Replay.self, Compare.self, TourCommand.self, Export.self, New.self, Check.self, Train.self,
            Evaluate.self,
            Verify.self, Model.self, Cars.self, Dap.self,
        ])

    /// Without a command: what there is to look at, on a terminal; else the help.
    func run() throws {
        guard ScreenOptions.isTerminal, isatty(STDIN_FILENO) == 1 else { throw CleanExit.helpRequest(self) }
        var chosen: PickerChoice?
        // Whoever leaves what was chosen comes back to choose again.
        while let choice = try Self.choose(after: chosen) {
            chosen = choice
            var command = try Self.parseAsRoot(choice.arguments)
            try command.run()
        }
    }

    /// Says what was meant where the first word is no command.
    static func checkCommand(_ words: [String]) throws {
        guard let first = words.first, !first.hasPrefix("-") else { return }
        let commands = configuration.subcommands.map { $0.configuration.commandName ?? "" }
        guard !(commands + ["help"]).contains(first) else { return }
        if TaskCatalog.allNames.contains(first) || first.hasSuffix(TaskSource.suffix) {
            throw UsageError("there is no command \(first); did you mean npi run \(words.joined(separator: " "))?")
        }
        throw UsageError(
            "there is no command \(String(first.prefix(40)))\(String(first.prefix(40)).meaning(oneOf: commands))")
    }

    /// Lets the user choose on a screen; nil where they leave.
    private static func choose(after chosen: PickerChoice?) throws -> PickerChoice? {
        let screen = try ScreenOptions.parse([]).configuration().openScreen()
        defer { screen.close() }
        var picker = PickerApp(PickerState(entries, more: moreTasks, choosing: chosen), on: screen)
        return picker.run()
    }

    /// The shipped tasks that have a network of their own.
    private static var moreTasks: [PickerEntry] {
        let known = Set(TaskCatalog.ownNames)
        return ShippedTasks.names.filter { !known.contains($0) && ModelChoice.shipped(for: $0) != nil }
            .compactMap(TaskCatalog.task(named:)).map { PickerEntry($0) }
    }

    /// The tasks that the shipped network has learned, the tours, and the recordings in the present folder.
    private static var entries: [PickerEntry] {
        let library = ModelChoice.shippedLibrary
        let tasks = TaskCatalog.all.filter { library?.hasPrograms(of: $0) ?? true }
        return tasks.map { PickerEntry($0) } + TourLibrary.offered(by: library).map { PickerEntry($0) }
            + RecordingListing.all(in: ".").map { PickerEntry($0) }
    }
}
