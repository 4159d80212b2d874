import CarModels
import Experiments
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Images of cars for training")
struct CarImagesTests {
    private func image(of car: CarModel, _ pose: CarPose, variation: UInt64) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: 3 * CarScene.imageSide * CarScene.imageSide)
        pixels.withUnsafeMutableBufferPointer {
            CarImages([car]).write(CarScene.imageKey(of: car, from: pose), variation: variation, into: $0)
        }
        return pixels
    }

    private let pose = CarPose(azimuth: 45, elevation: 30)

    @Test("without a variation it is what the network sees in a run")
    func plain() throws {
        let car = CarDesign(.pickup, 3).makeModel()
        var seen = [UInt8](repeating: 0, count: 3 * CarScene.imageSide * CarScene.imageSide)
        CarScene(car, from: pose, to: .paperTarget).look(into: &seen)
        #expect(image(of: car, pose, variation: 0) == seen)
    }

    @Test("each variation is another picture, the same one whenever it is drawn, and shows a car")
    func variations() {
        let car = CarDesign(.estate, 302).makeModel()
        var pictures: Set<[UInt8]> = []
        for variation in UInt64(1)...60 {
            let picture = image(of: car, pose, variation: variation)
            #expect(picture == image(of: car, pose, variation: variation))
            // The middle of the picture is no background, whatever is left out of the car.
            let middle = CarScene.imageSide * CarScene.imageSide / 2 + CarScene.imageSide / 2
            let corner = [picture[0], picture[CarScene.imageSide * CarScene.imageSide]]
            let rows = stride(from: -20, through: 20, by: 4).map { middle + $0 * CarScene.imageSide }
            #expect(rows.contains { picture[$0] != corner[0] || picture[$0] != corner[1] })
            pictures.insert(picture)
        }
        #expect(pictures.count == 60)
    }

    @Test("a car of a single triangle without materials stands every variation")
    func poorest() throws {
        let car = try TemporaryOBJ.model("v -1 0 0\nv 1 0 0\nv 0 1 1\nf 1 2 3\n")
        for variation in UInt64(1)...200 { _ = image(of: car, pose, variation: variation) }
    }
}
