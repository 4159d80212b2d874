import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Examining how cars are turned")
struct CarExaminationTests {
    @Test("whoever does what the expert does is right from all 55 starts, of which some are at most four steps away")
    func expert() throws {
        let examination = try CarExamination(carsPerKind: 1, realFolder: nil)
        #expect(examination.cars.count == 24)
        let result = try examination.result(0, for: ExpertPredictor([.car]))
        let short = CarPose.paperStarts.count { $0.distance(to: .paperTarget) <= 4 }
        #expect(result.group == .seen)
        #expect(result.all == Proportion(right: 55, of: 55))
        #expect(result.short == Proportion(right: short, of: short))
        #expect(result.wrongEnds.isEmpty && result.endlessCount == 0)
    }

    @Test("whoever returns at once is right only where there is nothing to do, and the report tells of the rest")
    func slip() throws {
        let examination = try CarExamination(carsPerKind: 1, realFolder: nil)
        let result = try examination.result(12, for: ExpertPredictor([.car], slips: [1: .end]))
        #expect(result.group == .unseen)
        #expect(result.all == Proportion(right: 1, of: 55))
        #expect(result.wrongEnds.count == 54 && result.wrongEnds[.paperTarget] == nil)
        let text = CarExamination.report([result]).text
        #expect(text.contains("\(result.car): 54 wrong, ended at -15,0 x 1"))
    }

    @Test("a folder without the real cars is told")
    func missing() {
        #expect(throws: OBJError.self) { _ = try CarExamination(carsPerKind: 1, realFolder: "/nowhere") }
    }
}
