import CarModels
import Scratchpads
import TerminalKit

/// The colours that a material takes from dark to bright, among a terminal's 256: of one hue, so that a material can be told
/// from the others whichever way its faces are turned, and never so dark that it is lost on a black screen.
struct ColorRamp {
    private let colors: [Color]

    /// The ramp of `tint`.
    init(_ tint: Tint) {
        let wanted = Chroma(tint.shares)
        colors = (0..<Self.stepCount).map { step in
            // The last quarter turns toward white.
            let share = Float(step) / Float(Self.stepCount - 1) * Self.brightest
            let lit = tint.shares * min(share, 1)
            let white = (Vector(1, 1, 1) - lit) * max(share - 1, 0)
            return Self.nearest(mean: max((lit + white).sum() / 3, Self.darkest), wanted)
        }
    }

    private static let stepCount = 16
    private static let brightest: Float = 1.33
    /// The mean of red, green and blue below which a colour is hardly seen on black.
    private static let darkest: Float = 0.19

    /// The colour at a brightness as a ``Raster`` has it.
    func color(_ brightness: UInt8) -> Color {
        let share = Float(brightness) / Raster.brightnessUnit / Self.brightest
        return colors[min(Int(share * Float(Self.stepCount - 1) + 0.5), Self.stepCount - 1)]
    }

    /// The colour of about this mean that has the hue of `wanted`, or a grey where that has none.
    private static func nearest(mean: Float, _ wanted: Chroma) -> Color {
        var best = (distance: Float.infinity, color: Color(grey: 0))
        for (color, chroma) in chromas where chroma.isColored == wanted.isColored {
            // A tinge may be lost, but not become another.
            let weight = wanted.isColored ? 4 : 2 * chroma.saturation
            let turned = weight * (1 - wanted.direction.dot(chroma.direction))
            let duller = (chroma.saturation - wanted.saturation) * (chroma.saturation - wanted.saturation)
            let distance = 4 * (chroma.mean - mean) * (chroma.mean - mean) + 0.1 * duller + turned
            if distance < best.distance { best = (distance, color) }
        }
        return best.color
    }

    /// A colour by its mean and what it has beside that.
    private struct Chroma {
        /// The mean of red, green and blue.
        let mean: Float
        /// Of length 1; the hue.
        let direction: Vector
        let saturation: Float

        /// Whether it is more than a tinge.
        var isColored: Bool { saturation > 0.3 }

        init(_ shares: Vector) {
            mean = shares.sum() / 3
            let rest = shares - Vector(repeating: mean)
            direction = rest.unit
            saturation = rest.dot(rest).squareRoot() / (mean + 0.05)
        }
    }

    /// The likest colour of the cube and the greys, where hue counts more than brightness.
    static func nearest(_ wanted: Vector) -> Color {
        let mean = wanted.sum() / 3
        let hue = wanted - Vector(repeating: mean)
        var best = (distance: Float.infinity, color: Color(grey: 0))
        for (color, shares) in candidates {
            let itsMean = shares.sum() / 3
            let difference = (shares - Vector(repeating: itsMean)) - hue
            let distance = (itsMean - mean) * (itsMean - mean) + 2 * difference.dot(difference)
            if distance < best.distance { best = (distance, color) }
        }
        return best.color
    }

    private static let chromas = candidates.map { ($0.0, Chroma($0.1)) }

    /// Entries 0-15 are whatever a user made of them.
    private static let candidates: [(Color, Vector)] = (UInt8(16)...255).map { number in
        let color = Color(rawValue: number)
        return (color, Vector(Float(color.rgb.red), Float(color.rgb.green), Float(color.rgb.blue)) / 255)
    }
}
