import Support
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    /// A message of NIST's examples (FIPS 180-4) and its hash.
    struct Vector: CustomTestStringConvertible {
        var testDescription: String
        var message: String
        var hash: String
    }

    static let vectors = [
        Vector(
            testDescription: "nothing", message: "",
            hash: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Vector(
            testDescription: "abc", message: "abc",
            hash: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        Vector(
            testDescription: "448 bits", message: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            hash: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        Vector(
            testDescription: "a million times a", message: String(repeating: "a", count: 1_000_000),
            hash: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ]

    @Test("gives the hashes that NIST publishes", arguments: vectors)
    func published(vector: Vector) {
        #expect(Array(vector.message.utf8).withUnsafeBytes { SHA256.hash($0) } == vector.hash)
    }

    @Test("gives the same whatever the pieces", arguments: [1, 55, 64, 1_000])
    func pieces(size: Int) {
        let bytes = (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* $0) }
        let hash = SHA256()
        for start in stride(from: 0, to: bytes.count, by: size) {
            hash.update(bytes[start..<min(start + size, bytes.count)])
        }
        #expect(hash.finish() == bytes.withUnsafeBytes { SHA256.hash($0) })
    }
}
