import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("What if")
struct WhatIfTests {
    @Test("run again from any position, the rest of the run is the same", arguments: Trial.random)
    func branchAnywhere(trial: Trial) throws {
        var whole = try trial.session()
        whole.extend(events: .max)
        let end = whole.log.count
        for position in stride(from: 0, through: end, by: max(end / 40, 1)) {
            var session = whole
            session.perform(.go(to: position))
            try session.branch()
            #expect(session.log.count == position)
            let reason = session.perform(.toEnd)
            #expect(reason == whole.ending.map(StopReason.end))
            expectSame(session, whole)
        }
    }

    @Test("it is the same too where the nearest snapshot is far, and for branches of branches")
    func branchInLongRun() throws {
        let digits = String(repeating: "97", count: 300)
        var whole = try Trial.addition([digits, "5" + digits]).session()
        whole.extend(events: .max)
        #expect(whole.log.count > 4_096)
        var session = whole
        for position in [6_000, 3_333, 2_048, 1_024, 1_023, 7] {
            session.perform(.go(to: position))
            try session.branch()
            session.extend(events: .max)
            expectSame(session, whole)
            session.perform(.toEnd)
            #expect(session.problem.isCorrect(session.world))
        }
    }

    @Test("changing a digit in the past gives another sum, and the copy keeps the original run")
    func edit() throws {
        var session = try Trial.addition().session()
        session.perform(.toEnd)
        let first = session
        session.perform(.go(to: 6))
        let column = 1
        try session.edit(try CellChange("inp1[1] 5", in: session.world))
        #expect(session.ending == nil)
        session.perform(.toEnd)
        #expect(session.problem.output(of: session.world) == "181")
        #expect(first.problem.output(of: first.world) == "221")

        // Back and forth across the change: the world before it is the old one, after it the new one.
        session.perform(.go(to: 5))
        #expect(cell(.input1, column, of: session.world) == .digit(9))
        session.perform(.step(.forward))
        #expect(cell(.input1, column, of: session.world) == .digit(5))
        session.perform(.toStart)
        #expect(session.world == session.problem.makeWorld())
        session.perform(.toEnd)
        #expect(session.problem.output(of: session.world) == "181")

        // A second change after the first, and a branch before the first, which forgets both.
        session.perform(.go(to: 20))
        try session.edit(try CellChange("inp2[0] 7", in: session.world))
        session.extend(events: .max)
        session.perform(.go(to: 10))
        try session.branch()
        session.perform(.toEnd)
        #expect(session.problem.output(of: session.world) == "181")
        session.perform(.go(to: 3))
        try session.branch()
        session.perform(.toEnd)
        #expect(session.problem.output(of: session.world) == "221")
        expectSame(session, first)
    }

    @Test("edits at any position are undone and redone on any path", arguments: Trial.random.prefix(8))
    func randomEdits(trial: Trial) throws {
        var generator = SplitMix(seed: 3)
        var session = try trial.session()
        var worlds: [Int: AnyScratchpad] = [:]
        for _ in 0..<6 {
            session.extend(events: 60)
            let position = Int.random(in: 0...session.log.count, using: &generator)
            session.perform(.go(to: position))
            let digit = Int.random(in: 0...9, using: &generator)
            try session.edit(try CellChange("inp2[1] \(digit)", in: session.world))
        }
        session.extend(events: .max)
        for position in 0...session.log.count {
            session.perform(.go(to: position))
            worlds[position] = session.world
        }
        for _ in 0..<100 {
            let position = Int.random(in: 0...session.log.count, using: &generator)
            session.perform(.go(to: position))
            #expect(session.world == worlds[position])
        }
    }

    @Test("a forced call is marked as forced, and the run goes on from it")
    func force() throws {
        var session = try Trial.addition().session()
        session.perform(.toEnd)
        session.perform(.go(to: 2))
        try session.force(.act(AdditionAction.write(.output, 8).arguments))
        #expect(session.position == 3)
        #expect(session.log[3].isForced)
        #expect(session.log[3].judgement == .differs)
        session.perform(.toEnd)
        #expect(session.problem.output(of: session.world) == "228")
        let before = session.log.count
        try session.force(.end)
        #expect(session.log.count == before)
        session.perform(.go(to: 30))
        try session.branch()
        session.perform(.toEnd)
        #expect(session.problem.output(of: session.world) == "228")
    }

    private func expectSame(_ left: Session, _ right: Session) {
        #expect(left.log.count == right.log.count)
        for number in 1...min(left.log.count, right.log.count) {
            let (mine, other) = (left.log[number], right.log[number])
            let isSame =
                mine.event == other.event && mine.prediction == other.prediction && mine.frame == other.frame
                && mine.step == other.step && mine.depth == other.depth && mine.judgement == other.judgement
                && mine.returnNumber == other.returnNumber
            #expect(isSame, "event \(number)")
            if !isSame { return }
        }
    }

    private func cell(_ row: AdditionRow, _ column: Int, of world: AnyScratchpad) -> AdditionSymbol? {
        guard let row = world.cells.lastIndex(where: { $0.name == row.name.lowercased() }) else { return nil }
        return world.value(of: row, at: column).map(AdditionSymbol.digit) ?? .blank
    }
}
