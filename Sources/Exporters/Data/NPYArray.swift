/// An array as NumPy's own file format has it (NPY, version 1.0): a magic word, a header that is a literal of Python, and
/// the values in C order, little-endian. Texts have a fixed width, in UTF-32, so that nothing has to be unpickled.
///
/// The format is described in `numpy.lib.format`.
struct NPYArray {
    private let column: DataColumn

    init(_ column: DataColumn) {
        self.column = column
    }

    /// The whole file.
    var bytes: [UInt8] {
        let (type, values) = encodedValues
        let shape = [column.values.count / max(column.width, 1)] + column.shape
        let list = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
        var header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(list)), }"
        // The values begin at a multiple of 64: ten bytes stand before the header, and a line feed ends it.
        let padding = (64 - (10 + header.utf8.count + 1) % 64) % 64
        header += String(repeating: " ", count: padding) + "\n"
        var bytes: [UInt8] = [0x93] + "NUMPY".utf8 + [1, 0]
        bytes.append(littleEndian: UInt16(header.utf8.count))
        bytes += header.utf8
        bytes += values
        return bytes
    }

    /// NumPy's name of the type, and the values.
    private var encodedValues: (type: String, bytes: [UInt8]) {
        switch column.values {
        case .flags(let values): ("|b1", values.map { $0 ? 1 : 0 })
        case .bytes(let values): ("|u1", values)
        case .integers(let values): ("<i8", values.map { $0.littleEndian }.withUnsafeBytes(Array.init))
        case .floats(let values): ("<f4", values.map { $0.bitPattern.littleEndian }.withUnsafeBytes(Array.init))
        case .texts(let values): Self.encode(values)
        }
    }

    private static func encode(_ texts: [String]) -> (type: String, bytes: [UInt8]) {
        // NumPy has no texts of width 0.
        let width = max(texts.map(\.unicodeScalars.count).max() ?? 0, 1)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(texts.count * width * 4)
        for text in texts {
            for scalar in text.unicodeScalars { bytes.append(littleEndian: scalar.value) }
            bytes += repeatElement(0, count: (width - text.unicodeScalars.count) * 4)
        }
        return ("<U\(width)", bytes)
    }
}

extension [UInt8] {
    /// Appends a number, the lowest byte first.
    mutating func append(littleEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
