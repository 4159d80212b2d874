import DebugAdapter
import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("A client says where to stop")
struct BreakpointTests {
    /// The steps at which a run stops, again and again, before its end.
    private func stops(_ client: inout Conversation) throws -> [String] {
        var steps: [String] = []
        while client.events.last?["body"]["reason"] != "end" {
            steps.append(try client.value("step") ?? "")
            try client.move("continue")
        }
        return steps
    }

    @Test(
        "conditions and counts of hits say which matches stop the run",
        arguments: [
            (["line": 19], ["4", "5", "9", "10"]), (["line": 19, "condition": "at == 2"], ["9"]),
            (["line": 19, "hitCondition": "3"], ["9"]), (["line": 19, "hitCondition": "== 3"], ["9"]),
            (["line": 19, "hitCondition": "> 2"], ["9", "10"]),
            (["line": 19, "hitCondition": ">= 2"], ["5", "9", "10"]),
            (["line": 19, "hitCondition": ">=1"], ["4", "5", "9", "10"]),
            (["line": 19, "hitCondition": "%2"], ["5", "10"]),
            (["line": 19, "hitCondition": "every 2"], ["5", "10"]),
            (["line": 19, "condition": "at > 0", "hitCondition": "2"], ["9"]),
        ] as [(JSON, [String])])
    func choice(point: JSON, expected: [String]) throws {
        var client = try Conversation.flip()
        try client.begin(stopping: [point])
        #expect(try stops(&client) == expected)
    }

    @Test(
        "a breakpoint that cannot be set is answered in its place, with what is wrong",
        arguments: [
            (["line": 19, "condition": "at =="], "here should be a value such as at_at, not the end"),
            (["line": 99], "flip.task has the lines 1 to 2"),
            (["line": "x"], "a breakpoint takes line, a whole number"),
            (["line": 19, "hitCondition": "often"], "\"often\" counts no hits; write 3, > 3, >= 3 or % 3"),
            (["line": 19, "hitCondition": "< 3"], "\"< 3\" counts no hits; write 3, > 3, >= 3 or % 3"),
            (["line": 19, "logMessage": "at {nowhere}"], "{nowhere}: there is no value nowhere"),
        ] as [(JSON, String)])
    func wrong(point: JSON, words: String) throws {
        var client = try Conversation.flip()
        try client.begin(["task": "t", "stopOnEntry": true])
        let body = try client.body(
            "setBreakpoints", ["source": Conversation.source, "breakpoints": [["line": 22], point]])
        let points = try #require(body["breakpoints"].array)
        #expect(points.map { $0["verified"] } == [true, false])
        #expect(points[1]["message"].string?.hasPrefix(words) == true, "\(points[1])")
    }

    @Test("a line on which nothing happens stands for the next one, which is told")
    func moved() throws {
        var client = try Conversation.flip()
        try client.begin(["task": "t", "stopOnEntry": true])
        let body = try client.body("setBreakpoints", ["source": Conversation.source, "lines": [20]])
        let point = try #require(body["breakpoints"].array?.first)
        #expect(point["line"] == 21 && point["verified"] == true)
        #expect(point["message"] == "nothing happens on line 20; line 21 is where CHANGE begins")
        let lines = try client.body("breakpointLocations", ["source": Conversation.source, "line": 15, "endLine": 20])
        #expect(lines["breakpoints"] == [["line": 16], ["line": 18], ["line": 19]])
    }

    @Test("a client that counts lines from 0 is understood and answered so")
    func linesFromZero() throws {
        var client = try Conversation.flip()
        try client.body("initialize", ["adapterID": "npi", "linesStartAt1": false, "columnsStartAt1": false])
        try client.body("launch", ["task": "t"])
        try client.body("setBreakpoints", ["source": Conversation.source, "breakpoints": [["line": 21]]])
        try client.body("configurationDone")
        try client.rest()
        #expect(try client.frames() == ["CHANGE 21", "FLIP 17"])
    }

    @Test("what is set before the launch is told again once it is known whether it can be")
    func early() throws {
        var client = try Conversation.flip()
        try client.body("initialize", ["adapterID": "npi"])
        let early = try client.body("setBreakpoints", ["source": Conversation.source, "lines": [22, 99]])
        #expect(early["breakpoints"].array?.map { $0["verified"] } == [false, false])
        try client.body("configurationDone")
        #expect(!client.isBusy)
        try client.body("launch", ["task": "t"])
        let told = client.events.filter { $0["event"] == "breakpoint" }.map { $0["body"]["breakpoint"] }
        #expect(told.map { $0["verified"] } == [true, false])
        #expect(told.map { $0["id"] } == early["breakpoints"].array?.map { $0["id"] })
        #expect(try client.rest()["hitBreakpointIds"] == .array([told[0]["id"]]))
    }

    @Test("breakpoints of another file stop nothing, and take none away")
    func otherFile() throws {
        var client = try Conversation.flip()
        try client.begin(stopping: [["line": 22]])
        let body = try client.body("setBreakpoints", ["source": ["path": "/elsewhere/flip.task"], "lines": [18]])
        #expect(body["breakpoints"].array?.first?["message"] == "the file that runs here is /files/flip.task")
        try client.move("continue")
        #expect(try client.frames().first == "CHANGE 22")
        try client.body("setBreakpoints", ["source": Conversation.source, "breakpoints": []])
        #expect(try client.move("continue")["reason"] == "end")
    }

