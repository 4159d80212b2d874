import Support

/// Builds a line of JSON as bytes. The caller writes the structure; this knows numbers and strings.
struct JSONLine {
    private(set) var bytes: [UInt8] = []

    /// Appends `text`, which must be ASCII, as it is.
    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func raw(_ more: [UInt8]) {
        bytes += more
    }

    mutating func integer(_ value: Int) {
        guard value > 9 else {
            bytes.append(UInt8(ascii: "0") + UInt8(value))
            return
        }
        let first = bytes.count
        var rest = value
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        bytes[first...].reverse()
    }

    mutating func probability(_ value: Probability) {
        value.appendDecimal { bytes.append($0) }
    }

    mutating func bool(_ value: Bool) {
        value ? raw("true") : raw("false")
    }

    mutating func string(_ text: String) {
        bytes += text.jsonBytes
    }

    mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }
}
