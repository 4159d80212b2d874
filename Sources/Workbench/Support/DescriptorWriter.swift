import Glibc

/// Writes to an open file in large pieces, and keeps the first failure.
struct DescriptorWriter: TextOutputStream {
    /// Where to.
    let descriptor: Int32
    /// The code of the first failure; after it nothing more is written.
    private(set) var failure: Int32?
    private var buffer: [UInt8] = []

    private static let pieceSize = 1 << 16

    /// A writer to `descriptor`, which the caller opened and closes.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    mutating func write(_ text: String) {
        guard failure == nil else { return }
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.pieceSize { flush() }
    }

    /// Writes what is left.
    mutating func flush() {
        var rest = buffer[...]
        while !rest.isEmpty, failure == nil {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                failure = errno
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