    @Test("function breakpoints take a program, or any other words of a breakpoint")
    func functions() throws {
        var client = try Conversation.flip()
        try client.begin(["task": "t", "stopOnEntry": true])
        let body = try client.body(
            "setFunctionBreakpoints", ["breakpoints": [["name": "CHANGE"], ["name": "act WRITE"], ["name": "CHANG"]]])
        #expect(body["breakpoints"].array?.map { $0["verified"] } == [true, true, false])
        #expect(body["breakpoints"].array?[0]["line"] == 21)
        #expect(body["breakpoints"].array?[2]["message"].string?.contains("did you mean CHANGE?") == true)
        #expect(try client.move("continue")["reason"] == "function breakpoint")
        #expect(try client.frames() == ["CHANGE 22", "FLIP 18"])
    }

    @Test("two breakpoints that are the same to the debugger go away one by one")
    func shared() throws {
        var client = try Conversation.flip()
        try client.begin(stopping: [["line": 21]])
        try client.body("setFunctionBreakpoints", ["breakpoints": [["name": "CHANGE"]]])
        #expect(try client.move("continue")["hitBreakpointIds"].array?.count == 2)
        try client.body("setFunctionBreakpoints", ["breakpoints": []])
        try client.move("reverseContinue")
        #expect(client.events.last?["body"]["reason"] == "breakpoint")
    }

    @Test("a log point prints where it matches and stops nothing, also where a run is stepped")
    func logs() throws {
        var client = try Conversation.flip()
        try client.begin(stopping: [["line": 19, "logMessage": "at {at}: {at_at}, {confidence}"], ["line": 22]])
        #expect(client.output.isEmpty)
        try client.move("stepOut")
        #expect(client.output == ["at 0: b, >0.999"])
        try client.move("stepIn")
        #expect(client.output.count == 2)
        try client.move("continue")
        try client.move("continue")
        #expect(
            client.output == [
                "at 0: b, >0.999", "at 1: b, >0.999", "at 2: b, >0.999", "at 3: b, >0.999", "bbbb",
            ])
    }

    @Test("who jumps to a step passes no log points, and a run without debugging prints none")
    func quiet() throws {
        var client = try Conversation.flip()
        try client.begin(stopping: [["line": 19, "logMessage": "at {at}"]], ["task": "t", "noDebug": true])
        #expect(client.output == ["bbbb"])
        client = try Conversation.flip()
        try client.begin(stopping: [["line": 22], ["line": 19, "logMessage": "at {at}"]])
        try client.move("goto", ["threadId": 1, "targetId": 9])
        #expect(client.output.isEmpty)
    }

    @Test("the filter for mistakes stops behind one, and says what would have been right")
    func mistake() throws {
        let slip = Decision.end
        var client = try Conversation.addition(slips: [3: slip])
        try client.begin(filters: ["mistake"])
        #expect(client.events.last?["body"]["reason"] == "exception")
        let info = try client.body("exceptionInfo", ["threadId": 1])
        #expect(info["exceptionId"] == "mistake")
        #expect(info["description"].string?.hasPrefix("returning is a mistake; right: ") == true)
        try client.move("stepBack")
        #expect(try client.variables(client.scope("Next step")).prefix(2) == ["decision = return", "expert = CARRY"])
        #expect(try client.refusal("exceptionInfo", ["threadId": 1]).hasPrefix("the run has not stopped at"))
    }

    @Test("the filter for low confidence takes a probability")
    func confidence() throws {
        var client = try Conversation.addition()
        try client.begin(["task": "t", "stopOnEntry": true])
        func set(_ condition: String) throws -> JSON? {
            let option: JSON = ["filterId": "low-confidence", "condition": .string(condition)]
            return try client.body("setExceptionBreakpoints", ["filters": [], "filterOptions": [option]])["breakpoints"]
                .array?.first
        }
        #expect(try set("2")?["message"].string?.hasPrefix("low-confidence takes a probability") == true)
        #expect(try set("0.9999")?["verified"] == true)
        #expect(try client.move("continue")["reason"] == "exception")
        #expect(try client.body("exceptionInfo", ["threadId": 1])["exceptionId"] == "low confidence")
    }

    @Test("a data breakpoint stops where a value changes, which a client knows by its variable or its name")
    func data() throws {
        var client = try Conversation.flip()
        try client.begin(["task": "t", "stopOnEntry": true])
        let row = try client.body("variables", ["variablesReference": client.scope("Scratchpad")])["variables"]
            .array?.first { $0["indexedVariables"] == 5 }
        let reference = try #require(row)["variablesReference"]
        let info = try client.body("dataBreakpointInfo", ["variablesReference": reference, "name": "[2]"])
        #expect(info["dataId"] == "word[2]" && info["accessTypes"] == ["write"])
        #expect(try client.body("dataBreakpointInfo", ["name": "nothing"])["dataId"].isNull)
        let wished: JSON = [["dataId": "word[2]"], ["dataId": "at", "condition": "at > 2"]]
        let points = try client.body("setDataBreakpoints", ["breakpoints": wished])["breakpoints"].array ?? []
        #expect(points.map { $0["verified"] } == [true, false])
        let stop = try client.move("continue")
        #expect(stop["reason"] == "data breakpoint" && stop["text"] == "word[2]: b, was a before")
        #expect(try client.move("continue")["reason"] == "end")
        #expect(try client.move("reverseContinue")["reason"] == "data breakpoint")
    }
}
