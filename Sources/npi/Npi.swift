import ArgumentParser

/// The command line.
@main
struct Npi: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "npi", abstract: "A terminal debugger for Neural Programmer-Interpreters.")
}
