import CarModels
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("The camera around a car")
struct CarSceneTests {
    private let car = CarDesign(.van, 1).makeModel()

    private func scene(_ azimuth: Int, _ elevation: Int) -> CarScene {
        CarScene(car, from: CarPose(azimuth: azimuth, elevation: elevation), to: .paperTarget)
    }

    @Test("LEFT, RIGHT, UP and DOWN are steps of 15 degrees, around without end and up and down between ends")
    func moves() {
        var scene = scene(0, 60)
        for action in [CarAction.right, .right, .up, .up, .left] { _ = scene.perform(action.arguments) }
        #expect(scene.pose == CarPose(azimuth: 15, elevation: 75))
        for _ in 0..<24 { _ = scene.perform(CarAction.right.arguments) }
        #expect(scene.pose.azimuth == 15)
        for _ in 0..<9 { _ = scene.perform(CarAction.down.arguments) }
        #expect(scene.pose.elevation == 0)
        #expect(scene.perform(CarAction.down.arguments).isNone)
    }

    @Test("any action whatever can be taken back")
    func undo() {
        var generator = SplitMix(seed: 3)
        var scene = scene(-45, 30)
        var line = [scene]
        var effects: [Effect] = []
        for _ in 0..<500 {
            effects.append(scene.perform(.random(using: &generator)))
            line.append(scene)
        }
        for action in CarAction.allCases {
            effects.append(scene.perform(action.arguments))
            line.append(scene)
        }
        line.removeLast()
        while let effect = effects.popLast() {
            scene.undo(effect)
            #expect(scene == line.popLast())
        }
    }

    @Test("of a thousand actions four mean something here, and nothing on the other pads")
    func arguments() {
        let known = Arguments.all.filter { CarAction($0) != nil }
        #expect(Set(known) == Set(CarAction.allCases.map(\.arguments)))
        #expect(known.allSatisfy { AdditionAction($0) == nil && SortingAction($0) == nil })
    }

    @Test("the network sees the target and the picture, and never the pose")
    func hidden() {
        let spec = scene(0, 0).observationSpec
        #expect(spec.fields.map(\.name) == ["TARGET AZIMUTH", "TARGET ELEVATION"])
        #expect(spec.fields.map(\.size) == [24, 24])
        var seen: Set<[UInt8]> = []
        for pose in CarPose.all {
            var observation = Observation(for: spec)
            CarScene(car, from: pose, to: .paperTarget).observe(into: &observation)
            seen.insert(observation.categories)
        }
        #expect(seen == [[0, 1]])
    }

    @Test("every pose has a picture and a key of its own")
    func pictures() {
        var pictures: Set<[UInt8]> = []
        var keys: Set<ImageKey> = []
        for pose in CarPose.all {
            let scene = CarScene(car, from: pose, to: .paperTarget)
            var observation = Observation(for: scene.observationSpec)
            scene.look(into: &observation.pixels)
            pictures.insert(observation.pixels)
            keys.insert(scene.imageKey)
        }
        #expect(pictures.count == 144)
        #expect(keys.count == 144)
    }

    @Test("a step's picture is made well within its share of 4 ms")
    func speed() {
        let scene = scene(-45, 30)
        var pixels = Observation(for: scene.observationSpec).pixels
        #expect(fastest(of: 20) { scene.look(into: &pixels) } < 2e-3)
    }
}
