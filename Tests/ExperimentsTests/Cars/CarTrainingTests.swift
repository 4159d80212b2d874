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
        #expect(examined.isDisjoint(with: CarSplit.trainedBesides))
        #expect(Set(CarSplit.unseen).isDisjoint(with: CarSplit.trainedBesides))
        let problems = Validation(.car, parts: [.init(length: 3, count: 40)], seed: 5).problems(0)
        #expect(problems.allSatisfy { problem in examined.contains { $0.name == problem.input.first } })
    }

    @Test("a training may ask for as many cars of a kind as there are to train on")
    func counts() {
        for count in [1, 20, 21, CarSplit.largestTrainedCount] {
            #expect(CarSplit.trained(perKind: count).count == count * 12)
        }
    }

    @Test("validation between any poses is of cars kept for it, at the steps asked for")
    func anyPoses() throws {
        let validation = Validation(
            .car, parts: [.init(length: 4, count: 40), .init(length: 17, count: 5)], seed: 5, isBetweenAnyPoses: true)
        for (part, steps) in [(0, 4), (1, 17)] {
            for problem in validation.problems(part) {
                #expect(CarSplit.examined.contains { $0.name == problem.input[0] })
                let scene = try #require(problem.makeWorld().unwrapped(as: CarScene.self))
                #expect(scene.pose.distance(to: scene.target) == steps)
            }
        }
        #expect(Set(validation.problems(0).map { $0.input[2] }).count > 20)
    }

    @Test("a real car that is not there is told")
    func missing() {
        var recipe = CarRecipe()
        recipe.realFolder = "/nowhere"
        #expect(throws: OBJError.self) { _ = try CarDataSet(recipe) }
    }
}
