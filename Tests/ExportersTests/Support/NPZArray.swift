import Support
import Testing

/// An array read from an npz file, by other code than what writes them.
struct NPZArray {
    var type: String
    var shape: [Int]
    var values: ArraySlice<UInt8>

    /// The arrays of a file by name; members must be stored, and their checksums right.
    static func all(in bytes: [UInt8]) throws -> [String: NPZArray] {
        func number(_ place: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        let end = bytes.count - 22
        try #require(end >= 0 && number(end, 4) == 0x0605_4B50)
        var arrays: [String: NPZArray] = [:]
        var entry = number(end + 16, 4)
        for _ in 0..<number(end + 10, 2) {
            try #require(number(entry, 4) == 0x0201_4B50 && number(entry + 10, 2) == 0)
            let (size, nameSize) = (number(entry + 24, 4), number(entry + 28, 2))
            let name = String(decoding: bytes[(entry + 46)..<(entry + 46 + nameSize)], as: UTF8.self)
            let member = number(entry + 42, 4)
            let start = member + 30 + number(member + 26, 2) + number(member + 28, 2)
            let contents = bytes[start..<start + size]
            var checksum = CRC32()
            checksum.update(Array(contents))
            try #require(Int(checksum.value) == number(entry + 16, 4))
            arrays[String(name.dropLast(".npy".count))] = try NPZArray(contents)
            entry += 46 + nameSize + number(entry + 30, 2) + number(entry + 32, 2)
        }
        try #require(entry == end)
        return arrays
    }

    private init(_ file: ArraySlice<UInt8>) throws {
        let size = Int(file[file.startIndex + 8]) | Int(file[file.startIndex + 9]) << 8
        try #require((10 + size).isMultiple(of: 64))
        let header = String(decoding: file[(file.startIndex + 10)..<(file.startIndex + 10 + size)], as: UTF8.self)
        let match = try #require(
            header.wholeMatch(of: /\{'descr': '([^']*)', 'fortran_order': False, 'shape': \(([0-9, ]*)\), \} *\n/))
        type = String(match.1)
        shape = match.2.split(separator: ",").compactMap { Int($0.drop { $0 == " " }) }
        values = file.dropFirst(10 + size)
    }

    /// The bytes of a row.
    func row(_ index: Int) -> ArraySlice<UInt8> {
        let size = shape[0] > 0 ? values.count / shape[0] : 0
        return values.dropFirst(index * size).prefix(size)
    }

    /// The numbers of a row.
    func floats(_ index: Int) -> [Float] {
        Array(row(index)).withUnsafeBytes { bytes in
            (0..<bytes.count / 4).map { bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) }
        }
    }

    /// The texts of an array of texts.
    var texts: [String] {
        (0..<shape[0]).map { index in
            Array(row(index)).withUnsafeBytes { bytes in
                (0..<bytes.count / 4).reduce(into: "") { text, place in
                    let scalar = bytes.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self)
                    if scalar != 0, let scalar = Unicode.Scalar(scalar) { text.unicodeScalars.append(scalar) }
                }
            }
        }
    }
}
