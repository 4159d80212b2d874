import ArgumentParser

/// The command line's root.
struct Npi: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "npi",
        abstract: "A terminal debugger for Neural Programmer-Interpreters: watch a neural network run programs.",
        version: "0.1.0",
        subcommands: [Run.self, Replay.self, Train.self, Model.self, Cars.self])
}
