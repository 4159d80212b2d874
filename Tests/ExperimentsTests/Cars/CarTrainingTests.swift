import CarModels
import Experiments
import NPIKit
import Scratchpads
import Testing

@Suite("Training around cars")
struct CarTrainingTests {
    @Test("training sees what the camera sees, and variations of it")
    func source() {
        let car = CarDesign(.van, 1).makeModel()
        let scene = CarScene(car, from: CarPose(azimuth: -45, elevation: 30), to: .paperTarget)
        var seen = Observation(for: scene.observationSpec).pixels
        scene.look(into: &seen)
        let source = CarImages([car])
        func image(_ variation: UInt64) -> [UInt8] {
            var pixels = seen
            pixels.withUnsafeMutableBufferPointer { source.write(scene.imageKey, variation: variation, into: $0) }
            return pixels
        }
        #expect(image(0) == seen)
        #expect(image(7) == image(7))
        #expect(Set((1...20).map(image)).count == 20)
    }

    @Test("no car by which training chooses is trained on or reported")
    func examined() {
        let examined = Set(CarSplit.examined)
        #expect(examined.isDisjoint(with: CarSplit.trained))
        #expect(examined.isDisjoint(with: CarSplit.unseen))
        let problems = Validation(.car, parts: [.init(length: 3, count: 40)], seed: 5).problems(0)
        #expect(problems.allSatisfy { problem in examined.contains { $0.name == problem.input.first } })
    }

    @Test("a real car that is not there is told")
    func missing() {
        var recipe = CarRecipe()
        recipe.realFolder = "/nowhere"
        #expect(throws: OBJError.self) { _ = try CarDataSet(recipe) }
    }
}
