/// A colour, 0...255 each.
package struct Tint: Hashable, Sendable {
    /// How much red.
    package var red: UInt8
    /// How much green.
    package var green: UInt8
    /// How much blue.
    package var blue: UInt8

    /// Makes a colour.
    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour from shares of 0...1; others are clamped.
    package init(shares: Vector) {
        let bytes = shares.clamped(lowerBound: .zero, upperBound: .one) * 255
        self.init(UInt8(bytes.x.rounded()), UInt8(bytes.y.rounded()), UInt8(bytes.z.rounded()))
    }

    /// Red, green and blue as shares of 0...1.
    package var shares: Vector { Vector(Float(red), Float(green), Float(blue)) / 255 }
}
