import Support

/// Takes the messages out of a stream of bytes, however reads split it. Each stands behind a header:
///
///     Content-Length: 76\r\n
///     \r\n
///     {"seq":1,"type":"request",...}
///
/// It never holds more than the largest message and what came with it. After an error nothing can be found any more, since
/// nobody knows where the next message begins.
package struct MessageFramer: Sendable {
    /// How many bytes a message may have. Clients send some thousand at most.
    package static let largestMessage = 1 << 20
    private static let largestHeader = 1 << 12

    private var bytes: [UInt8] = []
    private var failure: FramingError?
    /// The length of the message whose header has been read.
    private var length: Int?

    /// Nothing has come yet.
    package init() {}

    /// Whether a message has begun that is not whole.
    package var isWithinMessage: Bool { length != nil || !bytes.isEmpty }

    /// Takes what came.
    package mutating func feed(_ more: some Collection<UInt8>) {
        if failure == nil { bytes += more }
    }

    /// The next message, without its header; nil until it is whole.
    ///
    /// - Throws: ``FramingError`` where no message begins, and from then on.
    package mutating func next() throws(FramingError) -> [UInt8]? {
        if let failure { throw failure }
        do throws(FramingError) {
            if length == nil { length = try takeHeader() }
        } catch {
            failure = error
            bytes = []
            throw error
        }
        guard let length, bytes.count >= length else { return nil }
        defer {
            bytes.removeFirst(length)
            self.length = nil
        }
        return Array(bytes[..<length])
    }

    /// Takes the header at the beginning, and returns the length that it tells; nil until it is whole.
    private mutating func takeHeader() throws(FramingError) -> Int? {
        var found: Int?
        var start = 0
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")), end <= Self.largestHeader {
            guard end > start, bytes[end - 1] == UInt8(ascii: "\r") else { throw .badHeader(text(start..<end)) }
            guard end - 1 > start else {
                guard let found else { throw .noLength }
                bytes.removeFirst(end + 1)
                return found
            }
            if let length = try Self.length(in: text(start..<end - 1)) { found = length }
            start = end + 1
        }
        // Whatever is no header need not be waited for.
        if let first = bytes[start...].first, first != UInt8(ascii: "\r"), !first.isNamePart {
            throw .badHeader(text(start..<bytes.count))
        }
        guard bytes.count <= Self.largestHeader else { throw .longHeader }
        return nil
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range].prefix(200), as: UTF8.self) }

    /// The length that a line of a header tells; nil for a line about something else.
    private static func length(in line: String) throws(FramingError) -> Int? {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].utf8.allSatisfy(\.isNamePart)
        else { throw .badHeader(line) }
        guard line[..<colon].lowercased() == "content-length" else { return nil }
        let value = line[line.index(after: colon)...].filter { $0 != " " && $0 != "\t" }
        guard let length = Int(value), (0...largestMessage).contains(length) else { throw .badLength(value) }
        return length
    }
}

/// A stream of bytes that is not the Debug Adapter Protocol's.
package enum FramingError: Error, Hashable, CustomStringConvertible {
    /// A line stands where one of a header should be.
    case badHeader(String)
    /// A header ends without a length.
    case noLength
    /// A length is no number of bytes, or too large.
    case badLength(String)
    /// A header does not end.
    case longHeader

    /// One line for the user.
    package var description: String {
        switch self {
        case .badHeader(let line):
            "\(line.quotedShort) is not the Debug Adapter Protocol: a message begins with Content-Length: N, CR LF, CR LF"
        case .noLength: "the header of a message has no Content-Length"
        case .badLength(let value):
            "Content-Length is \(value.quotedShort); a message has 0 to \(MessageFramer.largestMessage.grouped) bytes"
        case .longHeader: "the header of a message does not end; it is a line Content-Length: N and an empty one"
        }
    }
}

extension UInt8 {
    /// Whether the name of a header may hold it.
    fileprivate var isNamePart: Bool {
        self == UInt8(ascii: "-") || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self & 0xDF) && self < 0x80
    }
}
