import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Recordings of changed runs and branches")
struct BranchRecordingTests {
    /// 96 + 125 with two branches: a cell that was set at step 6, and from there a call that was forced at step 12.
    private struct Tried {
        var session: Session
        var branches = BranchTree()

        init() throws {
            session = try Trial.addition().session()
            session.extend(events: .max)
            try change(at: 6) { try $0.edit(try CellChange("inp1[1] 5", in: $0.world)) }
            try change(at: 12) { try $0.force(.end) }
        }

        mutating func change(at step: Int, _ change: (inout Session) throws -> Void) throws {
            session.perform(.go(to: step))
            let before = session
            try change(&session)
            branches.begin("step \(step): another", from: before, to: session)
            session.extend(events: .max)
        }

        mutating func select(_ id: Branch.ID) throws {
            let chosen = branches.select(id, leaving: session)
            session = try #require(chosen)
        }

        func recorded() -> [UInt8] {
            var recorder = Recorder(session, in: branches, model: .example)
            var bytes: [UInt8] = []
            while let lines = recorder.newLines(of: session, in: branches, limit: 7) { bytes += lines }
            return bytes + recorder.endLine(of: session, in: branches)
        }
    }

    private func expectSame(_ replay: Session, _ run: Session) {
        var (replay, run) = (replay, run)
        #expect(replay.log.count == run.log.count && replay.ending == run.ending)
        for position in 0...min(run.log.count, replay.log.count) {
            replay.perform(.go(to: position))
            run.perform(.go(to: position))
            #expect(replay.world == run.world, "step \(position)")
            #expect(replay.changes(at: position) == run.changes(at: position), "step \(position)")
            guard position > 0 else { continue }
            let (now, was) = (replay.log[position], run.log[position])
            #expect(now.event == was.event && now.prediction == was.prediction && now.isForced == was.isForced)
        }
        // And back, across the changes.
        replay.perform(.toStart)
        #expect(replay.world == run.problem.makeWorld())
    }

