import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Recordings")
struct RecordingTests {
    @Test("the lines are those of the format")
    func format() throws {
        let recorded = lines(try Trial.addition().recorded())
        #expect(
            recorded[0]
                == #"{"npitrace":1,"task":"add","input":["96","125"],"program":"ADD","model":{"name":"a \"small\" model","#
                + #""sha256":"0123abcd"},"seed":7,"programs":["ADD","ADD1","CARRY","LSHIFT","ACT"]}"#)
        #expect(recorded[1] == #"{"n":1,"k":"call","program":"ADD","args":[0,0,0],"depth":0}"#)
        let values = #""values":[[0,0.9993,1,0.0007],[0,0.9993,1,0.0007],[0,0.9993,1,0.0007]]"#
        #expect(
            recorded[2]
                == #"{"n":2,"k":"call","program":"ADD1","args":[0,0,0],"depth":1,"end":0.0004,"#
                + #""top":[["ADD1",0.998],["CARRY",0.0015],["LSHIFT",0.0005]],"# + values + #","expert":true}"#)
        #expect(
            recorded[3].hasPrefix(
                #"{"n":3,"k":"act","args":[3,2,1],"say":"WRITE OUT 1","depth":1,"end":0.0004,"top":[["ACT",0"#))
        #expect(recorded[8].hasPrefix(#"{"n":8,"k":"return","program":"CARRY","depth":2,"end":0.9991,"#))
        #expect(
            recorded.last == #"{"k":"end","halted":true,"output":"221","correct":true,"events":\#(recorded.count - 2)}"#
        )
    }

    @Test("a replay is the run: every event, prediction, judgement, world and stack", arguments: Trial.random)
    func roundTrip(trial: Trial) throws {
        var session = try trial.session()
        session.extend(events: .max)
        let bytes = session.recorded()
        let recording = try Recording(bytes: bytes)
        var replay = try Session(replaying: recording)
        #expect(replay.ending == session.ending)
        #expect(replay.notices.isEmpty)
        #expect(!replay.isLive)
        #expect(replay.log.count == session.log.count)
        for number in 1...session.log.count {
            let (was, now) = (session.log[number], replay.log[number])
            #expect(was.event == now.event && was.prediction == now.prediction && was.judgement == now.judgement)
            #expect(session.log.expertChance(at: number) == replay.log.expertChance(at: number))
            session.perform(.go(to: number))
            replay.perform(.go(to: number))
            #expect(session.world == replay.world)
            #expect(session.stack() == replay.stack())
        }
        #expect(session.timeline(columns: 50) == replay.timeline(columns: 50))
        #expect(replay.recorded() == bytes)
    }

    @Test("bookmarks, notes, breakpoints and watches travel in the last line")
    func settings() throws {
        var session = try Trial.addition().session()
        session.extend(events: .max)
        session.perform(.go(to: 17))
        session.setBookmark("the \"second\" carry")
        try session.addBreakpoint("CARRY if depth > 1 off")
        try session.addWatch("carry stop")
        let replay = try Session(replaying: Recording(bytes: session.recorded()))
        #expect(Array(replay.bookmarks) == Array(session.bookmarks))
        #expect(replay.stopPoints.breakpoints.map(\.typed) == ["CARRY if depth > 1 off"])
        #expect(replay.stopPoints.watches.map(\.typed) == ["carry stop"])
        #expect(replay.recorded() == session.recorded())
    }

    @Test("a recording made while the run goes is the same as one made at its end")
    func asItGoes() throws {
        let trial = try Trial.addition()
        var session = try trial.session()
        var recorder = Recorder(session, model: .example, seed: 7)
        var bytes: [UInt8] = []
        while session.extend(events: 3) > 0 {
            while let lines = recorder.newLines(of: session, limit: 2) { bytes += lines }
        }
        #expect(bytes + recorder.endLine(of: session) == (try trial.recorded()))
    }

    @Test("forced calls are recorded as such, and a changed run ends the recording")
    func whatIf() throws {
        var session = try Trial.addition().session()
        session.perform(.go(to: 2))
        try session.force(.act(AdditionAction.write(.output, 8).arguments))
        session.extend(events: .max)
        let replay = try Session(replaying: try Recording(bytes: session.recorded()))
        #expect(replay.log[3].isForced && !replay.log[4].isForced)

        var recorder = Recorder(session, model: nil)
        _ = recorder.newLines(of: session, limit: 20)
        session.perform(.go(to: 10))
        try session.branch()
        session.extend(events: 40)
        #expect(!recorder.follows(session))
        let more = recorder.newLines(of: session)
        #expect(more == nil)
        #expect(lines(recorder.endLine(of: session)) == [#"{"k":"end","halted":false,"events":20}"#])
    }

    @Test("a run that was given up says so when it is replayed")
    func limits() throws {
        var session = try Session(try Trial.addition().problem, predictor: ExpertPredictor(), stepLimit: 20)
        let reason = session.perform(.run(.forward))
        #expect(reason == .end(.stepLimit(20)))
        let recorded = session.recorded()
        #expect(
            lines(recorded).last == #"{"k":"end","halted":false,"output":"21","correct":false,"events":20,"limit":20}"#)
        #expect(try Session(replaying: try Recording(bytes: recorded)).ending == .stepLimit(20))
    }

    @Test("a recording by hand, with few keys, other keys, spaces and no list of programs, is replayed")
    func byHand() throws {
        let text = """
            { "npitrace" : 1 , "task":"add","input":["1","2"],"program":"ADD","note":{"a":[1,-2.5e3,null,{"b":[]}],"c":"\\u00e9"}}
            {"n":1,"k":"call","program":"ADD","args":[0,0,0],"depth":0}

            {"k":"call","depth":1,"n":2,"program":"ADD1","end":4e-4,"top":[["ADD1",0.998123456],["LSHIFT",6.0E-4]],"expert":true}\r
            {"n":3,"k":"act","args":[3,2,3],"say":"anything","x":[]}
            """
        let recording = try Recording(bytes: Array(text.utf8))
        #expect(recording.library.names == ["ADD", "ADD1", "LSHIFT"])
        #expect(!recording.isComplete)
        var session = try Session(replaying: recording)
        #expect(session.ending == .recordingCut)
        #expect(session.notices == ["the recording has no end line: it stops after 3 events"])
        session.perform(.toEnd)
        #expect(session.problem.output(of: session.world) == "3")
        let prediction = try #require(session.log[2].prediction)
        #expect(prediction.programs.map(\.probability.description) == ["0.99812", "0.0006"])
        #expect(prediction.end.description == "0.0004")
        #expect(session.latestNarration?.text == "1 + 2 = 3: write 3")
    }

    @Test("what cannot be edited is said where it is tried")
    func replayHasNoNetwork() throws {
        var session = try Session(replaying: try Recording(bytes: try Trial.addition().recorded()))
        session.perform(.go(to: 4))
        #expect(throws: SessionError.self) { try session.branch() }
        let problem = try Problem(task: .add, input: ["1", "2"])
        #expect(throws: SessionError.self) {
            try Session(problem, predictor: RandomPredictor(seed: 1, names: ["BUBBLE"]))
        }
    }
}
