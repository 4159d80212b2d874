import Glibc
import Support
import TerminalKit

/// Standard output, the only way there: written in large pieces, safe for a terminal, and telling when it cannot be written.
struct StandardOutput: TextOutputStream {
    private var writer = DescriptorWriter(STDOUT_FILENO)

    /// Writes `line`, which is one line whatever its names and texts hold.
    ///
    /// - Throws: ``OutputFailure`` if it could not be written.
    static func print(_ line: String) throws {
        var output = StandardOutput()
        output.writeLine(line)
        try output.flush()
    }

    mutating func write(_ text: String) { writer.write(text) }

    /// Writes a picture in a terminal's colours.
    mutating func write(_ canvas: Canvas, depth: ColorDepth) { writer.writeUnchecked(canvas.ansi(depth: depth)) }

    /// Whether all could be written so far. There is no use in making more where it could not.
    var isWritable: Bool { writer.failure == nil }

    /// Writes what is left.
    ///
    /// - Throws: ``OutputFailure`` if any of it could not be written.
    mutating func flush() throws {
        writer.flush()
        if let failure = writer.failure { throw OutputFailure(code: failure) }
    }
}

/// Standard output that cannot be written; exit status 1.
struct OutputFailure: Error, CustomStringConvertible {
    /// The system's code.
    var code: Int32

    /// One line for the user.
    var description: String { "cannot write standard output: \(SystemError(code: code))" }

    /// Whether nobody reads it any more, as when it is piped into `head`.
    var isBrokenPipe: Bool { code == ProcessEnding.brokenPipe }
}
