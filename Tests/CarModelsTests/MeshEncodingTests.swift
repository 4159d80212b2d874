import CarModels
import TestSupport
import Testing

@Suite("A mesh as bytes")
struct MeshEncodingTests {
    @Test(
        "comes back as it was, but for the names of its materials",
        arguments: [CarDesign(.saloon, 1), CarDesign(.truck, 107)])
    func roundTrip(design: CarDesign) throws {
        let model = design.makeModel()
        let bytes = model.mesh.encoded()
        let mesh = try #require(Mesh(encoded: bytes))
        #expect(mesh.positions == model.mesh.positions && mesh.normals == model.mesh.normals)
        #expect(mesh.triangles == model.mesh.triangles)
        #expect(mesh.materials.map(\.color) == model.mesh.materials.map(\.color))
        #expect(mesh.encoded() == bytes)
        #expect(CarModel(normalized: mesh, name: model.name, remark: nil).digest == model.digest)
        #expect(bytes.count < 40 * mesh.triangles.count)
    }

    @Test("cut off anywhere, or with bytes more, it is none")
    func truncation() {
        let bytes = CarDesign(.saloon, 2).makeModel().mesh.encoded()
        for count in stride(from: 0, to: bytes.count, by: 11) { #expect(Mesh(encoded: Array(bytes[..<count])) == nil) }
        #expect(Mesh(encoded: bytes + [0]) == nil)
        #expect(Mesh(encoded: Array(repeating: 255, count: 100)) == nil)
    }

    @Test("any bytes give a mesh that can be drawn, or none")
    func noise() {
        let whole = CarDesign(.saloon, 3).makeModel().mesh.encoded()
        var generator = SplitMix(seed: 3)
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0..<3 {
                bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
            }
            guard let mesh = Mesh(encoded: bytes) else { continue }
            var raster = Raster()
            raster.draw(mesh, from: CameraView(azimuth: 30, elevation: 30), in: .studio, width: 32, height: 32)
        }
    }
}
