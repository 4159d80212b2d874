/// The colours of a picture: of each material, and of what is behind the car.
package struct Palette: Hashable, Sendable {
    /// The background at the top of the picture.
    package var above: Tint
    /// The background at the bottom.
    package var below: Tint
    /// The colour of each of the mesh's materials.
    package var materials: [Tint]

    /// Makes a palette.
    package init(above: Tint, below: Tint, materials: [Tint]) {
        self.above = above
        self.below = below
        self.materials = materials
    }

    /// A mesh's own colours before a plain studio wall.
    package init(studio mesh: Mesh) {
        self.init(above: Tint(46, 50, 58), below: Tint(70, 74, 82), materials: mesh.materials.map(\.color))
    }
}

extension Raster {
    /// Calls `body` with the colour of each pixel, row by row.
    @inline(__always)
    private func forEachPixel(_ palette: Palette, _ body: (Int, UInt8, UInt8, UInt8) -> Void) {
        let colors = palette.materials.map { SIMD3<Int32>(Int32($0.red), Int32($0.green), Int32($0.blue)) }
        let (above, below) = (palette.above.shares * 255, palette.below.shares * 255)
        let unit = Int32(Self.brightnessUnit)
        colors.withUnsafeBufferPointer { colors in
            for y in 0..<height {
                let share = (Float(y) + 0.5) / Float(height)
                let wall = (above * (1 - share) + below * share).rounded(.toNearestOrEven)
                let behind = SIMD3<Int32>(wall)
                for place in (y * width)..<((y + 1) * width) {
                    var color = behind
                    let material = Int(materials[place])
                    if material > 0 {
                        // Up to the unit a material darkens; beyond it turns toward white.
                        let light = Int32(brightness[place])
                        let glare = max(light &- unit, 0)
                        color = (colors[material - 1] &* min(light, unit)) / unit
                        color = color &+ ((255 &- color) &* glare) / 128
                    }
                    body(
                        place, UInt8(truncatingIfNeeded: color.x), UInt8(truncatingIfNeeded: color.y),
                        UInt8(truncatingIfNeeded: color.z))
                }
            }
        }
    }

    /// Writes the picture as three planes, red, green and blue, of width x height each.
    package func paint(_ palette: Palette, intoPlanes planes: UnsafeMutablePointer<UInt8>) {
        let size = width * height
        forEachPixel(palette) { place, red, green, blue in
            planes[place] = red
            planes[place + size] = green
            planes[place + 2 * size] = blue
        }
    }

    /// The picture's pixels, row by row.
    package func painted(_ palette: Palette) -> [Tint] {
        var pixels = Array(repeating: Tint(0, 0, 0), count: width * height)
        pixels.withUnsafeMutableBufferPointer { pixels in
            forEachPixel(palette) { place, red, green, blue in pixels[place] = Tint(red, green, blue) }
        }
        return pixels
    }
}
