/// A mesh as bytes, so that a recording can hold it and is shown as it was.
///
/// Numbers of seven bits a byte, most as differences from the one before: the counts of points, normals, triangles and
/// materials; the points in 1/65536; the normals as floats of 32 bits; each triangle's corners, normals and material; each
/// material's colour. Names of materials are left out.
extension Mesh {
    /// Bytes are refused that tell of more than this of anything.
    private static let countLimit = 4_000_000
    /// The mesh, which must be normalized, as bytes.
    package func encoded() -> [UInt8] {
        var writer = ByteWriter()
        for count in [positions.count, normals.count, triangles.count, materials.count] { writer.append(count) }
        var last = SIMD3<Int32>.zero
        for point in positions {
            let place = SIMD3<Int32>(point * Self.grain)
            writer.append(place &- last)
            last = place
        }
        for normal in normals {
            for axis in 0..<3 { writer.append(float: normal[axis]) }
        }
        var before = Triangle(corners: .zero, normals: .zero, material: 0)
        for triangle in triangles {
            writer.append(triangle.corners &- before.corners)
            writer.append(triangle.normals &- before.normals)
            writer.append(Int(triangle.material) - Int(before.material))
            before = triangle
        }
        for material in materials {
            writer.bytes += [material.color.red, material.color.green, material.color.blue]
        }
        return writer.bytes
    }

    /// The mesh that `bytes` tell; nil if they tell none.
    package init?(encoded bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        self.init()
        guard let counts = reader.counts(4, upTo: Self.countLimit), counts[3] <= Self.materialLimit else { return nil }
        var last = SIMD3<Int32>.zero
        for _ in 0..<counts[0] {
            guard let step = reader.vector() else { return nil }
            last = last &+ step
            guard last.max() <= 70_000, last.min() >= -70_000 else { return nil }
            positions.append(Vector(last) / Self.grain)
        }
        for _ in 0..<counts[1] {
            guard let x = reader.float(), let y = reader.float(), let z = reader.float() else { return nil }
            normals.append(Vector(x, y, z))
        }
        var triangle = Triangle(corners: .zero, normals: .zero, material: 0)
        for _ in 0..<counts[2] {
            guard let corners = reader.vector(), let normals = reader.vector(), let material = reader.integer() else {
                return nil
            }
            triangle.corners = triangle.corners &+ corners
            triangle.normals = triangle.normals &+ normals
            triangle.material = triangle.material &+ Int32(truncatingIfNeeded: material)
            guard triangle.corners.min() >= 0, Int(triangle.corners.max()) < counts[0], triangle.normals.min() >= 0,
                Int(triangle.normals.max()) < counts[1], (0..<counts[3]).contains(Int(triangle.material))
            else { return nil }
            triangles.append(triangle)
        }
        for _ in 0..<counts[3] {
            guard let red = reader.byte(), let green = reader.byte(), let blue = reader.byte() else { return nil }
            materials.append(Material("", Tint(red, green, blue)))
        }
        guard reader.isAtEnd, !triangles.isEmpty else { return nil }
    }
}

private struct ByteWriter {
    var bytes: [UInt8] = []

    /// A number, small ones in few bytes: the sign in the lowest bit, then seven bits a byte.
    mutating func append(_ value: Int) {
        var rest = UInt(bitPattern: value << 1 ^ value >> (Int.bitWidth - 1))
        while rest > 127 {
            bytes.append(UInt8(rest & 127) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func append(_ vector: SIMD3<Int32>) {
        for axis in 0..<3 { append(Int(vector[axis])) }
    }

    mutating func append(float: Float) {
        withUnsafeBytes(of: float.bitPattern.littleEndian) { bytes += $0 }
    }
}

private struct ByteReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { index == bytes.count }

    mutating func byte() -> UInt8? {
        guard index < bytes.count else { return nil }
        index += 1
        return bytes[index - 1]
    }

    mutating func integer() -> Int? {
        var value: UInt = 0
        for shift in stride(from: UInt(0), to: 42, by: 7) {
            guard let byte = byte() else { return nil }
            value |= UInt(byte & 127) << shift
            if byte < 128 { return Int(value >> 1) ^ -Int(value & 1) }
        }
        return nil
    }

    mutating func vector() -> SIMD3<Int32>? {
        guard let x = integer(), let y = integer(), let z = integer() else { return nil }
        return SIMD3(Int32(truncatingIfNeeded: x), Int32(truncatingIfNeeded: y), Int32(truncatingIfNeeded: z))
    }

    /// A finite number.
    mutating func float() -> Float? {
        var pattern: UInt32 = 0
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            guard let byte = byte() else { return nil }
            pattern |= UInt32(byte) << shift
        }
        let value = Float(bitPattern: pattern)
        return value.isFinite ? value : nil
    }

    mutating func counts(_ number: Int, upTo limit: Int) -> [Int]? {
        let counts = (0..<number).compactMap { _ in integer() }
        return counts.count == number && counts.allSatisfy { (0...limit).contains($0) } ? counts : nil
    }
}
