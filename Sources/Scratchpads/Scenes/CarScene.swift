package import CarModels

/// The environment of canonicalizing cars: a car, a camera on a grid of 15 degrees, and a read-only pad with the target.
///
/// Reed & de Freitas 2016, section 4.3. The network sees a picture, the target and its arguments, and never the pose.
package struct CarScene: Hashable, Sendable {
    /// The car.
    package let car: CarModel
    /// Where the camera is to go: the pad's two cells.
    package let target: CarPose
    /// Where the camera stands. Shown to the person only.
    package internal(set) var pose: CarPose

    /// A scene.
    package init(_ car: CarModel, from pose: CarPose, to target: CarPose) {
        self.car = car
        self.pose = pose
        self.target = target
    }

    /// The width and height of the network's picture.
    package static let imageSide = 128
}
