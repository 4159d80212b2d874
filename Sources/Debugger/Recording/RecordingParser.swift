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
        var start = 0
        while let end = bytes.newline(from: start) {
            try readLine(bytes, start..<end)
            start = end + 1
        }
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
            try readLine(bytes, 0..<bytes.count)
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

    private mutating func readLine(_ bytes: [UInt8], _ range: Range<Int>) throws(RecordingError) {
        lineNumber += 1
        guard range.contains(where: { bytes[$0] > 32 }) else { return }
        var scanner = JSONScanner(bytes, range)
        guard builder != nil else {
            builder = try RecordingBuilder(RecordingHeader(&scanner))
            return
        }
        let line: RecordingLine
        do throws(JSONError) {
            var reader = RecordingLineReader()
            line = try reader.read(&scanner) { (scanner, name) throws(JSONError) -> Int in
                try builder?.row(of: name, in: scanner) ?? 0
            }
        } catch {
            throw RecordingError(.damaged(column: error.column, error.what), line: lineNumber)
        }
        if let objection = builder?.accept(line) {
            throw RecordingError(.impossible(objection), line: lineNumber)
        }
    }
}

extension [UInt8] {
    /// The index of the first newline from `start` on.
    fileprivate func newline(from start: Int) -> Int? {
        withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress, start < bytes.count,
                let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
            else { return nil }
            return base.distance(to: found)
        }
    }
}
