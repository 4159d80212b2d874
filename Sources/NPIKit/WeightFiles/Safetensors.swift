package import Foundation
import Support

/// The safetensors container: named arrays of 32-bit floats and a table of strings. Floats of 16 bits are widened as they
/// are read.
///
/// Eight bytes of header length (little-endian), a JSON header padded with spaces, then the data. Any Python with
/// `safetensors` reads what ``encoded()`` writes.
package struct Safetensors {
    /// One array.
    package struct Tensor: Equatable {
        /// Its name.
        package var name: String
        /// Its shape.
        package var shape: [Int]
        /// Its values, row by row.
        package var values: [Float]

        /// Makes a tensor.
        package init(name: String, shape: [Int], values: [Float]) {
            self.name = name
            self.shape = shape
            self.values = values
        }
    }

    /// The `__metadata__` table.
    package var metadata: [String: String]
    /// The arrays, in file order.
    package var tensors: [Tensor]

    /// Headers longer than this are taken for damage.
    private static let longestHeader = 16_000_000

    /// Makes a container.
    package init(metadata: [String: String], tensors: [Tensor]) {
        self.metadata = metadata
        self.tensors = tensors
    }

    /// Reads a container.
    ///
    /// - Throws: ``SafetensorsError``, which says what is wrong and where.
    package init(_ data: Data) throws(SafetensorsError) {
        guard data.count >= 8 else { throw .truncated(expected: 8, found: data.count) }
        let start = data.startIndex
        let length = data.prefix(8).enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << (8 * $1.offset) }
        guard length <= Self.longestHeader else { throw .notSafetensors }
        let body = 8 + Int(length)
        guard data.count >= body else { throw .truncated(expected: body, found: data.count) }
        let json = try? JSONSerialization.jsonObject(with: data[(start + 8)..<(start + body)])
        guard let header = json as? [String: Any] else { throw .notSafetensors }
        metadata = header["__metadata__"] as? [String: String] ?? [:]
        var places: [Place] = []
        for (name, entry) in header where name != "__metadata__" {
            places.append(try Place(name: name, entry: entry))
        }
        // A tensor without values ends where the next begins.
        places.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        tensors = []
        var next = 0
        for place in places {
            guard place.range.lowerBound == next else {
                throw .badEntry(place.name, "its data overlaps or leaves a gap")
            }
            next = place.range.upperBound
            let end = body + place.range.upperBound
            guard data.count >= end else { throw .truncated(expected: end, found: data.count) }
            let bytes = data[(start + body + place.range.lowerBound)..<(start + end)]
            tensors.append(Tensor(name: place.name, shape: place.shape, values: place.type.floats(bytes)))
        }
        guard data.count == body + next else { throw .trailing(data.count - body - next) }
    }

    /// The container as bytes.
    package func encoded() -> Data {
        var entries: [String: Any] = ["__metadata__": metadata]
        var offset = 0
        for tensor in tensors {
            let end = offset + 4 * tensor.values.count
            entries[tensor.name] = ["dtype": "F32", "shape": tensor.shape, "data_offsets": [offset, end]]
            offset = end
        }
        var header =
            (try? JSONSerialization.data(withJSONObject: entries, options: [.sortedKeys, .withoutEscapingSlashes]))
            ?? Data()
        header.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (8 - header.count % 8) % 8))
        var data = Data(capacity: 8 + header.count + offset)
        for shift in 0..<8 { data.append(UInt8(truncatingIfNeeded: header.count >> (8 * shift))) }
        data.append(header)
        for tensor in tensors {
            tensor.values.withUnsafeBytes { data.append(contentsOf: $0) }
        }
        return data
    }
}

/// Where the header says that a tensor's bytes are.
private struct Place {
    var name: String
    var type: ElementType
    var shape: [Int]
    var range: Range<Int>

    init(name: String, entry: Any) throws(SafetensorsError) {
        guard let entry = entry as? [String: Any], let dtype = entry["dtype"] as? String,
            let shape = entry["shape"] as? [Int], let offsets = entry["data_offsets"] as? [Int]
        else { throw .badEntry(name, "it needs dtype, shape and data_offsets") }
        guard let type = ElementType(rawValue: dtype) else { throw .otherType(name, dtype) }
        guard offsets.count == 2, offsets[0] >= 0, offsets[1] >= offsets[0], offsets[1] <= 1 << 40 else {
            throw .badEntry(name, "its data_offsets are \(offsets)")
        }
        var count = 1
        for size in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard size >= 0, !overflow else { throw .badEntry(name, "its shape is \(shape)") }
            count = product
        }
        let (size, overflow) = count.multipliedReportingOverflow(by: type.size)
        guard !overflow, size == offsets[1] - offsets[0] else {
            throw .badEntry(name, "its shape \(shape) does not fit its \(offsets[1] - offsets[0]) bytes")
        }
        self.name = name
        self.type = type
        self.shape = shape
        range = offsets[0]..<offsets[1]
    }
}

/// What can be wrong with a safetensors file.
package enum SafetensorsError: Error, Equatable, CustomStringConvertible {
    /// The bytes are something else.
    case notSafetensors
    /// The file ends too soon.
    case truncated(expected: Int, found: Int)
    /// There is more than the header tells of.
    case trailing(Int)
    /// A tensor's entry in the header is wrong.
    case badEntry(String, String)
    /// A tensor of numbers that are not read; its name and what they are.
    case otherType(String, String)

    /// What is wrong, for the end of a sentence that names the file.
    package var description: String {
        switch self {
        case .notSafetensors: "it is not a safetensors file"
        case .truncated(let expected, let found): "it is cut off: it has \(found) bytes of at least \(expected)"
        case .trailing(let count): "it is damaged: \(count) bytes stand behind its data"
        case .badEntry(let name, let problem): "it is damaged at the tensor \(name): \(problem)"
        case .otherType(let name, let type):
            "its tensor \(name) is of dtype \(type.quotedShort); F32, F16 and BF16 are read, so save it as one of these"
        }
    }
}
