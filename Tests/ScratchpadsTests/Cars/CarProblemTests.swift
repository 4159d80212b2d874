import CarModels
import Foundation
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Problems of cars")
struct CarProblemTests {
    @Test("a problem knows its title, goal and right output")
    func titles() throws {
        let problem = try Problem(task: .car, input: ["saloon-1", "-45,30", "0,15"])
        #expect(problem.title() == "GOTO saloon-1 -45,30 to 0,15")
        #expect(problem.goal() == "turn saloon-1 from -45,30 to 0,15 degrees")
        #expect(problem.expectedOutput == "[0,15]")
        #expect(problem.output(of: problem.makeWorld()) == "[-45,30]")
        #expect(try Problem(task: .car, input: ["saloon-1"]).expectedOutput == "[0,15]")
        #expect(problem.title(width: 20).count <= 30)
    }

    @Test(
        "what is wrong is said with what would be right",
        arguments: [
            (
                [],
                "car takes a car, and the poses to start from and to go to, but none was given; for example: "
                    + "car saloon-1 -45,30 0,15"
            ),
            (["saloon-1", "45"], "\"45\" is no pose; give azimuth and elevation in degrees, such as: -45,30"),
            (["saloon-1", "4x,30"], "\"4x,30\" is no pose; give azimuth and elevation in degrees, such as: -45,30"),
            (
                ["saloon-1", "-40,30"],
                "\"-40,30\" lies between the camera's places; azimuth and elevation are multiples of 15 degrees"
            ),
            (
                ["saloon-1", "0,90"],
                "\"0,90\" is out of reach; the azimuth is -180 to 180 degrees and the elevation 0 to 75"
            ),
            (
                ["saloon-1", "0,0", "195,15"],
                "\"195,15\" is out of reach; the azimuth is -180 to 180 degrees and the elevation 0 to 75"
            ),
            (
                ["salon-1"],
                "there is no car \"salon-1\"; there are saloon-1, saloon-101, and any OBJ file by its path"
            ),
            (["nowhere.obj"], "nowhere.obj: cannot be read: there is no such file"),
        ])
    func refusals(input: [String], message: String) {
        do {
            _ = try Problem(task: .car, input: input)
            Issue.record("\(input) was taken")
        } catch {
            #expect(error.description == message)
        }
    }

    @Test("a name like none gets the list of kinds")
    func strange() {
        do {
            _ = try Problem(task: .car, input: ["zzzzzzzz"])
            Issue.record("it was taken")
        } catch {
            #expect(error.description.contains("saloon-1, hatchback-1"))
        }
    }

    @Test("validation is on cars that are never trained on, at the asked distance", arguments: 1...8)
    func fresh(length: Int) {
        var generator = SplitMix(seed: UInt64(length))
        for _ in 0..<5 {
            let problem = CarProblems.random(length: length, using: &generator)
            guard let scene: CarScene = problem.makeWorld().unwrapped() else { continue }
            #expect(scene.pose.distance(to: scene.target) == length)
            #expect(CarSplit.unseen.map(\.name).contains(scene.car.name))
        }
    }
}
