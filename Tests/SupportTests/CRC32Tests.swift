import Support
import Testing

@Suite("CRC-32")
struct CRC32Tests {
    @Test("gives the checksum that its definition names, whatever the pieces")
    func check() {
        // "123456789" is the check of the catalogues of such checksums.
        let bytes = Array("123456789".utf8)
        for cut in 0...bytes.count {
            var checksum = CRC32()
            checksum.update(Array(bytes[..<cut]))
            checksum.update(Array(bytes[cut...]))
            #expect(checksum.value == 0xCBF4_3926)
        }
        #expect(CRC32().value == 0)
    }
}
