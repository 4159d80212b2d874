import Glibc
import Support

extension Recording {
    /// Reads the recording at `path`; `-` is standard input.
    ///
    /// A last line that broke off is left out, and a missing end line is no error: that is how a recording looks after a
    /// crash, or while it is being made.
    ///
    /// - Throws: ``RecordingError`` with the line and what is wrong there.
    package init(path: String) throws(RecordingError) {
        let name = path == "-" ? "standard input" : path
        let file: Int32
        do throws(SystemError) {
            file = path == "-" ? STDIN_FILENO : try FileSystem.open(path, O_RDONLY | O_NOCTTY)
        } catch {
            throw RecordingError(.unreadable(error.lowercased), path: name)
        }
        defer { if path != "-" { close(file) } }
        guard isatty(file) == 0 else { throw RecordingError(.unreadable("it is a terminal, not a file"), path: name) }
        do throws(RecordingError) {
            self = try Recording(descriptor: file)
        } catch {
            throw RecordingError(error.cause, line: error.line, path: name)
        }
    }

    /// Reads a recording that is in memory.
    ///
    /// - Throws: ``RecordingError`` as for a file.
    package init(bytes: some Collection<UInt8>) throws(RecordingError) {
        var parser = RecordingParser()
        try parser.feed(bytes)
        self = try parser.finish()
    }

    private init(descriptor: Int32) throws(RecordingError) {
        var parser = RecordingParser()
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw RecordingError(.unreadable(lastSystemError())) }
            guard count > 0 else { break }
            try parser.feed(block[..<count])
        }
        self = try parser.finish()
    }
}

/// The system's words for `errno`, in lower case as befits the middle of a sentence.
func lastSystemError() -> String { SystemError().lowercased }

extension SystemError {
    /// The system's words in lower case.
    var lowercased: String { description.prefix(1).lowercased() + description.dropFirst() }
}
