import Glibc
import NPIKit

/// Reads a recording from blocks of bytes, line by line, and checks that every line can follow the ones before.
///
/// Memory beside the log: one block and one line.
struct RecordingParser {
    /// No line of a recording is longer, not even the header of a sum of 100,000 digits.
    static let lineLimit = 16 << 20

    private var buffer: [UInt8] = []
    private var lineNumber = 0
    private var builder: RecordingBuilder?
    private var cutLine: Int?

    /// Takes the next bytes of the file.
    mutating func feed(_ block: some Collection<UInt8>) throws(RecordingError) {
        buffer += block
        let bytes = buffer
        let start = try bytes.withUnsafeBufferPointer { (bytes) throws(RecordingError) in try readLines(bytes) }
        guard bytes.count - start <= Self.lineLimit else {
            guard builder != nil else { throw RecordingError(.foreign) }
            throw RecordingError(.impossible("the line is longer than 16 MB"), line: lineNumber + 1)
        }
        buffer = Array(bytes[start...])
    }

    /// Says that the file is at its end.
    ///
    /// A last line without its end that cannot be read broke off, as after a crash, and is left out.
    mutating func finish() throws(RecordingError) -> Recording {
        let bytes = buffer
        do throws(RecordingError) {
            try bytes.withUnsafeBufferPointer { (bytes) throws(RecordingError) in try readLine(bytes) }
        } catch {
            switch (error.cause, builder) {
            case (.damaged, nil): throw RecordingError(.cutHeader)
            case (.foreign, nil) where "{\"npitrace\":1".utf8.starts(with: bytes): throw RecordingError(.cutHeader)
            case (.damaged, .some): cutLine = lineNumber
            default: throw error
            }
        }
        guard let builder else { throw RecordingError(.empty) }
        return builder.recording(cutLine: cutLine)
    }

    /// Reads the whole lines in `bytes`, and returns where the rest begins.
    private mutating func readLines(_ bytes: UnsafeBufferPointer<UInt8>) throws(RecordingError) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        var start = 0
        while let newline = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start) {
            let end = UnsafeRawPointer(base).distance(to: newline)
            try readLine(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            start = end + 1
        }
        return start
    }

    private mutating func readLine(_ line: UnsafeBufferPointer<UInt8>) throws(RecordingError) {
        lineNumber += 1
        guard line.contains(where: { $0 > 32 }) else { return }
        var scanner = JSONScanner(line)
        guard builder != nil else {
            builder = try RecordingBuilder(RecordingHeader(&scanner))
            return
        }
        let content: RecordingLine
        do throws(JSONError) {
            var reader = RecordingLineReader()
            content = try reader.read(&scanner) { (scanner, name) throws(JSONError) -> Int in
                try builder?.row(of: name, in: scanner) ?? 0
            }
        } catch {
            throw RecordingError(.damaged(column: error.column, error.what), line: lineNumber)
        }
        if let objection = builder?.accept(content, number: lineNumber) {
            throw RecordingError(.impossible(objection), line: lineNumber)
        }
    }
}
