import CarModels
import Foundation
import TestSupport
import Testing

@Suite("The renderer")
struct RasterTests {
    private func draw(_ mesh: Mesh, azimuth: Float = 0, elevation: Float = 0, size: Int = 32) -> Raster {
        var raster = Raster()
        raster.draw(
            mesh, from: CameraView(azimuth: azimuth, elevation: elevation), in: .studio, width: size, height: size)
        return raster
    }

    /// Where the material called `name` is seen, as shares of the picture from its middle.
    private func middle(of name: String, _ model: CarModel, _ raster: Raster) -> SIMD2<Float>? {
        guard let index = model.mesh.materials.firstIndex(where: { $0.name == name }) else { return nil }
        var sum = SIMD2<Float>.zero
        var count: Float = 0
        for y in 0..<raster.height {
            for x in 0..<raster.width where raster.materials[y * raster.width + x] == index + 1 {
                sum += SIMD2(Float(x), Float(y))
                count += 1
            }
        }
        return count == 0 ? nil : sum / count / Float(raster.width) - 0.5
    }

    private let saloon = CarDesign(.saloon, 1).makeModel()

    @Test("the azimuth says where the nose points in the picture")
    func azimuth() throws {
        let ahead = draw(saloon.mesh, elevation: 15, size: 128)
        #expect(middle(of: "headlamp", saloon, ahead) != nil)
        #expect(middle(of: "taillamp", saloon, ahead) == nil)
        let behind = draw(saloon.mesh, azimuth: 180, elevation: 15, size: 128)
        #expect(middle(of: "headlamp", saloon, behind) == nil)
        #expect(middle(of: "taillamp", saloon, behind) != nil)
        let right = try #require(
            middle(of: "headlamp", saloon, draw(saloon.mesh, azimuth: 60, elevation: 15, size: 128)))
        #expect(right.x > 0.1)
        let left = try #require(
            middle(of: "headlamp", saloon, draw(saloon.mesh, azimuth: -60, elevation: 15, size: 128)))
        #expect(left.x < -0.1)
    }

    @Test("the higher the camera, the lower the nose in the picture")
    func elevation() throws {
        let level = try #require(middle(of: "headlamp", saloon, draw(saloon.mesh, size: 128)))
        let above = try #require(middle(of: "headlamp", saloon, draw(saloon.mesh, elevation: 45, size: 128)))
        #expect(above.y > level.y + 0.1)
    }

    @Test("the same picture to the bit", arguments: CarKind.allCases)
    func determinism(kind: CarKind) {
        let model = CarDesign(kind, 2).makeModel()
        let first = draw(model.mesh, azimuth: -45, elevation: 30, size: 128).painted(Palette(studio: model.mesh))
        let second = draw(model.mesh, azimuth: -45, elevation: 30, size: 128).painted(Palette(studio: model.mesh))
        #expect(first == second)
    }

    @Test("the picture is the one that it always was")
    func fingerprint() {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for azimuth in stride(from: Float(-75), through: 75, by: 15) {
            let raster = draw(saloon.mesh, azimuth: azimuth, elevation: 15, size: 128)
            for pixel in raster.painted(Palette(studio: saloon.mesh)) {
                for byte in [pixel.red, pixel.green, pixel.blue] { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
            }
        }
        #expect(hash == Self.knownFingerprint)
    }

    private static let knownFingerprint: UInt64 = 11_212_700_921_337_460_341

    @Test("neither size nor place matter", arguments: [Float(0.001), 1, 1_000])
    func size(factor: Float) throws {
        let plain = CarDesign(.hatchback, 1).makeMesh()
        func text(_ place: (Vector) -> Vector) -> String {
            var text = ""
            for point in plain.positions {
                let placed = place(point)
                text += "v \(placed.x) \(placed.y) \(placed.z)\n"
            }
            for triangle in plain.triangles {
                text += "f \(triangle.corners.x + 1) \(triangle.corners.y + 1) \(triangle.corners.z + 1)\n"
            }
            return text
        }
        let model = try TemporaryOBJ.model(text { ($0 + Vector(3, -1, 7)) * factor })
        let reference = try TemporaryOBJ.model(text { $0 })
        let picture = draw(model.mesh, azimuth: 45, elevation: 30, size: 128)
        let expected = draw(reference.mesh, azimuth: 45, elevation: 30, size: 128)
        let different = zip(picture.materials, expected.materials).count { $0 != $1 }
        #expect(different <= 8, "\(different) pixels differ in outline")
    }

    @Test("sheets are seen from both sides")
    func sheets() throws {
        for order in ["1 2 3 4", "4 3 2 1"] {
            let model = try TemporaryOBJ.model("v -1 -1 0\nv 1 -1 0\nv 1 1 0\nv -1 1 0\nf \(order)\n")
            for azimuth in [Float(0), 180] {
                let raster = draw(model.mesh, azimuth: azimuth)
                #expect(raster.materials[16 * 32 + 16] == 1)
                #expect(raster.brightness[16 * 32 + 16] > 60)
            }
        }
    }

    @Test("neighbours leave no hole and what is nearer hides what is farther")
    func watertight() throws {
        // A fan of thin triangles around the middle.
        var text = "v 0 0 0.1\n"
        for index in 0..<97 {
            let angle = Double(index) / 97 * 2 * .pi
            text += "v \(cos(angle)) \(sin(angle)) 0.1\n"
        }
        for index in 0..<97 { text += "f 1 \(index + 2) \((index + 1) % 97 + 2)\n" }
        text += "usemtl behind\nv -1 -1 -0.1\nv 1 -1 -0.1\nv 0 1 -0.1\nf 99 100 101\n"
        let raster = draw(try TemporaryOBJ.model(text).mesh, size: 64)
        for y in 20..<44 {
            for x in 20..<44 { #expect(raster.materials[y * 64 + x] == 1, "\(x), \(y)") }
        }
    }

    @Test("a picture takes well under its share of a step")
    func speed() throws {
        // 13,000 triangles: the car five times over.
        let mesh = CarDesign(.bus, 1).makeMesh()
        let five = (0..<5).map { _ in OBJWriter.text(mesh, comment: "", library: "") }.joined()
        let model = try TemporaryOBJ.model(five.replacingOccurrences(of: "mtllib", with: "#"))
        #expect(model.mesh.triangles.count > 12_000)
        var raster = Raster()
        let seconds = fastest(of: 30) {
            raster.draw(
                model.mesh, from: CameraView(azimuth: 30, elevation: 30), in: .studio, width: 128, height: 128)
        }
        #expect(seconds < 2e-3, "\(seconds * 1_000) ms")
    }
}
