import Support

/// Writes to an open file in large pieces, and keeps the first failure.
///
/// All that the program prints or exports passes here, and leaves without orders to a terminal. Whoever writes a line that
/// holds names makes it one line before (`writeLine`), and JSON escapes what is lost here.
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
        writeUnchecked(text.printableLines)
    }

    /// Writes text with orders to the terminal that are our own.
    mutating func writeUnchecked(_ text: String) {
        append(text.utf8)
    }

    /// Writes bytes that are no text. Whoever does has made sure that they do not reach a terminal.
    mutating func write(bytes: [UInt8]) {
        append(bytes)
    }

    private mutating func append(_ bytes: some Collection<UInt8>) {
        guard failure == nil else { return }
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.pieceSize { flush() }
    }

    /// Writes what is left.
    mutating func flush() {
        if failure == nil {
            do throws(SystemError) {
                try buffer.write(to: descriptor)
            } catch {
                failure = error.code
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
