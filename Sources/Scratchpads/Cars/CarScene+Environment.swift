package import CarModels
package import NPIKit

extension CarScene: Environment {
    /// The target's azimuth and elevation as one-hots of 24, and a picture of 128 x 128 in red, green and blue.
    package var observationSpec: ObservationSpec { Self.spec }

    package static let spec = ObservationSpec(
        encoder: "car",
        fields: [
            ObservationSpec.Field("TARGET AZIMUTH", size: CarPose.azimuthCount),
            ObservationSpec.Field("TARGET ELEVATION", size: CarPose.azimuthCount),
        ], image: ObservationSpec.Image(channels: 3, height: imageSide, width: imageSide))

    /// Writes the target.
    package func observe(into observation: inout Observation) {
        observation.categories[0] = UInt8(target.azimuthStep)
        observation.categories[1] = UInt8(target.elevationStep)
    }

    /// Renders the car as the camera sees it.
    package func look(into pixels: inout [UInt8]) {
        var raster = Raster()
        raster.draw(
            car.mesh, from: CameraView(pose), in: .studio, width: Self.imageSide, height: Self.imageSide)
        pixels.withUnsafeMutableBufferPointer {
            guard let planes = $0.baseAddress else { return }
            raster.paint(Palette(studio: car.mesh), intoPlanes: planes)
        }
    }

    /// The car and the pose in one number.
    package var imageKey: ImageKey { Self.imageKey(of: car, from: pose) }

    /// Stands for an image: the car's digest, and the pose.
    package static func imageKey(of car: CarModel, from pose: CarPose) -> ImageKey {
        ImageKey(object: car.digest, view: UInt32(pose.azimuthStep << 8 | pose.elevationStep))
    }

    /// Performs the ``CarAction`` that `arguments` stand for. UP from 75 degrees and DOWN from 0 change nothing.
    package mutating func perform(_ arguments: Arguments) -> Effect {
        let before = pose
        guard let action = CarAction(arguments), pose.move(action) else { return .none }
        return Self.effect(before)
    }

    /// Takes back a move.
    package mutating func undo(_ effect: Effect) {
        guard !effect.isNone else { return }
        pose = CarPose(azimuth: Int(effect.position) * CarPose.step, elevation: Int(effect.before) * CarPose.step)
    }

    /// Of every effect: where the camera stood before, in steps.
    private static func effect(_ before: CarPose) -> Effect {
        Effect(kind: 1, before: Int16(before.elevationStep), position: Int32(before.azimuthStep))
    }
}

extension CameraView {
    /// The view of a pose.
    package init(_ pose: CarPose) {
        self.init(azimuth: Float(pose.azimuth), elevation: Float(pose.elevation))
    }
}
