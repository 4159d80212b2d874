import Support
import Testing

@Suite("PNG files")
struct PNGFileTests {
    /// The chunks of a file, whose checksums are right.
    private func chunks(_ file: [UInt8]) throws -> [(type: String, data: [UInt8])] {
        #expect(Array(file.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        func number(_ place: Int) -> Int { file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        var chunks: [(String, [UInt8])] = []
        var place = 8
        while place < file.count {
            let count = number(place)
            let content = Array(file[place + 4..<place + 8 + count])
            var checksum = CRC32()
            checksum.update(content)
            #expect(checksum.value == UInt32(number(place + 8 + count)))
            chunks.append((String(decoding: content.prefix(4), as: UTF8.self), Array(content.dropFirst(4))))
            place += 12 + count
        }
        return chunks
    }

    /// What a zlib stream of stored blocks holds.
    private func stored(_ stream: [UInt8]) -> [UInt8] {
        #expect((Int(stream[0]) << 8 | Int(stream[1])) % 31 == 0)
        var bytes: [UInt8] = []
        var place = 2
        var isLast = false
        while !isLast {
            isLast = stream[place] == 1
            let count = Int(stream[place + 1]) | Int(stream[place + 2]) << 8
            #expect(Int(stream[place + 3]) | Int(stream[place + 4]) << 8 == 0xFFFF - count)
            bytes += stream[place + 5..<place + 5 + count]
            place += 5 + count
        }
        #expect(place == stream.count - 4)
        return bytes
    }

    @Test("hold every pixel of small pictures and of those with many blocks", arguments: [(1, 1), (3, 2), (200, 300)])
    func pixels(width: Int, height: Int) throws {
        let pixels = (0..<3 * width * height).map { (index: Int) in UInt8(truncatingIfNeeded: index * 7 + index / 251) }
        let chunks = try chunks(PNGFile(width: width, height: height, pixels: pixels).bytes)
        #expect(chunks.map(\.type) == ["IHDR", "IDAT", "IEND"])
        #expect(chunks[0].data[3] == UInt8(truncatingIfNeeded: width) && chunks[0].data[8] == 8)
        let rows = stored(chunks[1].data)
        let rowSize = 3 * width + 1
        var found: [UInt8] = []
        for row in 0..<height {
            #expect(rows[rowSize * row] == 0, "no filter")
            found += rows[rowSize * row + 1..<rowSize * (row + 1)]
        }
        #expect(found == pixels)
    }

    @Test("end with the checksum of what is compressed")
    func checksum() throws {
        // Adler-32 of the bytes 0, 1, 2, 3.
        let data = try chunks(PNGFile(width: 1, height: 1, pixels: [1, 2, 3]).bytes)[1].data
        #expect(data.suffix(4) == [0, 14, 0, 7])
    }
}
