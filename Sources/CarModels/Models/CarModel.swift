/// A car that can be looked at: its name, and its mesh at normal size in the middle. Shared, not copied.
package final class CarModel: Sendable {
    /// The name, such as "saloon-1", or the path of the file.
    package let name: String
    /// The mesh, its box centred at the origin with its corners at distance 1.
    package let mesh: Mesh
    /// A number that follows from the mesh: different cars have different ones.
    package let digest: UInt32
    /// What a person should know of it, in one line: what of its file was passed over, or that it is not the car that it was.
    package let remark: String?

    /// Takes a mesh of any size and place.
    ///
    /// - Throws: ``OBJError`` if it has no extent.
    package convenience init(_ mesh: Mesh, name: String, remark: String? = nil) throws(OBJError) {
        guard let normalized = mesh.normalized else { throw OBJError(.noExtent, file: name) }
        self.init(normalized: normalized, name: name, remark: remark)
    }

    /// Takes a mesh of the normal size and place as it is.
    package init(normalized mesh: Mesh, name: String, remark: String?) {
        self.name = name
        self.mesh = mesh
        self.remark = remark
        digest = Self.digest(of: mesh)
    }

    /// FNV-1a over all points, triangles and colours.
    private static func digest(of mesh: Mesh) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        func feed(_ value: UInt32) {
            hash = (hash ^ value) &* 16_777_619
            hash ^= hash >> 15
        }
        for point in mesh.positions {
            for axis in 0..<3 { feed(point[axis].bitPattern) }
        }
        for triangle in mesh.triangles {
            for corner in 0..<3 { feed(UInt32(bitPattern: triangle.corners[corner])) }
            feed(UInt32(bitPattern: triangle.material))
        }
        for material in mesh.materials {
            feed(UInt32(material.color.red) << 16 | UInt32(material.color.green) << 8 | UInt32(material.color.blue))
        }
        return hash
    }
}

extension CarModel: Hashable {
    /// Whether both are the same car.
    package static func == (left: CarModel, right: CarModel) -> Bool {
        left === right || (left.digest == right.digest && left.name == right.name)
    }

    /// Feeds the name and the digest to `hasher`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(digest)
    }
}
