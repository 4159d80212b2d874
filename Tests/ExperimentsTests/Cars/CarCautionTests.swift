import CarModels
import Experiments
import Scratchpads
import TestSupport
import Testing

@Suite("What of a run around a car a network has not learned")
struct CarCautionTests {
    private let shipped = CarTraining(["cars": "20 of each kind, and real ones", "poses": "all"])
    private let paper = CarTraining(["cars": "20 of each kind", "poses": "the paper's"])

    private func scene(from azimuth: Int, _ elevation: Int, to target: CarPose = .paperTarget) -> CarScene {
        CarScene(
            CarDesign(.bus, 101).makeModel(), from: CarPose(azimuth: azimuth, elevation: elevation), to: target)
    }

    @Test("nothing is said of a built-in car between the paper's poses, whether or not it was trained on")
    func learned() {
        for start in CarPose.paperStarts {
            #expect(shipped.caution(about: scene(from: start.azimuth, start.elevation)) == nil)
        }
    }

    @Test(
        "between any poses nothing is said where the encoder was trained between all of them, of a mesh from a file it is"
    )
    func allPoses() throws {
        let encoder = CarTraining([
            "cars": "20 of each kind", "poses": "all", "encoder_poses": "all",
            "encoder_cars": "100 of each kind, and real ones",
        ])
        for pose in CarPose.all {
            #expect(encoder.caution(about: scene(from: pose.azimuth, pose.elevation, to: pose)) == nil)
        }
        let file = try TemporaryOBJ.model("v -1 0 0\nv 1 0 0\nv 0 1 1\nf 1 2 3\n")
        let words = encoder.caution(about: CarScene(file, from: .paperTarget, to: .paperTarget))
        #expect(
            words?.hasPrefix(
                "outside what the network was trained on: a mesh from a file instead of built-in cars and 9 of")
                == true)
    }

    @Test("a start beyond those trained on is said, with where they are")
    func start() {
        #expect(
            paper.caution(about: scene(from: 90, 30))
                == "outside what the network was trained on: the start 90,30 beyond azimuth -75 to 75 and elevation 0 to 60; expect more mistakes"
        )
        #expect(paper.caution(about: scene(from: 0, 75)) != nil)
    }

    @Test("another target is said, also of a network whose training drew other targets now and then")
    func target() {
        let words = shipped.caution(about: scene(from: 0, 30, to: CarPose(azimuth: 30, elevation: 15)))
        #expect(
            words
                == "outside what the network was mainly trained on, and tested on in training: the target 30,15 instead of 0,15; expect more mistakes"
        )
    }

    @Test("a mesh from a file is said, with the cars that there were, in one line with all else")
    func mesh() throws {
        let car = try TemporaryOBJ.model("v 0 0 0\nv 1 0 0\nv 0 1 2\nf 1 2 3\n")
        let words = try #require(
            shipped.caution(about: CarScene(car, from: CarPose(azimuth: 180, elevation: 0), to: .paperTarget)))
        #expect(words.contains("the start 180,0 beyond"))
        #expect(words.contains("; a mesh from a file instead of built-in cars and 9 of torcs-data"))
        #expect(!words.contains("\n"))
        let start = CarPose(azimuth: 0, elevation: 0)
        #expect(
            paper.caution(about: CarScene(car, from: start, to: .paperTarget))?
                .contains("instead of built-in cars; expect") == true)
    }
}
