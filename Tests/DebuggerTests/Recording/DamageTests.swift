import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Damaged recordings")
struct DamageTests {
    @Test("cut at any byte, a recording gives its whole lines, or says that it was cut")
    func truncation() throws {
        let bytes = try Trial.addition(["6", "7"]).recorded()
        let starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        for count in 0..<bytes.count {
            let prefix = Array(bytes[..<count])
            let whole = starts.count { $0 <= count } - 1
            let isAtEnd = starts.contains(count + 1)
            guard whole + (isAtEnd ? 1 : 0) > 0 else {
                let cause: RecordingError.Cause = count == 0 ? .empty : .cutHeader
                #expect(throws: RecordingError(cause)) { try Recording(bytes: prefix) }
                continue
            }
            let recording = try Recording(bytes: prefix)
            let events = min(whole - 1 + (isAtEnd ? 1 : 0), starts.count - 3)
            #expect(recording.log.count == events)
            let hasHalf = !isAtEnd && !starts.contains(count)
            #expect((recording.cutLine != nil) == hasHalf)
            let session = try Session(replaying: recording)
            #expect(session.notices.isEmpty == recording.isComplete)
        }
    }

    @Test("any byte changed to any other never crashes, and what is said names a line")
    func flips() throws {
        let bytes = try Trial.addition(["6", "7"]).recorded()
        var generator = SplitMix(seed: 11)
        var refused = 0
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] = UInt8.random(in: 0...255, using: &generator)
            do throws(RecordingError) {
                var session = try Session(replaying: try Recording(bytes: damaged))
                session.perform(.toEnd)
                session.perform(.toStart)
                #expect(session.world == session.problem.makeWorld())
                _ = session.timeline(columns: 10)
                _ = session.recorded()
            } catch {
                refused += 1
                #expect(!error.description.contains("\n"))
            }
        }
        #expect(refused > bytes.count / 2)
    }

    @Test("what cannot be a recording is refused in one clear line", arguments: Self.refusals)
    func refused(text: String, message: String) throws {
        do throws(RecordingError) {
            _ = try Session(replaying: try Recording(bytes: Array(text.utf8)))
            Issue.record("it was taken: \(text)")
        } catch {
            #expect(error.description == message)
        }
    }

    static let head =
        #"{"npitrace":1,"task":"add","input":["1","2"],"program":"ADD","programs":["ADD","ADD1","ACT"]}"# + "\n"
    static let top = head + #"{"n":1,"k":"call","program":"ADD","args":[0,0,0],"depth":0}"# + "\n"
    static let foreign = #"this is no npi recording; one begins with a line {"npitrace":1,...}"#

    static let refusals: [(String, String)] = [
        ("", #"the file is empty; a recording begins with a line {"npitrace":1,...}"#),
        (" \n \n", #"the file is empty; a recording begins with a line {"npitrace":1,...}"#),
        ("hello\nworld\n", foreign),
        ("\u{0}\u{1}\u{7f}ELF\n", foreign),
        ("{\"version\": 2, \"width\": 80}\n", foreign),
        ("[1,2]\n", foreign),
        (
            "{\"npitrace\":2,\"task\":[]}\n",
            "the recording has version 2 of the format; this program reads version 1"
        ),
        (
            "{\"npitrace\":1,\"task\":7}\n",
            "line 1: the line is damaged at column 22: \"7\" stands where a string should be"
        ),
        ("{\"npitrace\":1,\"task\":\"add\"}\n", "line 1: the line is damaged at column 28: the program is missing"),
        (
            "{\"npitrace\":1,\"task\":\"fly\",\"program\":\"FLY\"}\n",
            "the recording cannot be replayed: this program knows no task fly; it knows "
                + TaskCatalog.all.map(\.name).joined(separator: ", ")
        ),
        (
            "{\"npitrace\":1,\"task\":\"add\",\"program\":\"ADD\",\"programs\":[\"A\",\"A\"]}\n",
            "line 1: the program A stands twice; names must be unique"
        ),
        (
            head + #"{"n":1,"k":"act","args":[0,0,0]}"# + "\n",
            "line 2: the first event should be the call of ADD"
        ),
        (
            head + #"{"n":1,"k":"call","program":"ADD1"}"# + "\n",
            "line 2: the first event should be the call of ADD"
        ),
        (
            top + #"{"n":3,"k":"act","args":[0,0,0]}"# + "\n",
            "line 3: event 3 stands where event 2 should be"
        ),
        (
            top + #"{"n":2,"k":"act","args":[0,0,0],"depth":4}"# + "\n",
            "line 3: the event has depth 4; here it should be 0"
        ),
        (
            top + #"{"n":2,"k":"return","program":"ADD1"}"# + "\n",
            "line 3: ADD1 returns, but the innermost open call is ADD"
        ),
        (
            top + #"{"n":2,"k":"call","program":"BUBBLE"}"# + "\n",
            "line 3: the line is damaged at column 29: there is no program BUBBLE; the first line lists them all"
        ),
        (
            top + #"{"n":2,"k":"return","program":"ADD"}"# + "\n" + #"{"n":3,"k":"act","args":[0,0,0]}"# + "\n",
            "line 4: nothing may follow the return of ADD"
        ),
        (
            top + #"{"n":2,"k":"act","args":[0,10,0]}"# + "\n",
            "line 3: the line is damaged at column 28: a number is more than 9"
        ),
        (
            top + #"{"n":2,"k":"act","args":[0,0]}"# + "\n",
            "line 3: the line is damaged at column 30: there are fewer than three arguments"
        ),
        (
            top + #"{"n":2,"k":"act"}"# + "\n",
            "line 3: the line is damaged at column 18: the action has no args"
        ),
        (
            top + #"{"n":2,"k":"act","args":[0,0,0],"end":1.5}"# + "\n",
            "line 3: the line is damaged at column 39: a probability is more than 1"
        ),
        (
            top + #"{"n":2,"k":"ret"# + "\n" + #"{"n":2,"k":"act","args":[0,0,0]}"# + "\n",
            "line 3: the line is damaged at column 16: it breaks off where the closing quote should be"
        ),
        (
            top + #"{"n":2,"k":"hop"}"# + "\n",
            "line 3: the line is damaged at column 17: k should be call, act, return, set, cut, branch or end"
        ),
        (
            top + #"{"k":"end","halted":true,"events":1}"# + "\n",
            "line 3: the run has not halted yet"
        ),
        (
            top + #"{"k":"end","halted":false,"events":9}"# + "\n",
            "line 3: the end line tells 9 events; there are 1"
        ),
        (
            top + #"{"k":"end","halted":false,"events":1}"# + "\n" + #"{"n":2,"k":"act","args":[0,0,0]}"# + "\n",
            "line 4: nothing may follow the end line"
        ),
    ]

    @Test("an action changed by hand is found by the output that was recorded")
    func changedOutput() throws {
        let text = String(decoding: try Trial.addition().recorded(), as: UTF8.self)
        let changed = text.replacing("[3,2,1],\"say\"", with: "[3,2,4],\"say\"")
        let session = try Session(replaying: try Recording(bytes: Array(changed.utf8)))
        #expect(session.notices == ["the recorded output differs from that of the replay: the recording was changed"])
    }

    @Test("values nested without end are refused, not followed")
    func deepNesting() {
        let text = Self.top + #"{"n":2,"x":"# + String(repeating: "[", count: 100_000) + "\n"
        #expect(throws: RecordingError.self) { try Recording(bytes: Array(text.utf8)) }
    }
}
