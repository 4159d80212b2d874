import CarModels
import Experiments
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Turning cars in a mirror")
struct MirrorEvaluationTests {
    private static let scene = CarScene(
        CarDesign(.pickup, 1).makeModel(), from: CarPose(azimuth: -45, elevation: 30),
        to: CarPose(azimuth: 60, elevation: 15))

    private func picture(_ world: some Environment) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: 3 * CarScene.imageSide * CarScene.imageSide)
        world.look(into: &pixels)
        return pixels
    }

    @Test("the mirror image shows each row of the picture backwards, and asks for the target on the other side")
    func image() {
        let (seen, mirrored) = (picture(Self.scene), picture(MirrorScene(Self.scene)))
        let side = CarScene.imageSide
        #expect(seen != mirrored)
        for row in 0..<(3 * side) {
            #expect(Array(mirrored[row * side..<(row + 1) * side]) == seen[row * side..<(row + 1) * side].reversed())
        }
        var observation = Observation(for: CarScene.spec)
        MirrorScene(Self.scene).observe(into: &observation)
        #expect(Array(observation.categories) == [20, 1], "azimuth -60, elevation 15")
    }

    @Test("a move to the left in the mirror is one to the right in front of it, and can be taken back")
    func moves() {
        var mirror = MirrorScene(Self.scene)
        let effect = mirror.perform(CarAction.left.arguments)
        #expect(mirror.scene.pose == CarPose(azimuth: -30, elevation: 30))
        mirror.undo(effect)
        #expect(mirror.scene == Self.scene)
        _ = mirror.perform(CarAction.up.arguments)
        #expect(mirror.scene.pose == CarPose(azimuth: -45, elevation: 45))
    }

    @Test("a network that turns to the brighter half of the picture decides the same in the mirror, everywhere")
    func mirrored() throws {
        let mirror = MirrorEvaluation(try CarEvaluation(carsPerKind: 1, realFolder: nil))
        let result = try mirror.result(0, for: SidePredictor())
        #expect(result.car == "saloon-1" && result.group == .seen)
        #expect(result.picture.runs == Proportion(right: 55, of: 55))
        #expect(result.picture.decisions == Proportion(right: 385, of: 385), "seven of each run")
        #expect(result.picture.unlikeStarts.isEmpty && result.picture.differences.isEmpty)
        #expect(mirror.map([result], .picture).counts.isEmpty)
    }

    @Test("a network that always turns left is found out at every start, in the one decision that has a side")
    func alwaysLeft() throws {
        let mirror = MirrorEvaluation(try CarEvaluation(carsPerKind: 1, realFolder: nil))
        let result = try mirror.result(0, for: SidePredictor(alwaysTurnsLeft: true))
        for image in MirrorEvaluation.Image.allCases {
            #expect(result[image].runs == Proportion(right: 0, of: 55))
            #expect(result[image].decisions == Proportion(right: 330, of: 385))
            let difference = MirrorEvaluation.Difference(
                program: "HGOTO", done: "calls LGOTO", mirrored: "calls LGOTO")
            #expect(result[image].differences == [difference: 55])
            #expect(Set(result[image].unlikeStarts.keys) == Set(CarPose.paperStarts))
            #expect(mirror.map([result], image).rows.map { $0.reduce(0, +) } == [0, 11, 11, 11, 11, 11])
        }
        let text = mirror.report([result]).text
        #expect(text.contains("picture, saloon-1: 55 of 55 not mirrored, from azimuth -75 x 5; -60 x 5;"))
        #expect(text.contains("car: HGOTO calls LGOTO, its mirror image calls LGOTO x 55"))
    }

    @Test("a route of half a circle is left out: both ways are as short")
    func halfCircle() throws {
        let evaluation = try CarEvaluation(carsPerKind: 1, realFolder: nil, routes: .any(100))
        let result = try MirrorEvaluation(evaluation).result(0, for: SidePredictor())
        #expect((80..<100).contains(result.picture.runs.count))
    }
}