    @Test("the lines tell what was set, where a branch was cut, and which one goes on")
    func format() throws {
        let recorded = lines(try Tried().recorded())
        let changes = recorded.filter { !$0.hasPrefix("{\"n\":") && !$0.hasPrefix("{\"npitrace") }
        #expect(
            changes.prefix(5) == [
                #"{"k":"cut","n":6,"branch":2,"from":1,"say":"step 6: another"}"#,
                #"{"k":"set","n":6,"change":"inp1[1] = 5"}"#,
                #"{"k":"cut","n":12,"branch":3,"from":2,"say":"step 12: another"}"#,
                #"{"k":"branch","branch":1}"#,
                #"{"k":"end","halted":true,"output":"221","correct":true,"events":39}"#,
            ])
        #expect(changes.dropFirst(5).first == #"{"k":"branch","branch":2}"#)
        #expect(recorded.last?.hasPrefix(#"{"k":"end","halted":"#) == true)
    }

    @Test("every branch is there again, with every step of it", arguments: [1, 2, 3])
    func roundTrip(present: Int) throws {
        var tried = try Tried()
        try tried.select(present)
        let recording = try Recording(bytes: tried.recorded())
        let session = try Session(replaying: recording)
        var branches = try BranchTree(replaying: recording, present: session)
        #expect(branches.current == present)
        #expect(branches.all.map(\.name) == ["original run", "step 6: another", "step 12: another"])
        #expect(branches.all.map(\.parent) == [nil, 1, 2])
        #expect(branches.all.map(\.start) == [0, 6, 12])
        expectSame(session, tried.session)
        for id in [1, 2, 3] where id != present {
            let replay = branches.select(id, leaving: session)
            var run = tried
            try run.select(id)
            expectSame(try #require(replay), run.session)
            #expect(session.parting(from: try #require(replay)) == tried.session.parting(from: run.session))
        }
    }

    @Test("a recording that is made as a person changes the run holds the same branches")
    func asItGoes() throws {
        var session = try Trial.addition().session()
        var branches = BranchTree()
        var recorder = Recorder(session, model: .example)
        var bytes: [UInt8] = []
        func record() { while let lines = recorder.newLines(of: session, in: branches, limit: 3) { bytes += lines } }
        session.extend(events: 20)
        record()
        session.perform(.go(to: 6))
        let before = session
        try session.edit(try CellChange("inp1[1] 5", in: session.world))
        try session.edit(try CellChange("inp2[1] blank", in: session.world))
        branches.begin("twice", from: before, to: session)
        record()
        session.extend(events: 4)
        record()
        // Back to the original run, which goes on to its end.
        let back = branches.select(1, leaving: session)
        session = try #require(back)
        session.extend(events: .max)
        record()
        let recording = try Recording(bytes: bytes + recorder.endLine(of: session, in: branches))
        #expect(recording.branches.map(\.log.count) == [39, 10])
        #expect(recording.branches[1].changes.map(\.text) == ["inp1[1] = 5", "inp2[1] = blank"])
        #expect(recording.run.id == 1)
        expectSame(try Session(replaying: recording), session)
    }

    @Test("a run with changes and no list of branches is one line of events, and a replay of it records the same")
    func single() throws {
        let tried = try Tried()
        let bytes = tried.session.recorded()
        #expect(!String(decoding: bytes, as: UTF8.self).contains("cut"))
        let replay = try Session(replaying: try Recording(bytes: bytes))
        expectSame(replay, tried.session)
        #expect(replay.recorded() == bytes)
        #expect(replay.branchCount == 2)
        #expect(replay.marks(at: 6).contains(.changed) && replay.marks(at: 13).contains(.changed))
        #expect(!replay.marks(at: 7).contains(.changed))
    }

    @Test("verifying sets and forces again, in every branch")
    func verify() throws {
        let bytes = try Tried().recorded()
        let recording = try Recording(bytes: bytes)
        let outcome = try recording.verify(with: ExpertPredictor())
        #expect(outcome.isVerified && outcome.branchCount == 3)
        let counts = recording.branches.map { $0.log.count - $0.start }
        #expect(outcome.eventCount == counts.reduce(0, +))

        let text = String(decoding: bytes, as: UTF8.self)
        let other = text.replacing("inp1[1] = 5", with: "inp1[1] = 6")
        let wrong = try Recording(bytes: Array(other.utf8)).verify(with: ExpertPredictor())
        #expect(!wrong.isVerified && wrong.branch == 2)
        #expect(wrong.differences.hasPrefix("branch 2: first different decision: event "))
        let unforced = text.replacing(",\"forced\":true", with: "")
        let forced = try Recording(bytes: Array(unforced.utf8)).verify(with: ExpertPredictor())
        #expect(forced.branch == 3 && forced.difference?.event == 13)
    }

    @Test("its lines are as the schema says")
    func schema() throws {
        let schema = try JSONSchema(inRepository: "Documentation/recording.schema.json")
        for line in lines(try Tried().recorded()) { #expect(try schema.objection(to: line) == nil, "\(line)") }
    }

    @Test("what a crash left of it is there up to its last whole line")
    func broken() throws {
        let bytes = try Tried().recorded()
        for count in stride(from: 400, to: bytes.count, by: 97) {
            let recording = try Recording(bytes: bytes.prefix(count))
            let session = try Session(replaying: recording)
            let branches = try BranchTree(replaying: recording, present: session)
            #expect(branches.all.count == (recording.others.isEmpty ? 0 : recording.branches.count))
        }
    }

    @Test(
        "lines that cannot be are told in one line",
        arguments: [
            (#"{"k":"cut","n":40,"branch":2}"#, "line 42: branch 1 has 39 events; it cannot be cut after 40"),
            (#"{"k":"cut","n":4,"branch":1}"#, "line 42: there is a branch 1 already"),
            (#"{"k":"cut","n":4,"branch":3,"from":2}"#, "line 42: there is no branch 2 from which another could begin"),
            (#"{"k":"cut","n":4}"#, "line 42: the line is damaged at column 18: the cut has no n or no branch"),
            (#"{"k":"branch","branch":7}"#, "line 42: there is no branch 7"),
            (#"{"k":"set","n":39,"change":"out 1"}"#, "line 42: nothing may follow the end line"),
            (
                #"{"k":"cut","n":4,"branch":2}\n{"k":"set","n":5,"change":"out 1"}"#,
                "line 43: a change after event 5 stands where one after event 4 should be"
            ),
            (
                #"{"k":"cut","n":4,"branch":2}\n{"k":"set","n":4,"change":"sum 1"}"#,
                "line 43: the change cannot be made: nothing is called sum"
            ),
        ])
    func damaged(line: String, message: String) throws {
        let text = String(decoding: try Trial.addition().recorded(), as: UTF8.self)
        let more = line.replacing("\\n", with: "\n")
        let error = #expect(throws: RecordingError.self) {
            _ = try Session(replaying: try Recording(bytes: Array((text + more + "\n").utf8)))
        }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    @Test("a recording does not hold branches without end")
    func bounds() throws {
        var text = String(decoding: try Trial.addition().recorded(), as: UTF8.self)
        for id in 2...256 { text += "{\"k\":\"cut\",\"n\":4,\"branch\":\(id)}\n" }
        #expect(try Recording(bytes: Array(text.utf8)).branches.count == 256)
        text += "{\"k\":\"cut\",\"n\":4,\"branch\":257}\n"
        let error = #expect(throws: RecordingError.self) { try Recording(bytes: Array(text.utf8)) }
        #expect(error?.cause == .impossible("there are more than 256 branches"))
    }
}
