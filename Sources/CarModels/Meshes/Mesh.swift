/// Triangles in space, with a normal at each corner and a material each. Sheets have two sides: neither the order of a
/// triangle's corners nor the sense of a normal means anything.
package struct Mesh: Hashable, Sendable {
    /// One triangle, as indices into the mesh's lists.
    package struct Triangle: Hashable, Sendable {
        /// Its corners, among the positions.
        package var corners: SIMD3<Int32>
        /// Their normals, among the normals.
        package var normals: SIMD3<Int32>
        /// What it is made of, among the materials.
        package var material: Int32
    }

    /// The points.
    package internal(set) var positions: [Vector] = []
    /// Directions of length 1; zero at corners without any.
    package internal(set) var normals: [Vector] = []
    /// The triangles, in the order in which they are drawn.
    package internal(set) var triangles: [Triangle] = []
    /// The materials.
    package internal(set) var materials: [Material] = []

    /// The largest number of materials that a rendering tells apart.
    static let materialLimit = 65_000

    /// The corner points of a triangle.
    func corners(of triangle: Triangle) -> (Vector, Vector, Vector) {
        let c = triangle.corners
        return (positions[Int(c.x)], positions[Int(c.y)], positions[Int(c.z)])
    }

    /// The direction in which a flat triangle faces, by the order of its corners; zero if it has no area.
    static func faceNormal(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
        (b - a).cross(c - a).unit
    }
}
