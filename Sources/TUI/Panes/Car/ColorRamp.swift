import CarModels
import Scratchpads
import TerminalKit

/// The colours that a material takes from dark to bright, among a terminal's 256.
///
/// The nearest by red, green and blue would turn dim blue glass grey, so that a material would change its colour with the
/// light; here hue counts more than brightness.
struct ColorRamp {
    private let colors: [Color]

    /// The ramp of `tint`.
    init(_ tint: Tint) {
        colors = (0..<Self.stepCount).map { step in
            // The last quarter turns toward white.
            let share = Float(step) / Float(Self.stepCount - 1) * 1.33
            let lit = tint.shares * min(share, 1)
            return Self.nearest(lit + (Vector(1, 1, 1) - lit) * max(share - 1, 0))
        }
    }

    private static let stepCount = 16

    /// The colour at a brightness as a ``Raster`` has it.
    func color(_ brightness: UInt8) -> Color {
        let share = Float(brightness) / Raster.brightnessUnit / 1.33
        return colors[min(Int(share * Float(Self.stepCount - 1) + 0.5), Self.stepCount - 1)]
    }

    /// The likest colour of the cube and the greys.
    static func nearest(_ wanted: Vector) -> Color {
        let mean = (wanted.x + wanted.y + wanted.z) / 3
        let hue = wanted - Vector(repeating: mean)
        var best = (distance: Float.infinity, color: Color(grey: 0))
        for (color, shares) in candidates {
            let itsMean = (shares.x + shares.y + shares.z) / 3
            let difference = (shares - Vector(repeating: itsMean)) - hue
            let distance = (itsMean - mean) * (itsMean - mean) + 2 * difference.dot(difference)
            if distance < best.distance { best = (distance, color) }
        }
        return best.color
    }

    /// Entries 0-15 are whatever a user made of them.
    private static let candidates: [(Color, Vector)] = (UInt8(16)...255).map { number in
        let color = Color(rawValue: number)
        return (color, Vector(Float(color.rgb.red), Float(color.rgb.green), Float(color.rgb.blue)) / 255)
    }
}
