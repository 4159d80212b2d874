/// A picture as a PNG file (ISO/IEC 15948), whose pixels are stored as they are: as large as they are, and quickly written.
package struct PNGFile: Sendable {
    private let width: Int
    private let height: Int
    /// Red, green and blue of each pixel, row by row.
    private let pixels: [UInt8]

    /// A picture of `width` x `height` pixels, of which `pixels` has three bytes each, row by row.
    package init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(width > 0 && height > 0 && pixels.count == 3 * width * height, "three bytes for each pixel")
        (self.width, self.height, self.pixels) = (width, height, pixels)
    }

    /// The file.
    package var bytes: [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        // Eight bits, in colours; no interlacing.
        Self.append(
            "IHDR", Self.bigEndian(UInt32(width)) + Self.bigEndian(UInt32(height)) + [8, 2, 0, 0, 0], to: &file)
        Self.append("IDAT", compressed, to: &file)
        Self.append("IEND", [], to: &file)
        return file
    }

    /// The rows, each behind a byte that says it is not filtered, as a zlib stream (RFC 1950) of stored blocks (RFC 1951, 3.2.4).
    private var compressed: [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity((3 * width + 1) * height)
        for row in 0..<height {
            rows.append(0)
            rows += pixels[3 * width * row..<3 * width * (row + 1)]
        }
        var stream: [UInt8] = [0x78, 0x01]
        var rest = rows[...]
        while !rest.isEmpty {
            let block = rest.prefix(0xFFFF)
            rest = rest.dropFirst(block.count)
            let size = UInt16(block.count)
            stream += [
                rest.isEmpty ? 1 : 0, UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8),
            ]
            stream += block
        }
        return stream + Self.bigEndian(Self.adler32(rows))
    }

    private static func append(_ type: String, _ data: [UInt8], to file: inout [UInt8]) {
        let content = Array(type.utf8) + data
        var checksum = CRC32()
        checksum.update(content)
        file += bigEndian(UInt32(data.count)) + content + bigEndian(checksum.value)
    }

    private static func adler32(_ bytes: [UInt8]) -> UInt32 {
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
    }
}
