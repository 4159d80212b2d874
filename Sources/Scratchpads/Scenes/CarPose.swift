/// Where the camera stands around a car, on a grid of 15 degrees.
///
/// The azimuth says where the car's nose points in the picture: 0 toward the camera, 90 to the right, -90 to the left, 180
/// away. The elevation is the camera's height over the ground plane, 0...75.
package struct CarPose: Hashable, Sendable {
    /// The azimuth in steps of 15 degrees, 0..<24: 23 is -15 degrees.
    package internal(set) var azimuthStep: Int
    /// The elevation in steps of 15 degrees, 0...5.
    package internal(set) var elevationStep: Int

    /// The grid's step, in degrees.
    package static let step = 15
    /// How many azimuths there are.
    package static let azimuthCount = 24
    /// The highest elevation, in degrees.
    package static let highest = 75

    /// Makes a pose of degrees.
    ///
    /// - Parameters:
    ///   - azimuth: A multiple of 15.
    ///   - elevation: 0, 15, ... 75.
    package init(azimuth: Int, elevation: Int) {
        precondition(azimuth % Self.step == 0 && elevation % Self.step == 0, "poses lie on a grid of 15 degrees")
        precondition((0...Self.highest).contains(elevation), "elevations are 0...75 degrees")
        let steps = azimuth / Self.step % Self.azimuthCount
        azimuthStep = (steps + Self.azimuthCount) % Self.azimuthCount
        elevationStep = elevation / Self.step
    }

    /// The azimuth in degrees, -165...180.
    package var azimuth: Int {
        (azimuthStep > Self.azimuthCount / 2 ? azimuthStep - Self.azimuthCount : azimuthStep) * Self.step
    }

    /// The elevation in degrees.
    package var elevation: Int { elevationStep * Self.step }

    /// The pose as typed: "-45,30".
    package var text: String { "\(azimuth),\(elevation)" }

    /// How far the nose has to turn to point where it does in `target`, in degrees, -165...180: to the right if positive.
    package func turn(to target: CarPose) -> Int {
        CarPose(azimuth: target.azimuth - azimuth, elevation: 0).azimuth
    }

    /// How far the camera has to rise to stand as high as in `target`, in degrees.
    package func rise(to target: CarPose) -> Int { target.elevation - elevation }

    /// How many steps there are to `target`.
    package func distance(to target: CarPose) -> Int {
        (abs(turn(to: target)) + abs(rise(to: target))) / Self.step
    }

    /// The paper's target.
    package static let paperTarget = CarPose(azimuth: 0, elevation: 15)

    /// The paper's 55 starts: azimuth -75...75, elevation 0...60.
    package static let paperStarts: [CarPose] = stride(from: -75, through: 75, by: step).flatMap { azimuth in
        stride(from: 0, through: 60, by: step).map { CarPose(azimuth: azimuth, elevation: $0) }
    }

    /// Every pose there is.
    package static let all: [CarPose] = (0..<azimuthCount).flatMap { turn in
        stride(from: 0, through: highest, by: step).map { CarPose(azimuth: turn * step, elevation: $0) }
    }
}
