import DebugAdapter
import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("A client steps through a run")
struct SteppingTests {
    @Test("a breakpoint on a line stops before the line is done")
    func line() throws {
        var client = try Conversation.flip()
        try client.begin(stopping: [["line": 22]])
        #expect(client.events.last?["body"]["reason"] == "breakpoint")
        #expect(try client.frames() == ["CHANGE 22", "FLIP 18"])
        #expect(try client.value("word[0]") == "a")
        try client.move("next")
        #expect(try client.value("word[0]") == "b")
    }

    @Test("a run that should stop on entry stands at its first step")
    func entry() throws {
        var client = try Conversation.flip()
        try client.begin(["task": "t", "stopOnEntry": true])
        #expect(client.events.last?["body"]["reason"] == "entry")
        #expect(try client.frames() == ["FLIP 18"])
        #expect(try client.value("step") == "1")
    }

    @Test("stepping goes into, over and out of calls, and back one event at a time")
    func steps() throws {
        var client = try Conversation.flip()
        try client.begin(["task": "t", "stopOnEntry": true])
        func step(_ command: String, _ arguments: JSON = ["threadId": 1]) throws -> [String] {
            #expect(try client.move(command, arguments)["reason"] == "step")
            return try client.frames()
        }
        #expect(try step("stepIn") == ["CHANGE 22", "FLIP 18"])
        #expect(try step("stepOut") == ["FLIP 19"])
        #expect(try step("stepBack") == ["CHANGE 21", "FLIP 18"])
        #expect(try step("stepBack") == ["CHANGE 22", "FLIP 18"])
        #expect(try step("stepBack") == ["FLIP 18"])
        #expect(try step("next") == ["FLIP 19"])
        #expect(try step("stepBack", ["threadId": 1, "granularity": "line"]) == ["FLIP 18"])
        // Before the first step there is nothing to show.
        #expect(try step("stepBack") == ["FLIP 18"])
        #expect(try client.value("step") == "1")
    }

    @Test("reverse continue goes back to the last breakpoint, and then to the first step")
    func reverse() throws {
        var client = try Conversation.flip()
        try client.begin(stopping: [["line": 22]])
        let first = try client.value("step")
        try client.move("continue")
        try client.move("stepIn")
        #expect(try client.move("reverseContinue")["reason"] == "breakpoint")
        #expect(try client.move("reverseContinue")["reason"] == "breakpoint")
        #expect(try client.value("step") == first)
        #expect(try client.move("reverseContinue")["description"] == "Paused at the start")
        #expect(try client.value("step") == "1")
    }

    @Test("the end stops a run and tells what it gave; who goes on ends the session")
    func end() throws {
        var client = try Conversation.flip()
        try client.begin()
        #expect(client.events.last?["body"]["reason"] == "end")
        #expect(client.output == ["bbbb"])
        #expect(try client.frames() == ["FLIP, returned 19"])
        #expect(try client.variables(client.scope("Scratchpad")).contains("word[0..4] = b b b b ."))
        try client.move("stepBack")
        #expect(try client.frames() == ["FLIP 16"])
        try client.move("next")
        #expect(client.output.count == 2)
        try client.body("next", ["threadId": 1])
        #expect(client.events.suffix(2).map { $0["event"] } == ["exited", "terminated"])
        #expect(client.events.dropLast().last?["body"]["exitCode"] == 0)
    }

    @Test("a run without debugging goes to its end and ends the session")
    func undebugged() throws {
        var client = try Conversation.flip()
        try client.begin(stopping: [["line": 22]], ["task": "t", "noDebug": true])
        #expect(client.events.suffix(2).map { $0["event"] } == ["exited", "terminated"])
        #expect(client.output == ["bbbb"])
    }

    @Test("a run that does not halt is told, and is no success")
    func endless() throws {
        let trial = try Trial.addition()
        var client = Conversation(try Session(trial.problem, predictor: RunawayPredictor(), stepLimit: 500))
        try client.begin(["task": "t", "noDebug": true])
        #expect(client.output == ["the run did not halt within 500 steps"])
        #expect(client.events.dropLast().last?["body"]["exitCode"] == 1)
    }

    @Test("a run that goes on can be paused, and nothing is shown until then")
    func pause() throws {
        let trial = try Trial.addition()
        var client = Conversation(try Session(trial.problem, predictor: RunawayPredictor(), stepLimit: 100_000))
        try client.begin(["task": "t", "stopOnEntry": true])
        try client.body("continue", ["threadId": 1])
        client.advance()
        #expect(client.isBusy)
        for command in ["stackTrace", "next", "evaluate", "setVariable"] {
            #expect(try client.refusal(command, ["threadId": 1]) == "the run is moving; pause it first")
        }
        try client.body("pause", ["threadId": 1])
        #expect(try client.rest()["reason"] == "pause")
        #expect(try !client.frames().isEmpty)
    }

    @Test("a run that is paused before its first step stands at it")
    func earlyPause() throws {
        var client = try Conversation.flip()
        try client.body("initialize", ["adapterID": "npi"])
        try client.body("launch", ["task": "t"])
        try client.body("configurationDone")
        try client.body("pause", ["threadId": 1])
        #expect(try client.rest()["reason"] == "pause")
        #expect(try client.frames() == ["FLIP 18"])
    }

    @Test("a client goes to a step at which a line is carried out, and to where a frame began")
    func goto() throws {
        var client = try Conversation.flip()
        try client.begin(stopping: [["line": 19, "hitCondition": "2"]])
        let targets =
            try client.body("gotoTargets", ["source": Conversation.source, "line": 22])["targets"].array ?? []
        #expect(targets.map { $0["label"] } == ["step 7, the next time", "step 2, the last time"])
        #expect(try client.move("goto", ["threadId": 1, "targetId": targets[0]["id"]])["reason"] == "goto")
        #expect(try client.frames() == ["CHANGE 22", "FLIP 18"])
        #expect(try client.move("restartFrame", ["frameId": 1])["reason"] == "restart")
        #expect(try client.frames() == ["FLIP 18"])
    }

    @Test("restart opens the run again, with the breakpoints that are there")
    func restart() throws {
        var client = try Conversation.flip()
        try client.begin(stopping: [["line": 22]])
        try client.move("continue")
        #expect(try client.value("step") == "7")
        #expect(try client.move("restart")["reason"] == "breakpoint")
        #expect(try client.value("step") == "2")
    }

    @Test("a recording that breaks off is told, and stops there")
    func cut() throws {
        let whole = lines(try Trial.addition().recorded())
        let part = Array(whole.prefix(12).joined(separator: "\n").utf8) + [10]
        var client = Conversation(try Session(replaying: Recording(bytes: part)))
        try client.begin(["recording": "sum.npitrace"])
        #expect(client.events.last?["body"]["reason"] == "end")
        #expect(client.output == ["the recording breaks off here"])
        #expect(try client.frames().count > 1)
    }

    @Test("a recording is shown as it was, both ways, without a network")
    func recording() throws {
        let recording = try Recording(bytes: Trial.addition().recorded())
        var client = Conversation(try Session(replaying: recording))
        try client.begin(["recording": "sum.npitrace", "stopOnEntry": true])
        #expect(try client.frames() == ["ADD 27"])
        try client.move("continue")
        #expect(client.output == ["221 (correct)"])
        try client.move("stepBack")
        #expect(try client.frames() == ["ADD 25"])
    }
}
