import Glibc
import Support
import TerminalKit

/// Standard output, the only way there: written in large pieces, safe for a terminal, and telling when it cannot be written.
struct StandardOutput: TextOutputStream {
    private var writer = DescriptorWriter(STDOUT_FILENO)

    /// Writes `line`, which is one line whatever its names and texts hold.
    ///
    /// - Throws: ``RunFailure`` if it could not be written.
    static func print(_ line: String) throws {
        var output = StandardOutput()
        output.writeLine(line)
        try output.flush()
    }

    mutating func write(_ text: String) { writer.write(text) }

    /// Writes a picture in a terminal's colours.
    mutating func write(_ canvas: Canvas, depth: ColorDepth) { writer.writeUnchecked(canvas.ansi(depth: depth)) }

    /// Writes what is left.
    ///
    /// - Throws: ``RunFailure`` if any of it could not be written.
    mutating func flush() throws {
        writer.flush()
        if let failure = writer.failure { throw Self.refusal(failure) }
    }

    /// Standard output cannot be written, by the failure's code.
    static func refusal(_ code: Int32) -> RunFailure {
        RunFailure("cannot write standard output: \(SystemError(code: code))")
    }
}
