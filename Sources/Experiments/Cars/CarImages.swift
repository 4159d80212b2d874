package import CarModels
package import NPIKit
import Scratchpads

/// Renders the images of training frames, each draw in another variation.
package struct CarImages: ImageSource {
    private let cars: [UInt32: CarModel]

    /// A source of images of `cars`.
    package init(_ cars: [CarModel]) {
        self.cars = Dictionary(cars.map { ($0.digest, $0) }) { first, _ in first }
    }

    /// The azimuth and the elevation that an image shows.
    package let answerCounts = [CarPose.azimuthCount, CarPose.highest / CarPose.step + 1]

    package func answers(for key: ImageKey) -> [Int] { [Int(key.view >> 8), Int(key.view & 0xFF)] }

    /// Renders an image; see ``ImageVariation`` for how variations differ.
    package func write(_ key: ImageKey, variation: UInt64, into pixels: UnsafeMutableBufferPointer<UInt8>) {
        guard let car = cars[key.object], let planes = pixels.baseAddress else {
            preconditionFailure("an image of a car that is not known here")
        }
        let pose = CarPose(
            azimuth: Int(key.view >> 8) * CarPose.step, elevation: Int(key.view & 0xFF) * CarPose.step)
        var mesh = car.mesh
        var view = CameraView(pose)
        var light = Lighting.studio
        var palette = Palette(studio: car.mesh)
        var noise: ImageNoise?
        if variation != 0 {
            var change = ImageVariation(seed: variation)
            change.apply(to: &mesh, &view, &light, &palette)
            noise = change.noise
        }
        var raster = Raster()
        raster.draw(mesh, from: view, in: light, width: CarScene.imageSide, height: CarScene.imageSide)
        raster.paint(palette, intoPlanes: planes)
        noise?.add(to: pixels)
    }
}
