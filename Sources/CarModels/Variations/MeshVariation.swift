import Support

/// How a car's shape in an image differs from the car's own: other proportions, a bend, panels that are missing, things that
/// are carried. What is learned should be where a car's parts stand, rather than the parts of the cars that were learned from.
///
/// All of it follows from a seed; what comes out is at normal size in the middle, as every car is.
struct MeshVariation {
    private let seed: UInt64

    init(seed: UInt64) {
        self.seed = seed
    }

    /// Of two images one shows the car's own shape with somewhat other proportions; the other is changed further.
    private static let changedShare: Float = 0.5
    private static let incompleteShare: Float = 0.4
    private static let loadedShare: Float = 0.25

    /// The changed mesh.
    func applied(to mesh: Mesh) -> Mesh {
        var generator = SeededGenerator(seed: seed)
        var changed = mesh
        let isChanged = generator.unit() < Self.changedShare
        Self.stretch(&changed, by: isChanged ? 0.25 : 0.15, &generator)
        if isChanged {
            Self.bend(&changed, &generator)
            if generator.unit() < Self.incompleteShare { Self.removePanels(of: &changed, &generator) }
            if generator.unit() < Self.loadedShare { Self.load(&changed, &generator) }
        }
        return changed.normalized ?? mesh
    }

    /// A vector of numbers of -1...1.
    private static func around(_ generator: inout SeededGenerator) -> Vector {
        generator.vector() * 2 - 1
    }

    private static func stretch(_ mesh: inout Mesh, by share: Float, _ generator: inout SeededGenerator) {
        let factors = 1 + around(&generator) * share
        for index in mesh.positions.indices { mesh.positions[index] *= factors }
    }

    /// Makes the car narrower toward roof or floor, nose or tail, higher at one end, and its ends higher than its middle.
    private static func bend(_ mesh: inout Mesh, _ generator: inout SeededGenerator) {
        let (narrower, higher) = (around(&generator) * 0.35, around(&generator) * Vector(0.3, 0.12, 0.3))
        for index in mesh.positions.indices {
            let p = mesh.positions[index]
            mesh.positions[index] = Vector(
                p.x * (1 + narrower.x * p.y + narrower.y * p.z), p.y * (1 + higher.x * p.z) + higher.y * p.z * p.z,
                p.z * (1 + higher.z * p.y))
        }
    }

    /// Takes out some runs of triangles. What was drawn together mostly lies together in a mesh, so that these are a window, a
    /// wheel, a part of the body.
    private static func removePanels(of mesh: inout Mesh, _ generator: inout SeededGenerator) {
        for _ in 0...Int(generator.next() % 4) {
            let length = Int(Float(mesh.triangles.count) * 0.1 * generator.unit())
            let start = Int(generator.next() % UInt64(mesh.triangles.count - length))
            mesh.triangles.removeSubrange(start..<(start + length))
        }
    }

    /// Puts one to three boxes at places within the car or at its sides, made of something that the car is made of.
    private static func load(_ mesh: inout Mesh, _ generator: inout SeededGenerator) {
        guard let high = mesh.bounds?.high else { return }
        for _ in 0...Int(generator.next() % 3) {
            let half = 0.02 + 0.1 * (around(&generator) * 0.5 + 0.5)
            mesh.addBox(
                centre: around(&generator) * high, half: half,
                material: Int32(generator.next() % UInt64(max(mesh.materials.count, 1))))
        }
    }
}

extension Mesh {
    /// Adds the six faces of a box.
    fileprivate mutating func addBox(centre: Vector, half: Vector, material: Int32) {
        let first = Int32(positions.count)
        for corner in 0..<8 {
            let sign = Vector(corner & 1 == 0 ? -1 : 1, corner & 2 == 0 ? -1 : 1, corner & 4 == 0 ? -1 : 1)
            positions.append(centre + sign * half)
        }
        for axis in 0..<3 {
            let normal = Int32(normals.count)
            var direction = Vector.zero
            direction[axis] = 1
            normals.append(direction)
            let (u, v) = (Int32(1) << Int32((axis + 1) % 3), Int32(1) << Int32((axis + 2) % 3))
            for side in [0, Int32(1) << Int32(axis)] {
                let corner = first + side
                for corners in [SIMD3(corner, corner + u, corner + u + v), SIMD3(corner, corner + u + v, corner + v)] {
                    triangles.append(
                        Triangle(corners: corners, normals: SIMD3(repeating: normal), material: material))
                }
            }
        }
    }
}
