import Support

/// How an image of a car in some pose may differ from another: by colours, light, what is behind it, proportions, and a
/// camera that does not stand quite exactly. All of it follows from a seed.
package struct ImageVariation {
    private var generator: SeededGenerator

    package init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// How far the camera may stand from its place, in degrees.
    private static let jitter: Float = 2
    /// How many images of all are lit from the other side.
    private static let otherLightShare: Float = 0.35

    private mutating func color() -> Tint { Tint(shares: generator.vector()) }

    /// Changes everything that makes a picture.
    package mutating func apply(
        to mesh: inout Mesh, _ view: inout CameraView, _ light: inout Lighting, _ palette: inout Palette
    ) {
        view.azimuth += Self.jitter * generator.around()
        view.elevation += Self.jitter * generator.around()
        view.roll = 2 * generator.around()
        view.scale = 1 + 0.12 * generator.around()
        view.shift = SIMD2(0.05 * generator.around(), 0.05 * generator.around())
        // From the right too: the mirror image of a car in usual light is one.
        let side: Float = generator.unit() < Self.otherLightShare ? -1 : 1
        light = Lighting(
            key: light.key * Vector(side, 1, 1)
                + Vector(0.45 * generator.around(), 0.35 * generator.around(), 0.3 * generator.around()),
            keyStrength: light.keyStrength + 0.25 * generator.around(),
            ambient: light.ambient + 0.12 * generator.around(),
            shine: 0.3 * generator.unit())
        // What the camera sees beside the car is the same in every run, so most images show it.
        if generator.unit() < 0.3 { (palette.above, palette.below) = (color(), color()) }
        recolor(&palette, mesh)
        if generator.next() % 2 == 1 { mesh = mesh.mirrored }
        let change = MeshVariation(seed: generator.next())
        mesh = change.applied(to: mesh)
        var livery = LiveryVariation(seed: generator.next())
        livery.paint(&mesh, &palette)
    }

    private mutating func recolor(_ palette: inout Palette, _ mesh: Mesh) {
        let choice = generator.unit()
        let (first, second) = (color(), color())
        // One colour for all, as of a mesh without materials: the grey of such, or any.
        if choice < 0.2 {
            palette.materials = palette.materials.map { _ in choice < 0.1 ? Material.unknown.color : first }
        } else if choice < 0.6 {
            for (index, material) in mesh.materials.enumerated() where material.name == "paint" {
                palette.materials[index] = first
            }
            for (index, material) in mesh.materials.enumerated() where material.name == "load" {
                palette.materials[index] = second
            }
        } else if choice < 0.75 {
            palette.materials = palette.materials.map { _ in color() }
        }
    }

    /// Grain of the picture, on some images.
    package var noise: ImageNoise? {
        mutating get {
            let strength = generator.unit()
            return strength < 0.3 ? ImageNoise(seed: generator.next(), strength: Int32(strength * 40)) : nil
        }
    }
}

/// A little noise on every pixel.
package struct ImageNoise {
    var seed: UInt64
    /// The largest change.
    var strength: Int32

    /// Changes every byte by at most ``strength``.
    package func add(to pixels: UnsafeMutableBufferPointer<UInt8>) {
        var state = seed | 1
        let span = UInt64(2 * strength + 1)
        for index in pixels.indices {
            // Marsaglia's xorshift: fast, and good enough for grain.
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            let change = Int32((state >> 40) % span) - strength
            pixels[index] = UInt8(max(0, min(255, Int32(pixels[index]) + change)))
        }
    }
}
