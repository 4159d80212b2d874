/// The words of the command line.
package enum CommandWords {
    /// All behind the program's name. File names among them are held as ``FileName`` says.
    package static var given: [String] {
        (1..<max(Int(CommandLine.argc), 1)).compactMap { CommandLine.unsafeArgv[$0].map { FileName.text($0) } }
    }
}
