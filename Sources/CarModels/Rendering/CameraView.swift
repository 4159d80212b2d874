/// Where the camera stands, looking at the middle of a car.
///
/// The azimuth says where the car's front points in the picture: at 0 toward the camera, at 90 to the right, at -90 to the
/// left. The elevation says how far the camera looks down: at 0 level, at 90 from straight above.
package struct CameraView: Hashable, Sendable {
    /// Degrees.
    package var azimuth: Float
    /// Degrees.
    package var elevation: Float
    /// How far the picture is turned, in degrees, counterclockwise.
    package var roll: Float = 0
    /// How large the car is drawn; at 1 whatever lies within distance 1 of the middle just fits.
    package var scale: Float = 1
    /// How far the car is moved to the right and up, as shares of half the picture.
    package var shift = SIMD2<Float>(0, 0)

    /// Makes a view.
    package init(azimuth: Float, elevation: Float) {
        self.azimuth = azimuth
        self.elevation = elevation
    }

    /// The sine and cosine of the azimuth.
    package var sineAndCosineOfAzimuth: (sine: Float, cosine: Float) { sineAndCosine(degrees: azimuth) }

    /// How far the camera is from the middle.
    static let distance: Float = 3.2

    /// The view moved closer, so that the box around `mesh` just fits into a picture: for people, who have little room. What
    /// the network sees does not depend on the car's outline.
    package func framing(_ mesh: Mesh, width: Int, height: Int) -> CameraView {
        guard let (low, high) = mesh.bounds else { return self }
        let (right, up, toCamera) = axes
        var least = SIMD2<Float>(repeating: .infinity)
        var most = -least
        for corner in 0..<8 {
            let point = Vector(
                corner & 1 == 0 ? low.x : high.x, corner & 2 == 0 ? low.y : high.y, corner & 4 == 0 ? low.z : high.z)
            let place = SIMD2(point.dot(right), point.dot(up)) / (Self.distance - point.dot(toCamera))
            least = pointwiseMin(least, place)
            most = pointwiseMax(most, place)
        }
        var view = self
        let room = SIMD2(Float(width), Float(height)) * 0.98 / (most - least)
        view.scale = room.min() / (focalLength(width: width, height: height) / scale)
        let half = Float(min(width, height)) / 2
        view.shift = (least + most) / -2 * view.focalLength(width: width, height: height) / half
        return view
    }

    /// The corners of the ground that `mesh` stands on, a little larger than it, in pixels of a picture, in order around it.
    package func ground(under mesh: Mesh, width: Int, height: Int) -> [SIMD2<Float>] {
        guard let (low, high) = mesh.bounds else { return [] }
        let (right, up, toCamera) = axes
        let half = SIMD2(Float(width), Float(height)) / 2
        let centre = half + SIMD2(shift.x, -shift.y) * min(half.x, half.y)
        let focal = focalLength(width: width, height: height)
        let (middle, reach) = ((low + high) / 2, (high - low) * 0.56)
        return [(-1, -1), (1, -1), (1, 1), (-1, 1)].map { (x: Float, z: Float) in
            let point = Vector(middle.x + x * reach.x, low.y, middle.z + z * reach.z)
            let place =
                SIMD2(point.dot(right), -point.dot(up)) * (focal / max(Self.distance - point.dot(toCamera), 0.5))
            return centre + place
        }
    }

    /// The directions of the picture's right, its up and the camera, all of length 1 and at right angles.
    var axes: (right: Vector, up: Vector, toCamera: Vector) {
        let (sa, ca) = sineAndCosine(degrees: azimuth)
        let (se, ce) = sineAndCosine(degrees: elevation)
        let right = Vector(ca, 0, sa)
        let up = Vector(se * sa, ce, -se * ca)
        let toCamera = Vector(-sa * ce, se, ca * ce)
        guard roll != 0 else { return (right, up, toCamera) }
        let (sr, cr) = sineAndCosine(degrees: roll)
        return (right * cr - up * sr, up * cr + right * sr, toCamera)
    }

    /// The picture's half width or height, whichever is smaller, in pixels of a projection: what a point at distance 1 from
    /// the middle comes to.
    func focalLength(width: Int, height: Int) -> Float {
        let half = Float(min(width, height)) / 2
        // The sphere's outline is seen at this tangent.
        return half * scale * (Self.distance * Self.distance - 1).squareRoot()
    }
}
