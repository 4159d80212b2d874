import Glibc

/// Standard output, written in large pieces, that tells when it cannot be written.
struct StandardOutput: TextOutputStream {
    private var buffer: [UInt8] = []
    private var failure: Int32?

    private static let pieceSize = 1 << 16

    mutating func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.pieceSize { writeBuffer() }
    }

    /// Writes what is left.
    ///
    /// - Throws: ``RunFailure`` if any of it could not be written.
    mutating func flush() throws {
        writeBuffer()
        if let failure { throw RunFailure("cannot write standard output: \(String(cString: strerror(failure)))") }
    }

    private mutating func writeBuffer() {
        var rest = buffer[...]
        while !rest.isEmpty, failure == nil {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                failure = errno
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
