import CarModels
import Testing

@Suite("Liveries of cars in training images")
struct LiveryVariationTests {
    private let car = CarDesign(.saloon, 1).makeModel().mesh

    private func painted(_ seed: UInt64) -> (mesh: Mesh, palette: Palette) {
        var mesh = car
        var palette = Palette(studio: mesh)
        var livery = LiveryVariation(seed: seed)
        livery.paint(&mesh, &palette)
        return (mesh, palette)
    }

    /// The colours of the triangles that the car had before.
    private func colors(_ painted: (mesh: Mesh, palette: Palette)) -> [Tint] {
        painted.mesh.triangles.prefix(car.triangles.count).map { painted.palette.materials[Int($0.material)] }
    }

    @Test("the car's triangles stay where they are, and each has a colour")
    func shape() {
        for seed in UInt64(0)..<300 {
            let (mesh, palette) = painted(seed)
            #expect(palette.materials.count == mesh.materials.count)
            #expect(mesh.triangles.allSatisfy { palette.materials.indices.contains(Int($0.material)) })
            #expect(mesh.triangles.prefix(car.triangles.count).map(\.corners) == car.triangles.map(\.corners))
            #expect(Array(mesh.positions.prefix(car.positions.count)) == car.positions)
        }
    }

    @Test("many cars keep their colours, many have other ones, some one for nearly every triangle")
    func shares() {
        let plain = colors((car, Palette(studio: car)))
        let changes = (UInt64(0)..<300).map { seed in
            zip(colors(painted(seed)), plain).count { $0 != $1 } * 100 / plain.count
        }
        #expect((60...180).contains(changes.count { $0 == 0 }))
        #expect(changes.count { (5...95).contains($0) } > 60)
        #expect((UInt64(0)..<300).count { Set(colors(painted($0))).count > 20 } > 40)
    }

    @Test("a shadow lies flat beneath the car, and is no wider than a third more")
    func shadow() throws {
        let bounds = try #require(car.bounds)
        let shadows = (UInt64(0)..<300).map(painted).filter { $0.mesh.triangles.count > car.triangles.count }
        #expect((40...120).contains(shadows.count))
        for (mesh, _) in shadows {
            let points = mesh.positions.suffix(4)
            #expect(points.allSatisfy { $0.y == bounds.low.y })
            #expect(points.allSatisfy { abs($0.z) < bounds.high.z * 1.3 + 0.2 })
        }
    }

    @Test("the same seed paints the same, to the bit")
    func seeded() {
        for seed in UInt64(0)..<50 {
            #expect(painted(seed).mesh == painted(seed).mesh)
            #expect(painted(seed).palette == painted(seed).palette)
        }
    }
}
