import Foundation
import Support

/// What a table holds, as a file from one run of the program to the next.
///
/// A line that says what it is, a line that says of what, three counts, the keys, the parents, the decisions and the answers
/// (little-endian), and the SHA-256 of all that. What is damaged, or of something else, is no file: the network is asked anew.
enum AnswerFile {
    private static let format = "npi-answers 1\n"
    private static let digestSize = 64
    private static let decisionSize = 8

    /// The file of `entries`.
    ///
    /// - Parameter identity: What the answers depend on: the network, and the arithmetic.
    static func data(of entries: AnswerEntries, identity: String) -> Data {
        var data = Data((format + identity + "\n").utf8)
        func append<Value>(_ values: [Value]) { values.withUnsafeBytes { data.append(contentsOf: $0) } }
        append([entries.count, entries.keySize, entries.programCount].map { UInt64($0).littleEndian })
        let contents = entries.contents
        append(contents.keys)
        append(contents.parents.map(\.littleEndian))
        append(contents.decisions.flatMap(bytes))
        append(contents.answers.map(\.bitPattern.littleEndian))
        data.append(contentsOf: digest(of: data).utf8)
        return data
    }

    /// The entries in `data`; nil where it is not such a file, or of another identity or shape.
    static func entries(in data: Data, identity: String, keySize: Int, programCount: Int) -> AnswerEntries? {
        let head = Data((format + identity + "\n").utf8)
        guard data.count > head.count + digestSize, data.starts(with: head),
            data.suffix(digestSize).elementsEqual(digest(of: data.dropLast(digestSize)).utf8)
        else { return nil }
        var reader = Reader(bytes: data.dropFirst(head.count).dropLast(digestSize))
        guard let counts: [UInt64] = reader.values(3), counts[0] >= 1, counts[0] <= UInt64(UInt32.max),
            counts[1] == UInt64(keySize), counts[2] == UInt64(programCount)
        else { return nil }
        let count = Int(counts[0])
        guard let keys: [UInt8] = reader.values(count * keySize), let parents: [UInt32] = reader.values(count),
            let decisions: [UInt8] = reader.values(count * decisionSize),
            let answers: [UInt32] = reader.values(count * AnswerEntries.answerSize(programCount)), reader.isAtEnd
        else { return nil }
        let read = stride(from: 0, to: decisions.count, by: decisionSize).map {
            decision(of: decisions[$0..<$0 + decisionSize], programCount)
        }
        return AnswerEntries(
            keySize: keySize, programCount: programCount,
            AnswerEntries.Contents(
                keys: keys, parents: parents.map { UInt32(littleEndian: $0) }, decisions: read.compactMap { $0 },
                answers: answers.map { Float(bitPattern: UInt32(littleEndian: $0)) }))
    }

    private static func digest(of data: Data) -> String { data.withUnsafeBytes { SHA256.hash($0) } }

    private static func bytes(of decision: Decision) -> [UInt8] {
        func bytes(_ kind: UInt8, _ program: Int, _ arguments: Arguments) -> [UInt8] {
            [kind, UInt8(truncatingIfNeeded: program), UInt8(truncatingIfNeeded: program >> 8), 0]
                + (0..<Arguments.count).map { UInt8(arguments[$0]) } + [0]
        }
        switch decision {
        case .end: return bytes(0, 0, .none)
        case .call(let program, let arguments): return bytes(1, program.rawValue, arguments)
        case .act(let arguments): return bytes(2, 0, arguments)
        }
    }

    private static func decision(of bytes: ArraySlice<UInt8>, _ programCount: Int) -> Decision? {
        let bytes = bytes.map(Int.init)
        guard bytes[4..<7].allSatisfy({ $0 < Arguments.valueCount }) else { return nil }
        let program = bytes[1] | bytes[2] << 8
        switch bytes[0] {
        case 0: return .end
        case 1 where program < programCount:
            return .call(ProgramID(rawValue: program), Arguments(bytes[4], bytes[5], bytes[6]))
        case 2: return .act(Arguments(bytes[4], bytes[5], bytes[6]))
        default: return nil
        }
    }
}

/// Takes arrays from the beginning of bytes.
private struct Reader {
    var bytes: Data

    var isAtEnd: Bool { bytes.isEmpty }

    /// The next `count` values; nil where there are fewer.
    mutating func values<Value: FixedWidthInteger>(_ count: Int) -> [Value]? {
        let size = count * MemoryLayout<Value>.stride
        guard size <= bytes.count else { return nil }
        let values = [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = count
            bytes.copyBytes(to: UnsafeMutableRawBufferPointer(buffer), count: size)
        }
        bytes = bytes.dropFirst(size)
        return values
    }
}
