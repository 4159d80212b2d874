import CarModels
import NPIKit
import Scratchpads
import Testing

@Suite("Turning a car, as the expert does it")
struct CarTraceTests {
    @Test("GOTO calls HGOTO and VGOTO, and each the one way that is needed")
    func trace() throws {
        let run = try ExpertRun(Problem(task: .car, input: ["saloon-1", "-45,30", "0,15"]))
        #expect(
            run.lines == [
                "GOTO", "  HGOTO", "    RGOTO", "      RIGHT", "      RIGHT", "      RIGHT", "  VGOTO", "    DGOTO",
                "      DOWN",
            ])
        #expect(
            run.sentences.map(\.text) == [
                "first turn the nose to 0 degrees",
                "the nose points 45 degrees left of the target: turn right",
                "the nose points 45 degrees left of the target: turn right",
                "the nose points 30 degrees left of the target: turn right",
                "the nose points 15 degrees left of the target: turn right",
                "the nose points at the target: return", "the turning is done: return",
                "then bring the camera to 15 degrees",
                "the camera is 15 degrees above the target: go down",
                "the camera is 15 degrees above the target: go down",
                "the camera is as high as the target: return", "the height is done: return",
                "the car is seen from 0, 15 degrees: done",
            ])
    }

    @Test("every one of the paper's 55 starts ends on the target", arguments: CarPose.paperStarts)
    func starts(start: CarPose) throws {
        let problem = try CarProblems.problem("saloon-1", from: start)
        let run = try ExpertRun(problem, narrated: false)
        #expect(problem.isCorrect(run.world))
        #expect(run.eventCount <= problem.expertEventBound)
    }

    @Test("any target is reached from anywhere, by the shorter way")
    func anywhere() throws {
        let car = CarDesign(.bus, 1).makeModel()
        let library = ProgramLibrary(for: [.car])
        let expert = try CarExpert(library)
        for start in CarPose.all {
            for target in [CarPose(azimuth: 180, elevation: 75), CarPose(azimuth: -90, elevation: 0)] {
                let run = try Demonstration(
                    of: try library.require("GOTO"), in: CarScene(car, from: start, to: target), by: expert)
                #expect(run.world.pose == target)
                let acts = run.frames.flatMap(\.decisions).count { if case .act = $0 { true } else { false } }
                #expect(acts == start.distance(to: target))
                #expect(start.distance(to: target) <= 12 + 5)
            }
        }
    }

    @Test("a mistake is told, with what would be right")
    func mistake() throws {
        let problem = try Problem(task: .car, input: ["saloon-1", "-45,30", "0,15"])
        let library = ProgramLibrary(for: [.car])
        let expert = try problem.makeExpert(library)
        let narration = expert.narrate(
            .act(CarAction.left.arguments), program: try library.require("RGOTO"), arguments: .none, step: 0,
            in: problem.makeWorld())
        #expect(
            narration.text
                == "LEFT is a mistake; right: the nose points 45 degrees left of the target: turn right")
    }
}
