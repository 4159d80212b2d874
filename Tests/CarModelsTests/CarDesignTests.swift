import CarModels
import Foundation
import Testing

@Suite("Built-in cars")
struct CarDesignTests {
    @Test("a name is a kind and a number")
    func names() {
        #expect(CarDesign(name: "saloon-1") == CarDesign(.saloon, 1))
        #expect(CarDesign(.van, 42).name == "van-42")
        for name in ["saloon", "saloon-0", "saloon-01", "saloon-10000", "tank-1", "saloon--1", "", "saloon-1-2"] {
            #expect(CarDesign(name: name) == nil, "\(name)")
        }
    }

    @Test("the same name is the same car, another name another car")
    func seeds() {
        #expect(CarDesign(.estate, 3).makeMesh() == CarDesign(.estate, 3).makeMesh())
        let digests = Set((CarSplit.trained + CarSplit.unseen).map { $0.makeModel().digest })
        #expect(digests.count == CarSplit.trained.count + CarSplit.unseen.count)
    }

    @Test("every car has four wheels' worth of sense: its box, its size, its triangles", arguments: CarKind.allCases)
    func sense(kind: CarKind) throws {
        for number in 1...30 {
            let mesh = CarDesign(kind, number).makeMesh()
            let (low, high) = try #require(mesh.bounds)
            #expect(high.z - low.z > high.x - low.x, "longer than wide")
            #expect(low.y >= -0.01 && high.y < 4)
            #expect(abs(high.x + low.x) < 1e-3, "as wide to the left as to the right")
            #expect((300...13_000).contains(mesh.triangles.count), "\(mesh.triangles.count) triangles")
            #expect(mesh.positions.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.z.isFinite })
        }
    }

    @Test("nothing is trained on that is kept for testing")
    func split() {
        #expect(Set(CarSplit.trained).isDisjoint(with: CarSplit.unseen))
        let kept = Set(CarSplit.unseenReal + CarSplit.oddities)
        #expect(Set(CarSplit.trainedReal).isDisjoint(with: kept))
        #expect(kept.count == 8)
    }
}
