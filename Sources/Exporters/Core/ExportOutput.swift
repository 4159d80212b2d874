/// Where an export goes: text, which is made safe for a terminal, or the bytes of a file that is no text.
package protocol ExportOutput: TextOutputStream {
    /// Writes bytes as they are.
    mutating func write(bytes: [UInt8])
}

/// An export in memory.
package struct ExportedBytes: ExportOutput {
    /// What was written.
    package private(set) var bytes: [UInt8] = []

    /// Nothing yet.
    package init() {}

    /// What was written, as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func write(_ text: String) { bytes += text.utf8 }

    package mutating func write(bytes more: [UInt8]) { bytes += more }
}
