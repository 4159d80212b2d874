/// A key light and light from everywhere.
package struct Lighting: Hashable, Sendable {
    /// Toward the key light, of length 1, in the picture's frame: right, up, toward the camera.
    package var key: Vector
    /// How bright a face turned toward the key light becomes beside the ambient light.
    package var keyStrength: Float
    /// How bright every face is.
    package var ambient: Float
    /// How much a face that mirrors the key light shines.
    package var shine: Float

    /// Makes a lighting.
    package init(key: Vector, keyStrength: Float, ambient: Float, shine: Float) {
        self.key = key.unit
        self.keyStrength = keyStrength
        self.ambient = ambient
        self.shine = shine
    }

    /// A studio: the key light over the camera's left shoulder, going around with it.
    package static let studio = Lighting(key: Vector(-0.45, 0.75, 0.55), keyStrength: 0.75, ambient: 0.3, shine: 0.3)

    /// The same for a screen of few colours, with more light from everywhere: faces that are turned away keep their colour.
    package static let screen = Lighting(key: Vector(-0.45, 0.75, 0.55), keyStrength: 0.6, ambient: 0.5, shine: 0.25)
}

/// How bright faces are in one picture: a ``Lighting`` turned into the car's frame.
struct Shading {
    private let toCamera: Vector
    private let key: Vector
    private let halfway: Vector
    private let light: Lighting

    /// The shading of pictures along `axes`.
    init(_ light: Lighting, _ axes: (right: Vector, up: Vector, toCamera: Vector)) {
        func turned(_ seen: Vector) -> Vector { axes.right * seen.x + axes.up * seen.y + axes.toCamera * seen.z }
        self.light = light
        toCamera = axes.toCamera
        key = turned(light.key)
        halfway = turned((light.key + Vector(0, 0, 1)).unit)
    }

    /// 1 shows a material's own colour, and what is above 1 turns toward white.
    ///
    /// - Parameter normal: The face's direction in the car's frame. Its sense does not matter: the side that is seen counts.
    @inline(__always)
    func brightness(of normal: Vector) -> Float {
        let sense: Float = normal.dot(toCamera) < 0 ? -1 : 1
        let lambert = max(normal.dot(key) * sense, 0)
        // Blinn's highlight, halfway between light and camera, to the 16th power.
        let glint = max(normal.dot(halfway) * sense, 0)
        let squared = glint * glint
        let fourth = squared * squared
        let eighth = fourth * fourth
        return light.ambient + light.keyStrength * lambert + light.shine * (eighth * eighth)
    }
}
