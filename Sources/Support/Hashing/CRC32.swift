/// The checksum of ZIP archives: CRC-32 with the polynomial 0x04C11DB7, reflected.
///
///     var checksum = CRC32()
///     checksum.update(bytes)
///     checksum.value
package struct CRC32: Sendable {
    private var state: UInt32 = .max

    /// The checksum of no bytes.
    package init() {}

    /// The checksum of the bytes so far.
    package var value: UInt32 { ~state }

    /// Takes in the next bytes.
    package mutating func update(_ bytes: [UInt8]) {
        state = Self.table.withUnsafeBufferPointer { table in
            bytes.withUnsafeBufferPointer { bytes in
                bytes.reduce(state) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
            }
        }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
    }
}
