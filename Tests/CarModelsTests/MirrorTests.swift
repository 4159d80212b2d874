import CarModels
import TestSupport
import Testing

@Suite("Mirrored cars")
struct MirrorTests {
    private func covered(_ car: CarModel, azimuth: Float) -> [Bool] {
        var raster = Raster()
        raster.draw(
            car.mesh, from: CameraView(azimuth: azimuth, elevation: 30), in: .studio, width: 128, height: 128)
        return raster.materials.map { $0 != 0 }
    }

    @Test("the mirror image of the mirror image is the car itself", arguments: CarSplit.shipped)
    func twice(design: CarDesign) {
        let car = design.makeModel()
        #expect(car.mirrored.mirrored.mesh == car.mesh)
        #expect(car.mirrored.mirrored.digest == car.digest)
    }

    @Test("a lopsided mesh becomes another, which from the other side has the mirrored outline")
    func outline() throws {
        let car = try TemporaryOBJ.model(
            "v -1 0 -2\nv 1 0 -2\nv 1 0 2\nv -1 0 2\nv 1 2 2\nv 1 2 -2\nf 1 2 3 4\nf 2 3 5 6\n")
        #expect(car.mirrored.digest != car.digest)
        let seen = covered(car, azimuth: -45)
        let mirrored = covered(car.mirrored, azimuth: 45)
        let backwards = (0..<128).flatMap { row in seen[row * 128..<(row + 1) * 128].reversed() }
        #expect(seen.count { $0 } > 1_000)
        #expect(zip(mirrored, backwards).count { $0 != $1 } < 60, "but for pixels on the outline itself")
        #expect(zip(covered(car, azimuth: 45), backwards).count { $0 != $1 } > 500, "the car itself looks otherwise")
    }
}
