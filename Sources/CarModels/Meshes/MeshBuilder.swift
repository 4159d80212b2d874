/// Builds a mesh from panels of four corners, in metres.
struct MeshBuilder {
    /// What a panel is made of, in the order of the mesh's materials.
    enum Stuff: String, CaseIterable {
        case paint, trim, glass, tyre, hub, headlamp, taillamp, plate, load
    }

    /// The sides of a box.
    struct Box {
        var low: Vector
        var high: Vector
    }

    /// Into how many parts each side of a panel is cut.
    var divisions = 1
    private(set) var positions: [Vector] = []
    private(set) var triangles: [(corners: SIMD3<Int32>, stuff: Stuff)] = []
    private var places: [Vector: Int32] = [:]

    /// Coordinates are kept to a tenth of a millimetre, as an OBJ file shows them.
    private static let grain: Float = 10_000

    private mutating func place(_ point: Vector) -> Int32 {
        let rounded = (point * Self.grain).rounded(.toNearestOrEven) / Self.grain + Vector.zero
        if let place = places[rounded] { return place }
        let place = Int32(positions.count)
        positions.append(rounded)
        places[rounded] = place
        return place
    }

    /// A triangle; nothing where it has no area.
    mutating func triangle(_ a: Vector, _ b: Vector, _ c: Vector, _ stuff: Stuff) {
        let corners = SIMD3(place(a), place(b), place(c))
        guard corners.x != corners.y, corners.y != corners.z, corners.z != corners.x else { return }
        triangles.append((corners, stuff))
    }

    /// A panel of four corners in order, cut into ``divisions`` x ``divisions`` parts.
    mutating func panel(_ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector, _ stuff: Stuff, divisions: Int? = nil) {
        let count = divisions ?? self.divisions
        func point(_ i: Int, _ j: Int) -> Vector {
            let (u, v) = (Float(i) / Float(count), Float(j) / Float(count))
            return (a * (1 - u) + b * u) * (1 - v) + (d * (1 - u) + c * u) * v
        }
        for i in 0..<count {
            for j in 0..<count {
                let (p, q, r, s) = (point(i, j), point(i + 1, j), point(i + 1, j + 1), point(i, j + 1))
                triangle(p, q, r, stuff)
                triangle(p, r, s, stuff)
            }
        }
    }

    /// The part of a panel from `u` along its first side and `v` along its last, moved outward by `offset`.
    mutating func inset(
        _ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector, u: ClosedRange<Float>, v: ClosedRange<Float>,
        offset: Vector, _ stuff: Stuff
    ) {
        func point(_ u: Float, _ v: Float) -> Vector {
            (a * (1 - u) + b * u) * (1 - v) + (d * (1 - u) + c * u) * v + offset
        }
        panel(
            point(u.lowerBound, v.lowerBound), point(u.upperBound, v.lowerBound), point(u.upperBound, v.upperBound),
            point(u.lowerBound, v.upperBound), stuff)
    }

    /// A box.
    mutating func box(_ box: Box, _ stuff: Stuff) {
        let (l, h) = (box.low, box.high)
        func corner(_ x: Float, _ y: Float, _ z: Float) -> Vector { Vector(x, y, z) }
        panel(corner(l.x, l.y, h.z), corner(h.x, l.y, h.z), corner(h.x, h.y, h.z), corner(l.x, h.y, h.z), stuff)
        panel(corner(h.x, l.y, l.z), corner(l.x, l.y, l.z), corner(l.x, h.y, l.z), corner(h.x, h.y, l.z), stuff)
        panel(corner(h.x, l.y, h.z), corner(h.x, l.y, l.z), corner(h.x, h.y, l.z), corner(h.x, h.y, h.z), stuff)
        panel(corner(l.x, l.y, l.z), corner(l.x, l.y, h.z), corner(l.x, h.y, h.z), corner(l.x, h.y, l.z), stuff)
        panel(corner(l.x, h.y, h.z), corner(h.x, h.y, h.z), corner(h.x, h.y, l.z), corner(l.x, h.y, l.z), stuff)
        panel(corner(l.x, l.y, l.z), corner(h.x, l.y, l.z), corner(h.x, l.y, h.z), corner(l.x, l.y, h.z), stuff)
    }

    /// A box on each side of the car, mirrored.
    mutating func boxes(_ box: Box, _ stuff: Stuff) {
        self.box(box, stuff)
        self.box(
            Box(
                low: Vector(-box.high.x, box.low.y, box.low.z), high: Vector(-box.low.x, box.high.y, box.high.z)),
            stuff)
    }

    /// The mesh as it was built, with its materials' colours.
    ///
    /// - Parameters:
    ///   - colors: The colour of each stuff; only those in use become materials.
    ///   - creaseDegrees: Neighbouring triangles at a smaller angle share a normal; nil makes every triangle flat.
    func mesh(_ colors: [Stuff: Tint], creaseDegrees: Float?) -> Mesh {
        var mesh = Mesh()
        mesh.positions = positions
        var indices: [Stuff: Int32] = [:]
        for stuff in Stuff.allCases where triangles.contains(where: { $0.stuff == stuff }) {
            indices[stuff] = Int32(mesh.materials.count)
            mesh.materials.append(Material(stuff.rawValue, colors[stuff] ?? Material.unknown.color))
        }
        // Material by material, as an OBJ file lists them.
        for stuff in Stuff.allCases {
            for triangle in triangles where triangle.stuff == stuff {
                mesh.triangles.append(
                    Mesh.Triangle(
                        corners: triangle.corners, normals: .zero, material: indices[stuff] ?? 0))
            }
        }
        mesh.setNormals(creaseDegrees: creaseDegrees)
        return mesh
    }
}
