import Foundation

/// The numbers of a tensor that are read, under their names in safetensors files.
enum ElementType: String {
    case single = "F32"
    case half = "F16"
    case brain = "BF16"

    /// Bytes per number.
    var size: Int { self == .single ? 4 : 2 }

    /// The numbers in `bytes`, little-endian, of which there are whole ones.
    func floats(_ bytes: Data) -> [Float] {
        switch self {
        case .single:
            [Float](unsafeUninitializedCapacity: bytes.count / 4) { buffer, count in
                count = bytes.copyBytes(to: buffer) / 4
            }
        case .half: Self.patterns(bytes).map { Float(Float16(bitPattern: $0)) }
        // The upper half of a 32-bit float.
        case .brain: Self.patterns(bytes).map { Float(bitPattern: UInt32($0) << 16) }
        }
    }

    private static func patterns(_ bytes: Data) -> [UInt16] {
        [UInt16](unsafeUninitializedCapacity: bytes.count / 2) { buffer, count in
            count = bytes.copyBytes(to: buffer) / 2
        }
    }
}
