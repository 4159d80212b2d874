import CarModels
import Experiments
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Examining how cars are turned")
struct CarEvaluationTests {
    @Test("whoever does what the expert does is right from all 55 starts, of which some are at most four steps away")
    func expert() throws {
        let validation = try CarEvaluation(carsPerKind: 1, realFolder: nil)
        #expect(validation.cars.count == 24)
        let result = try validation.result(0, for: ExpertPredictor([.car]))
        let short = CarPose.paperStarts.count { $0.distance(to: .paperTarget) <= 4 }
        #expect(result.group == .seen)
        #expect(result.all == Proportion(right: 55, of: 55))
        #expect(result.short == Proportion(right: short, of: short))
        #expect(result.misses.isEmpty && result.endlessCount == 0)
    }

    @Test("whoever returns at once is right only where there is nothing to do, and the report tells of the rest")
    func slip() throws {
        let validation = try CarEvaluation(carsPerKind: 1, realFolder: nil)
        let result = try validation.result(12, for: ExpertPredictor([.car], slips: [1: .end]))
        #expect(result.group == .unseen)
        #expect(result.all == Proportion(right: 1, of: 55))
        #expect(result.misses.count == 54 && result.misses[CarEvaluation.Miss(turn: 0, rise: 0)] == nil)
        let text = validation.report([result]).text
        #expect(text.contains("\(result.car): 54 wrong, missed by -15,-15 x 1"))
    }

    @Test("between any two poses there are as many routes as asked for, the same for the same car")
    func anyPoses() throws {
        let validation = try CarEvaluation(carsPerKind: 1, realFolder: nil, routes: .any(30))
        let right = try validation.result(0, for: ExpertPredictor([.car]))
        #expect(right.all == Proportion(right: 30, of: 30))
        let slip = try validation.result(0, for: ExpertPredictor([.car], slips: [1: .end]))
        #expect(slip == (try validation.result(0, for: ExpertPredictor([.car], slips: [1: .end]))))
        #expect(slip.misses.keys.contains { abs($0.turn) > 75 }, "from behind the car too")
        #expect(validation.report([slip]).text.contains("between any two poses, 30 times each"))
    }

    @Test("the map of ends has each wrong run where it ended, and no right one")
    func ends() throws {
        let validation = try CarEvaluation(carsPerKind: 1, realFolder: nil)
        let stays = try validation.result(0, for: ExpertPredictor([.car], slips: [1: .end]))
        let map = validation.endMap([stays, stays])
        #expect(map.target == .paperTarget && map.title.contains("108 wrong runs of 110"))
        for pose in CarPose.all {
            let isWrong = CarPose.paperStarts.contains(pose) && pose != .paperTarget
            #expect(map.counts[pose] == (isWrong ? 2 : nil), "\(pose.text)")
        }
        // Two steps to the left of where it starts, whatever it sees: from 30,15 that is right.
        let left = try validation.result(0, for: SidePredictor(alwaysTurnsLeft: true))
        #expect(left.all == Proportion(right: 1, of: 55))
        #expect(left.ends[CarPose(azimuth: -105, elevation: 60)] == 1, "from -75,60")
        #expect(left.ends[.paperTarget] == nil && left.ends.values.reduce(0, +) == 54)
        let rows = validation.endMap([left]).rows
        #expect(rows.map(\.count) == Array(repeating: 24, count: 6) && rows[0].allSatisfy { $0 == 0 }, "none at 75")
        #expect(rows[1].prefix(5) == [0, 0, 0, 0, 1], "-105 is the fifth azimuth, 60 the second elevation")
    }

    @Test("a folder without the real cars is told")
    func missing() {
        #expect(throws: OBJError.self) { _ = try CarEvaluation(carsPerKind: 1, realFolder: "/nowhere") }
    }
}
