import Glibc

/// A point or direction in the car's frame: x to the car's left, y up, z ahead.
package typealias Vector = SIMD3<Float>

extension Vector {
    /// The dot product.
    @inline(__always)
    package func dot(_ other: Vector) -> Float {
        x * other.x + y * other.y + z * other.z
    }

    /// The cross product.
    @inline(__always)
    package func cross(_ other: Vector) -> Vector {
        Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
    }

    /// The length.
    @inline(__always)
    package var length: Float { dot(self).squareRoot() }

    /// The direction, of length 1; zero where the vector has none.
    package var unit: Vector {
        let length = length
        return length > 0 && length.isFinite ? self / length : .zero
    }
}

/// The sine and cosine of an angle in degrees, exact to the last bit on every machine for multiples of 15 degrees.
func sineAndCosine(degrees: Float) -> (sine: Float, cosine: Float) {
    let steps = degrees / 15
    guard steps == steps.rounded(), abs(steps) < 1e6 else {
        let radians = Double(degrees) * .pi / 180
        return (Float(sin(radians)), Float(cos(radians)))
    }
    let sines = Sines.ofSteps
    let step = ((Int(steps) % 24) + 24) % 24
    return (sines[step], sines[(step + 6) % 24])
}

/// The sines of 0, 15, ... 345 degrees from square roots, which every machine computes alike.
private enum Sines {
    static let ofSteps: [Float] = {
        let (two, three, six) = (2.0.squareRoot(), 3.0.squareRoot(), 6.0.squareRoot())
        let quarter = [0, (six - two) / 4, 0.5, two / 2, three / 2, (six + two) / 4, 1]
        return (0..<24).map { step in
            let half = step % 12
            let sine = half <= 6 ? quarter[half] : quarter[12 - half]
            return Float(step < 12 ? sine : -sine)
        }
    }()
}
