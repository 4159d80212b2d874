import Foundation
import Support
import Testing

@Suite("File names as text")
struct FileNameTests {
    @Test("UTF-8 stays what it is")
    func plain() {
        for name in ["a.obj", "café", "日本", "e\u{301}", "👩‍👩‍👧", ""] {
            #expect(FileName.text(Array(name.utf8)) == name)
            #expect(FileName.bytes(of: name) == Array(name.utf8))
        }
    }

    @Test("whatever the bytes are, they come back")
    func roundTrip() {
        var generator = SeededGenerator(seed: 6)
        let pieces: [[UInt8]] = [
            [0xE9], [0xFF], [0xC3, 0xA9], [0xC3], [0xF4, 0x8F, 0xBF, 0xA9], [0xF4, 0x8F], [0xED, 0xA0, 0x80],
            [0xF0, 0x9F, 0x98, 0x80], [0x41], [0x80], [0xE2, 0x82],
        ]
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...8, using: &generator)).flatMap { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }
            #expect(FileName.bytes(of: FileName.text(bytes)) == bytes)
        }
    }

    @Test("names of such bytes can be joined, kept in JSON and shown")
    func use() throws {
        let name = FileName.text([0x63, 0x61, 0x66, 0xE9])
        #expect(FileName.bytes(of: "/tmp/\(name).obj") == Array("/tmp/caf".utf8) + [0xE9] + Array(".obj".utf8))
        let kept = try JSONDecoder().decode([String].self, from: JSONEncoder().encode([name]))
        #expect(kept == [name])
        #expect(name.printable == "caf?")
    }
}
