import DebugAdapter
import Support
import Testing

@Suite("Messages are found in a stream of bytes")
struct FramerTests {
    private func framed(_ text: String) -> [UInt8] { Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8) }

    /// All messages of `bytes`, given in pieces of `size`.
    private func messages(in bytes: [UInt8], piece size: Int) throws -> [String] {
        var framer = MessageFramer()
        var found: [String] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            framer.feed(bytes[start..<min(start + size, bytes.count)])
            while let message = try framer.next() { found.append(String(decoding: message, as: UTF8.self)) }
        }
        #expect(!framer.isWithinMessage)
        return found
    }

    @Test("however reads split them", arguments: [1, 2, 3, 7, 20, 1_000])
    func pieces(size: Int) throws {
        let texts = ["{}", "", "{\"a\":\"ä→😀\"}", String(repeating: "x", count: 500)]
        #expect(try messages(in: texts.flatMap(framed), piece: size) == texts)
    }

    @Test("other headers are passed over, and letter case and spaces do not matter")
    func headers() throws {
        let bytes = Array("Content-Type: application/json; charset=utf-8\r\ncontent-length:  2 \r\n\r\n{}".utf8)
        #expect(try messages(in: bytes, piece: 5) == ["{}"])
    }

    @Test(
        "what is no message is one clear error, and stays one",
        arguments: [
            ("Content-Length: -5\r\n\r\n", FramingError.badLength("-5")),
            ("Content-Length: 99999999999999999999\r\n\r\n", .badLength("99999999999999999999")),
            ("Content-Length: 1048577\r\n\r\n", .badLength("1048577")), ("Content-Length: x\r\n\r\n", .badLength("x")),
            ("Content-Length:\r\n\r\n", .badLength("")), ("Content-Type: json\r\n\r\n{}", .noLength),
            ("\r\n\r\n", .noLength),
            ("GET / HTTP/1.1\r\n", .badHeader("GET / HTTP/1.1")),
            ("Content-Length: 2\n\n{}", .badHeader("Content-Length: 2")),
            ("{\"seq\":1}", .badHeader("{\"seq\":1}")), (": 5\r\n", .badHeader(": 5")),
        ] as [(String, FramingError)])
    func wrong(text: String, error: FramingError) {
        var framer = MessageFramer()
        framer.feed(text.utf8)
        #expect(throws: error) { try framer.next() }
        framer.feed(framed("{}"))
        #expect(throws: error) { try framer.next() }
        #expect(error.description.isPrintable)
    }

    @Test("a header that does not end is not waited for")
    func endless() {
        var framer = MessageFramer()
        #expect(throws: FramingError.longHeader) {
            for _ in 0..<100 {
                framer.feed(Array(repeating: UInt8(ascii: "a"), count: 100))
                while try framer.next() != nil {}
            }
        }
    }

    @Test("any bytes are messages or an error", arguments: 0..<200)
    func anything(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var framer = MessageFramer()
        let parts = [
            framed("{}"), Array("Content-Length: ".utf8), [13, 10], [13, 10, 13, 10], Array("12".utf8), [0xFF, 0],
        ]
        for _ in 0..<200 {
            let noise = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            framer.feed(Bool.random(using: &generator) ? parts.randomElement(using: &generator)! : noise)
            do {
                while let message = try framer.next() { #expect(message.count <= MessageFramer.largestMessage) }
            } catch {
                return #expect(!error.description.isEmpty)
            }
        }
    }
}
