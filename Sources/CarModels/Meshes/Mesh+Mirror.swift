extension Mesh {
    /// The mesh with left and right exchanged.
    package var mirrored: Mesh {
        var mesh = self
        for index in mesh.positions.indices { mesh.positions[index] = Self.mirrored(mesh.positions[index]) }
        for index in mesh.normals.indices { mesh.normals[index] = Self.mirrored(mesh.normals[index]) }
        return mesh
    }

    private static func mirrored(_ vector: Vector) -> Vector {
        // No zero has a sign, so that the mirror image of the mirror image is the same to the bit.
        Vector(-vector.x, vector.y, vector.z) + Vector.zero
    }
}
