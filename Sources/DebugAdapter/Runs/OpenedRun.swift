package import Debugger

/// A run that has been opened for a client.
package struct OpenedRun {
    /// The run.
    package var session: Session
    /// What a person should know of it, a line each.
    package var notes: [String]
    /// Where the task's file is; nil for a task that is shipped or held by a recording, or has none.
    package var sourcePath: String?
    /// Reads a file that a client takes for the task's; nil where it cannot be read.
    package var readText: (String) -> String?

    /// Makes one.
    package init(
        _ session: Session, notes: [String] = [], sourcePath: String? = nil,
        readingTexts readText: @escaping (String) -> String? = { _ in nil }
    ) {
        self.session = session
        self.notes = notes
        self.sourcePath = sourcePath
        self.readText = readText
    }
}

/// Opens the run that a client asks for. An error is told in one line.
package typealias RunOpener = (LaunchArguments) throws -> OpenedRun
