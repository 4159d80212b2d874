import Glibc

/// Standard output, written in large pieces, that tells when it cannot be written.
struct StandardOutput: TextOutputStream {
    private var writer = DescriptorWriter(STDOUT_FILENO)

    mutating func write(_ text: String) { writer.write(text) }

    /// Writes what is left.
    ///
    /// - Throws: ``RunFailure`` if any of it could not be written.
    mutating func flush() throws {
        writer.flush()
        if let failure = writer.failure { throw Self.refusal(failure) }
    }

    /// Standard output cannot be written, by the failure's code.
    static func refusal(_ code: Int32) -> RunFailure {
        RunFailure("cannot write standard output: \(String(cString: strerror(code)))")
    }
}
