extension Mesh {
    /// The box around all points that a triangle uses, or nil where there is none.
    package var bounds: (low: Vector, high: Vector)? {
        var low = Vector(repeating: .infinity)
        var high = -low
        for triangle in triangles {
            for corner in 0..<3 {
                let point = positions[Int(triangle.corners[corner])]
                low = pointwiseMin(low, point)
                high = pointwiseMax(high, point)
            }
        }
        return low.x <= high.x ? (low, high) : nil
    }

    /// The mesh moved and scaled so that the box around it has its centre at the origin and its corners at distance 1:
    /// the size and place that it was drawn at do not matter.
    ///
    /// Coordinates are rounded to 1/65536, so that a mesh of a thousandth or a thousand times the size comes out the same.
    /// Points that no triangle uses move to the origin. Returns nil if the mesh has no extent.
    package var normalized: Mesh? {
        guard let (low, high) = bounds else { return nil }
        let centre = low * 0.5 + high * 0.5
        // Halves first, so that the largest numbers do not overflow.
        let half = high * 0.5 - low * 0.5
        let largest = half.max()
        guard largest > 0, largest.isFinite else { return nil }
        let radius = largest * (half / largest).length
        var mesh = self
        for index in mesh.positions.indices {
            let point = (mesh.positions[index] - centre) / radius
            mesh.positions[index] = point.dot(point) < 1.01 ? Self.snapped(point) : .zero
        }
        return mesh
    }

    /// Into how many parts 1 is divided; a coordinate of a normalized mesh is a whole number of them.
    static let grain: Float = 65_536

    private static func snapped(_ point: Vector) -> Vector {
        // No zero has a sign, so that meshes that are alike are the same.
        (point * grain).rounded(.toNearestOrEven) / grain + Vector.zero
    }
}
