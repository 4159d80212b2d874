import Support

/// How a car in an image may be painted: two-tone, with stripes, patches, dirt, windows in the colour of the body, or a colour
/// for each triangle, as textures become where a mesh is converted.
///
/// What is learned should be where a car's parts stand, rather than that its windows are darker than its doors. All of it
/// follows from a seed.
package struct LiveryVariation {
    private var generator: SeededGenerator

    /// The livery of a seed.
    package init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    private static let regionShare: Float = 0.45
    private static let shadeShare: Float = 0.35
    private static let shadowShare: Float = 0.25
    /// Into how many shades a colour is divided where triangles differ.
    private static let shadeCount = 6

    /// Paints `mesh`, a normalized one, whose materials have the colours of `palette`.
    package mutating func paint(_ mesh: inout Mesh, _ palette: inout Palette) {
        guard let bounds = mesh.bounds, !mesh.materials.isEmpty else { return }
        if generator.unit() < Self.regionShare {
            for _ in 0...Int(generator.next() % 3) { paintRegion(&mesh, &palette, bounds) }
        }
        if generator.unit() < Self.shadeShare { shade(&mesh, &palette, bounds) }
        if generator.unit() < Self.shadowShare { addShadow(&mesh, &palette, bounds) }
    }

    /// Cars are black, white and grey more often than of any one hue.
    private mutating func color() -> Tint {
        let choice = generator.unit()
        if choice < 0.25 { return Tint(shares: Vector(repeating: 0.12 * generator.unit())) }
        if choice < 0.5 { return Tint(shares: Vector(repeating: 0.75 + 0.25 * generator.unit())) }
        return Tint(shares: generator.vector())
    }

    /// A part of the space that the car fills.
    private enum Region {
        /// From here to there along an axis.
        case slab(axis: Int, from: Float, to: Float)
        /// So many stripes along an axis, and how wide they are in each period.
        case stripes(axis: Int, count: Float, phase: Float, width: Float)
        /// A ball.
        case ball(centre: Vector, radius: Float)

        func contains(_ point: Vector) -> Bool {
            switch self {
            case .slab(let axis, let from, let to): return (from..<to).contains(point[axis])
            case .stripes(let axis, let count, let phase, let width):
                let place = point[axis] * count + phase
                return place - place.rounded(.down) < width
            case .ball(let centre, let radius):
                let offset = point - centre
                return offset.dot(offset) < radius * radius
            }
        }
    }

    private mutating func region(_ bounds: (low: Vector, high: Vector)) -> Region {
        let axis = Int(generator.next() % 3)
        let (low, high) = (bounds.low[axis], bounds.high[axis])
        func place(_ share: Float) -> Float { low + (high - low) * share }
        let choice = generator.unit()
        let (first, second) = (generator.unit(), generator.unit())
        if choice < 0.3 {
            // One half of the car, such as everything below the windows, or the bonnet.
            let edge = place(0.15 + 0.7 * first)
            return second < 0.5 ? .slab(axis: axis, from: -2, to: edge) : .slab(axis: axis, from: edge, to: 2)
        }
        if choice < 0.6 { return .slab(axis: axis, from: place(min(first, second)), to: place(max(first, second))) }
        if choice < 0.8 {
            return .stripes(
                axis: axis, count: 1 + 5 * first, phase: second, width: 0.2 + 0.6 * generator.unit())
        }
        let spot = generator.vector()
        return .ball(centre: bounds.low + (bounds.high - bounds.low) * spot, radius: 0.1 + 0.4 * first)
    }

    /// Gives the triangles of a region another colour: all of them, or only those of some materials.
    private mutating func paintRegion(
        _ mesh: inout Mesh, _ palette: inout Palette, _ bounds: (low: Vector, high: Vector)
    ) {
        let region = region(bounds)
        let isOnAll = generator.unit() < 0.5
        let chosen = palette.materials.map { _ in isOnAll || generator.unit() < 0.5 }
        let material = add(color(), named: "livery", to: &mesh, &palette)
        for index in mesh.triangles.indices where chosen[Int(mesh.triangles[index].material)] {
            if region.contains(mesh.centre(of: mesh.triangles[index])) { mesh.triangles[index].material = material }
        }
    }

    /// Gives every triangle a shade of its colour: at random, by patches, or darker and browner toward the ground.
    private mutating func shade(_ mesh: inout Mesh, _ palette: inout Palette, _ bounds: (low: Vector, high: Vector)) {
        let colors = palette.materials
        let isDirt = generator.unit() < 0.4
        let depth = 0.15 + 0.6 * generator.unit()
        let dirt = Vector(0.35, 0.28, 0.2) * (0.5 + generator.unit())
        let first = Int32(colors.count)
        for color in colors {
            for shade in 0..<Self.shadeCount {
                let share = Float(shade) / Float(Self.shadeCount - 1)
                let shares =
                    isDirt
                    ? color.shares * (1 - depth * share) + dirt * (depth * share)
                    : color.shares * (1 + depth * (share - 0.7))
                _ = add(Tint(shares: shares), named: "shade", to: &mesh, &palette)
            }
        }
        // Patches of about a tenth of the car; or each triangle for itself.
        let grain: Float = generator.unit() < 0.5 ? 6 : 60
        let height = max(bounds.high.y - bounds.low.y, 0.01)
        let noise = generator.next()
        for index in mesh.triangles.indices {
            let centre = mesh.centre(of: mesh.triangles[index])
            let random = Self.noise(centre * grain, noise)
            let level = isDirt ? (1 - (centre.y - bounds.low.y) / height) * 0.8 + 0.4 * random - 0.2 : random
            let shade = Int32(max(min(level, 0.999), 0) * Float(Self.shadeCount))
            let material = mesh.triangles[index].material
            mesh.triangles[index].material = first + material * Int32(Self.shadeCount) + shade
        }
    }

    /// A number of 0..<1 for the unit cube in which `point` lies.
    private static func noise(_ point: Vector, _ seed: UInt64) -> Float {
        var hash = seed
        for axis in 0..<3 {
            hash = (hash ^ UInt64(bitPattern: Int64(point[axis].rounded(.down)))) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return Float(hash >> 40) / Float(1 << 24)
    }

    /// A dark sheet on the ground that the car stands on.
    private mutating func addShadow(
        _ mesh: inout Mesh, _ palette: inout Palette, _ bounds: (low: Vector, high: Vector)
    ) {
        let material = add(
            Tint(shares: Vector(repeating: 0.15 * generator.unit())), named: "shadow", to: &mesh, &palette)
        let reach = 0.9 + 0.4 * generator.unit()
        let shift = Vector(0.15 * generator.around(), 0, 0.15 * generator.around())
        let centre = (bounds.low + bounds.high) / 2 + shift
        let half = (bounds.high - bounds.low) / 2 * reach
        let first = Int32(mesh.positions.count)
        let normal = Int32(mesh.normals.count)
        mesh.normals.append(Vector(0, 1, 0))
        for (x, z) in [(-1, -1), (1, -1), (1, 1), (-1, 1)] as [(Float, Float)] {
            mesh.positions.append(Vector(centre.x + x * half.x, bounds.low.y, centre.z + z * half.z))
        }
        for corners in [SIMD3(first, first + 1, first + 2), SIMD3(first, first + 2, first + 3)] {
            mesh.triangles.append(
                Mesh.Triangle(corners: corners, normals: SIMD3(repeating: normal), material: material))
        }
    }

    private func add(
        _ color: Tint, named name: String, to mesh: inout Mesh, _ palette: inout Palette
    ) -> Int32 {
        mesh.materials.append(Material(name, color))
        palette.materials.append(color)
        return Int32(palette.materials.count - 1)
    }
}

extension Mesh {
    /// The middle of a triangle.
    fileprivate func centre(of triangle: Triangle) -> Vector {
        let (a, b, c) = corners(of: triangle)
        return (a + b + c) / 3
    }
}
