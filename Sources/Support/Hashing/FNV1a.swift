/// A short number that follows from texts: FNV-1a with 64 bits (Fowler, Noll & Vo 1991). It tells texts apart, and protects
/// nothing.
package struct FNV1a: Hashable, Sendable {
    /// The number.
    package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The number of nothing, yet.
    package init() {}

    /// Adds a text at the end.
    package mutating func add(_ text: String) {
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    /// The number as 16 hexadecimal digits.
    package var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
