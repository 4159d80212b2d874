import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Marks, breakpoints and mistakes")
struct MarksTests {
    @Test("a breakpoint on CARRY stops at each of its calls, forwards and backwards")
    func breakpoint() throws {
        var session = try Trial.addition().session()
        let id = try session.addBreakpoint("carry").id
        var forward: [Int] = []
        while session.perform(.run(.forward)) == .breakpoint(id) {
            forward.append(session.position)
            #expect(session.stack().first.map { session.library[$0.program] } == "CARRY")
            #expect(session.marks(at: session.position).contains(.breakpoint))
        }
        #expect(forward.count == 2)
        #expect(session.isAtEnd)
        var backward: [Int] = []
        while session.perform(.run(.backward)) == .breakpoint(id) { backward.append(session.position) }
        #expect(session.position == 0)
        #expect(backward == forward.reversed())
        #expect(session.stopPoints[id]?.hitCount == 4)
        #expect(session.occurrences(of: id) == (before: 0, known: 2))
        #expect(session.mark(after: 0, among: .breakpoint) == forward[0])
        #expect(session.mark(before: .max, among: .breakpoint) == forward[1])
    }

    @Test("over stops at a breakpoint inside the call, whether the rest of the run is known or not")
    func overHitsBreakpoint() throws {
        for known in [0, 1_000] {
            var session = try Trial.addition().session()
            session.extend(events: known)
            session.perform(.go(to: 1))
            let id = try session.addBreakpoint("CARRY").id
            let reason = session.perform(.over(.forward))
            #expect(reason == .breakpoint(id))
            #expect(session.position == 4)
            session.stopPoints.setEnabled(false, id)
            session.perform(.go(to: 1))
            let free = session.perform(.over(.forward))
            #expect(free == .arrived)
            #expect(session.position == 9)
            session.stopPoints.setEnabled(true, id)
            let back = session.perform(.over(.backward))
            #expect(back == .breakpoint(id))
            #expect(session.position == 4)
        }
    }

    @Test("breakpoints are set once, toggled, and refused with what would be right")
    func table() throws {
        var session = try Trial.addition().session()
        let carry = try session.library.require("CARRY")
        let id = try session.addBreakpoint("carry").id
        #expect(session.stopPoints[id]?.text == "CARRY")
        session.stopPoints.setEnabled(false, id)
        #expect(try session.addBreakpoint("CARRY").id == id)
        #expect(session.stopPoints[id]?.isEnabled == true)
        let isThere = session.stopPoints.toggle(BreakpointSpec(.call(carry)), text: "CARRY")
        #expect(!isThere && session.stopPoints.breakpoints.isEmpty)
        let again = session.stopPoints.toggle(BreakpointSpec(.call(carry)), text: "CARRY")
        #expect(again && session.stopPoints.breakpoint(onCallOf: carry)?.id.number == id.number + 1)
        let error = #expect(throws: SpecError.self) { try session.addBreakpoint("CARY") }
        #expect(error?.description == "column 1: there is no program CARY to break on; did you mean CARRY?")
        #expect(throws: SpecError.self) { try session.addBreakpoint("call ACT") }
    }

    @Test("a mistake is marked when it happens, stops the run if asked, and is told")
    func mistake() throws {
        let wrong = Decision.act(AdditionAction.write(.output, 7).arguments)
        var session = try Trial.addition(slips: [2: wrong]).session()
        session.stopPoints.stopsOnMistake = true
        let reason = session.perform(.run(.forward))
        #expect(reason == .mistake)
        #expect(session.position == 3)
        #expect(session.log[3].judgement == .differs)
        #expect(session.log[2].judgement == .agrees)
        #expect(session.log[1].judgement == .unknown)
        #expect(session.marks(at: 3) == [.mistake, .output])
        #expect(session.latestNarration?.isExpected == false)
        let end = session.perform(.run(.forward))
        #expect(end == .end(.halted))
        #expect(!session.problem.isCorrect(session.world))
        let back = session.perform(.run(.backward))
        #expect(back == .mistake)
    }

    @Test("swaps are marked on the timeline of a sort")
    func swaps() throws {
        let problem = try Problem(task: .sort, input: ["9", "2", "5"])
        var session = try Session(problem, predictor: ExpertPredictor([.sort]))
        session.perform(.toEnd)
        #expect(problem.isCorrect(session.world))
        var swaps: [String] = []
        while let mark = session.mark(before: session.position, among: .swap) {
            session.perform(.go(to: mark))
            swaps.append(problem.output(of: session.world))
        }
        #expect(swaps == ["2 5 9", "2 9 5"])
        #expect(session.log.mistakes.count == 0)
    }

    @Test("the narration tells the next step and the latest one")
    func narration() throws {
        var session = try Trial.addition().session()
        #expect(session.nextNarration == nil)
        session.extend(events: 1_000)
        session.perform(.go(to: 2))
        #expect(session.nextNarration?.text == "6 + 5 = 11: write 1, carry 1")
        #expect(session.advice == .act(AdditionAction.write(.output, 1).arguments))
        session.perform(.go(to: 3))
        #expect(session.latestNarration?.text == "6 + 5 = 11: write 1, carry 1")
        #expect(session.name(of: session.log[3]) == "WRITE OUT 1")
        #expect(session.name(of: session.log[4]) == "CARRY")
    }

    @Test("a timeline of any width shows every mark in the column of its position")
    func timeline() throws {
        var session = try Trial.addition(["999999", "1"]).session()
        try session.addBreakpoint("LSHIFT")
        session.extend(events: .max)
        for columns in [1, 2, 7, 40, 80, session.log.count + 1, 500] {
            let timeline = session.timeline(columns: columns)
            var expected = Array(repeating: MarkSet(), count: columns)
            for position in 0...session.log.count {
                let column = timeline.column(of: position)
                expected[column].formUnion(session.marks(at: position))
                #expect(timeline.scale.positions(of: column).contains(position))
            }
            #expect(timeline.marks == expected)
            #expect(timeline.column(of: 0) == 0)
            #expect(timeline.column(of: session.log.count) == columns - 1)
        }
        #expect(session.timeline(columns: 0).marks.isEmpty)
    }

    @Test("continue stops where a reader of the log would, on runs of any shape", arguments: Trial.random)
    func randomStops(trial: Trial) throws {
        var session = try trial.session()
        session.extend(events: .max)
        let target = try session.library.require("LSHIFT")
        let calls = (1...session.log.count).filter {
            session.log[$0].kind == .call && session.log[$0].program == target
        }
        let mistakes = (1...session.log.count).filter { session.log[$0].judgement == .differs }
        session.stopPoints.add(BreakpointSpec(.call(target)), text: "target")
        session.stopPoints.stopsOnMistake = true
        let expected = Set(calls + mistakes).sorted()
        var live = try trial.session()
        live.adoptSettings(of: session)
        for stop in expected {
            session.perform(.run(.forward))
            live.perform(.run(.forward))
            #expect(session.position == stop && live.position == stop)
        }
        session.perform(.toEnd)
        let last = session.position == expected.last ? expected.dropLast() : expected[...]
        for stop in last.reversed() {
            session.perform(.run(.backward))
            #expect(session.position == stop)
        }
    }
}
