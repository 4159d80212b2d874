import DebugAdapter
import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("A client looks at a run")
struct ViewTests {
    @Test("a frame has the scratchpad, what is seen, the next step's probabilities, and its arguments")
    func scopes() throws {
        var client = try Conversation.addition()
        try client.begin(["task": "t", "stopOnEntry": true])
        try client.move("stepIn")
        #expect(try client.frames() == ["ADD1 35", "ADD 27"])
        #expect(
            try client.variables(client.scope("Seen")) == ["INP1 = 6", "INP2 = 5", "CARRY = blank", "OUT = blank"])
        let next = try client.variables(client.scope("Next step"))
        #expect(next.prefix(3) == ["decision = WRITE OUT 1", "expert = the same", "confidence = 0.998"])
        #expect(next.contains("return = <0.001") && next.contains("ACT = 0.998"))
        #expect(try client.variables(client.scope("This call", of: 1)).first == "decision = ADD1")
        #expect(
            try client.variables(client.scope("Frame", of: 1)) == [
                "arg1 = 0", "arg2 = 0", "arg3 = 0", "made = 1 call", "called at step = 1", "depth = 1",
            ])
    }

    @Test("expressions of the debugger are evaluated, and what is wrong with one is told")
    func evaluate() throws {
        var client = try Conversation.addition()
        try client.begin(["task": "t", "stopOnEntry": true])
        #expect(try client.value("depth + 1") == "2")
        #expect(try client.value("program") == "ADD")
        #expect(try client.value("carry") == "blank")
        #expect(try client.value("p(ADD1) > 0.9") == "yes")
        #expect(
            try client.refusal("evaluate", ["expression": "carri"]) == "there is no value carri; did you mean carry?")
        #expect(try client.refusal("evaluate") == "evaluate takes expression, a text")
        let completions = try client.body("completions", ["text": "depth > ca", "column": 11])["targets"].array ?? []
        #expect(completions.contains(["label": "carry", "length": 2]))
    }

    @Test("a value set in the variables pane is a what-if, from which the run goes on")
    func setVariable() throws {
        var client = try Conversation.flip()
        try client.begin(stopping: [["line": 22]])
        let pad = try client.body("variables", ["variablesReference": client.scope("Scratchpad")])["variables"].array
        let row = try #require(pad?.first { $0["indexedVariables"] == 5 })["variablesReference"]
        let answer = try client.body("setVariable", ["variablesReference": row, "name": "[1]", "value": "a"])
        #expect(answer["value"] == "a")
        #expect(client.events.last?["event"] == "invalidated")
        #expect(client.output == ["what if word[1] = a: the run goes on from step 2"])
        try client.move("continue")
        #expect(try client.value("at") == "1")
    }

    @Test("a value that cannot stand there is refused, and nothing is changed")
    func wrongValues() throws {
        var client = try Conversation.flip()
        try client.begin(stopping: [["line": 22]])
        let pad = try client.scope("Scratchpad")
        func refusal(_ name: String, _ value: String, in scope: JSON) throws -> String {
            try client.refusal(
                "setVariable", ["variablesReference": scope, "name": .string(name), "value": .string(value)])
        }
        #expect(try refusal("at", "99", in: pad) == "at goes from 0 to 4, not to 99")
        #expect(try refusal("at", "", in: pad).hasPrefix("name what to change and its new value"))
        #expect(try refusal("nothing", "1", in: pad).hasPrefix("nothing is called nothing"))
        #expect(try refusal("word[0..4]", "a", in: pad) == "word[0..4] is a row; name a cell of it, such as word[0]")
        #expect(try refusal("AT", "b", in: client.scope("Seen")).hasSuffix("only those can change"))
        #expect(try client.value("step") == "2" && client.value("at") == "0")
        #expect(try client.body("setExpression", ["expression": "word[0]", "value": "b"])["value"] == "b")
    }

    @Test("a recording cannot be changed, which is told")
    func replay() throws {
        var client = Conversation(try Session(replaying: Recording(bytes: Trial.addition().recorded())))
        try client.begin(["recording": "sum.npitrace", "stopOnEntry": true])
        let refusal = try client.refusal("setExpression", ["expression": "carry[0]", "value": "1"])
        #expect(refusal == "\(SessionError.noNetwork)")
    }

    @Test("deep stacks and long rows are told in parts")
    func parts() throws {
        let task = try ExampleTask.task(ExampleTask.deep, named: "deep")
        var client = Conversation(try .programs(of: task, String(repeating: "a", count: 5_000)))
        try client.begin(["task": "t", "stopOnEntry": true])
        try client.body("setFunctionBreakpoints", ["breakpoints": [["name": "at == 5000"]]])
        try client.move("continue")
        func stack(_ start: Int, _ levels: Int) throws -> [JSON] {
            let body = try client.body(
                "stackTrace", ["threadId": 1, "startFrame": JSON(start), "levels": JSON(levels)])
            #expect(body["totalFrames"] == 5_000)
            return body["stackFrames"].array ?? []
        }
        #expect(try stack(0, 3).count == 3)
        let outer = try stack(4_998, 50)
        #expect(outer.map { $0["id"] }.last == 1 && outer.count == 2)
        #expect(try stack(5_000, 5).isEmpty)
        #expect(try stack(1 << 40, 1 << 40).isEmpty)
        #expect(try stack(0, 0).count == 1_000)
        #expect(Set(try stack(0, 5_000).map { $0["id"] }).count == 5_000)

        let pad = try client.body("variables", ["variablesReference": client.scope("Scratchpad")])["variables"].array
        let row = try #require(pad?.first { $0["indexedVariables"] == 5_001 })
        #expect(row["value"].string?.hasSuffix(" ...") == true)
        let cells = try client.variables(row["variablesReference"], ["start": 4_999, "count": 10])
        #expect(cells == ["[4999] = a", "[5000] = blank"])
        #expect(try client.variables(row["variablesReference"], ["filter": "named"]).isEmpty)
        let all = try client.variables(row["variablesReference"])
        #expect(all.count == 1_001 && all.last == "... = 4,001 more: ask for word[5000]")
        #expect(try client.variables(row["variablesReference"], ["start": JSON(1 << 40), "count": 3]).isEmpty)
    }

    @Test("what is shown is the same whether or not it is looked at")
    func looking() throws {
        var (watched, other) = (try Conversation.addition(), try Conversation.addition())
        for index in 0..<2 {
            var client = index == 0 ? watched : other
            try client.begin(["task": "t", "stopOnEntry": true])
            for _ in 0..<20 {
                try client.move("stepIn")
                guard index == 0 else { continue }
                for scope in ["Scratchpad", "Seen", "Next step", "Frame"] {
                    _ = try client.variables(client.scope(scope))
                }
            }
            if index == 0 { watched = client } else { other = client }
        }
        #expect(try watched.frames() == other.frames())
        #expect(try watched.variables(watched.scope("Scratchpad")) == other.variables(other.scope("Scratchpad")))
    }

    @Test("the text of a task that is shipped is asked for; another's is read by its path")
    func source() throws {
        var client = try Conversation.addition()
        try client.begin(["task": "add", "stopOnEntry": true])
        let frames = try client.body("stackTrace", ["threadId": 1])["stackFrames"].array
        let source = try #require(frames?.first)["source"]
        #expect(source["name"] == "add.task" && source["path"].isNull)
        let text = try client.body("source", ["source": source, "sourceReference": source["sourceReference"]])[
            "content"]
        #expect(text.string == Problem.taskText(of: "add"))
        #expect(try client.body("loadedSources")["sources"] == [source])
        #expect(try client.refusal("source", ["sourceReference": 7]) == "the file that runs here is add.task")

        var own = try Conversation.flip()
        try own.begin(["task": "t", "stopOnEntry": true])
        #expect(try own.body("loadedSources")["sources"] == [["name": "flip.task", "path": "/files/flip.task"]])
    }

    @Test(
        "a file of the client's with the very text of a shipped task is shown in its place, one with another text is refused"
    )
    func adopted() throws {
        let text = Problem.taskText(of: "add") ?? ""
        for (path, isSame) in [("/mine/add.task", true), ("/other/add.task", false)] {
            let session = try Trial.addition().session()
            var client = Conversation { _ in
                OpenedRun(session) { $0 == "/mine/add.task" ? text : $0 == "/other/add.task" ? text + "\n" : nil }
            }
            try client.begin(["task": "add", "stopOnEntry": true])
            let points = try client.body("setBreakpoints", ["source": ["path": .string(path)], "lines": [35]])[
                "breakpoints"]
            #expect(points.array?.first?["verified"] == .bool(isSame))
            let frames = try client.body("stackTrace", ["threadId": 1])["stackFrames"].array ?? []
            #expect(frames.first?["source"]["path"].string == (isSame ? path : nil))
        }
    }

    @Test("a task without a file has frames without lines")
    func noFile() throws {
        let problem = try Problem(task: .car, input: ["saloon-1", "-60,45", "0,15"])
        var client = Conversation(try Session(problem, predictor: ExpertPredictor([.car])))
        try client.begin(["task": "car", "stopOnEntry": true])
        let frames = try client.body("stackTrace", ["threadId": 1])["stackFrames"].array ?? []
        #expect(frames.map { $0["line"] } == [0] && frames[0]["source"].isNull)
        let point = try client.body("setBreakpoints", ["source": ["name": "car.task"], "lines": [1]])["breakpoints"]
        #expect(point.array?.first?["message"] == "car has no file with lines")
        #expect(try client.refusal("source", ["sourceReference": 1]) == "car has no file")
        #expect(try client.move("stepIn")["reason"] == "step")
    }
}

extension Problem {
    /// The text of a shipped task.
    fileprivate static func taskText(of name: String) -> String? { TaskCatalog.task(named: name)?.source?.text }
}
