import DebugAdapter
import Debugger
import Scratchpads
import Support
import TestSupport
import Testing

@Suite("Whatever a client sends is answered")
struct MessageTests {
    @Test("a message that is no JSON object is passed over, and told")
    func noObject() throws {
        let deep = String(repeating: "[", count: 100_000)
        for text in ["", "{", "[1]", "7", "null", "\"text\"", "{\"seq\":1e999}", deep] {
            var client = try Conversation.flip()
            #expect(client.send(text).isEmpty)
            #expect(client.output == ["a message is no JSON object, and was passed over"])
            try client.begin()
        }
    }

    @Test("what is no request needs no answer")
    func noRequest() throws {
        var client = try Conversation.flip()
        #expect(client.send("{\"type\":\"response\",\"request_seq\":1}").isEmpty)
        #expect(client.send("{\"seq\":1}").isEmpty)
        #expect(client.output.isEmpty)
    }

    @Test("a request that is not known, or comes too early, is refused with a line")
    func unknown() throws {
        var client = try Conversation.flip()
        #expect(client.send("{\"type\":\"request\"}").first?["success"] == false)
        for command in ["stackTrace", "next", "evaluate", "restart", "dataBreakpointInfo"] {
            #expect(try client.refusal(command).hasPrefix("nothing has been launched"))
        }
        #expect(try client.body("threads")["threads"].array?.count == 1)
        try client.begin(["task": "t", "stopOnEntry": true])
        #expect(try client.refusal("dance") == "there is no request \"dance\"")
        #expect(try client.refusal("launch", ["task": "t"]) == "a run is launched already; restart opens it again")
    }

    @Test(
        "what is launched must be told, and told rightly",
        arguments: [
            ([:], "launch what?"), (["task": 5], "task should be a text"),
            (["task": "t", "recording": "r"], "name a task"),
            (["task": "t", "program": "r"], "program is another word"),
            (["task": "t", "input": [true]], "input should be"),
            (["task": "t", "expert": "yes"], "expert should be true or false"),
            (["task": "t", "maxSteps": 0], "maxSteps"),
            (["recording": "r", "input": "1 2"], "a recording has its input"), ([1, 2], "launch what?"),
        ] as [(JSON, String)])
    func launch(arguments: JSON, words: String) throws {
        var client = try Conversation.flip()
        #expect(try client.refusal("launch", arguments).hasPrefix(words))
        try client.begin()
    }

    @Test("what a client asks for reaches who opens the run")
    func arguments() throws {
        var asked: [LaunchArguments] = []
        let session = try Trial.addition().session()
        var client = Conversation { arguments in
            asked.append(arguments)
            if arguments.task == "none" { throw Refusal("there is no task none") }
            return OpenedRun(session, notes: ["a note"])
        }
        #expect(try client.refusal("launch", ["task": "none"]) == "there is no task none")
        try client.begin([
            "program": "add", "input": ["96", 125], "model": "half-trained", "car": "x", "noCache": true, "maxSteps": 9,
            "cwd": "/files", "stopOnEntry": true, "name": "Run", "__sessionId": "1",
        ])
        let last = try #require(asked.last)
        #expect(last.task == "add" && last.input == ["96", "125"] && last.model == "half-trained")
        #expect(last.options == ["car": "x"] && last.noCache && last.maxSteps == 9 && last.folder == "/files")
        #expect(client.output == ["a note"])
        try client.move("restart", ["arguments": ["recording": "run.npitrace"]])
        #expect(asked.last?.recording == "run.npitrace")
    }

    @Test("numbers that stand for nothing are refused", arguments: [-1, 0, 3, 6, 1 << 20, 1 << 40, Int(Int32.max)])
    func references(number: Int) throws {
        var client = try Conversation.addition()
        try client.begin(["task": "t", "stopOnEntry": true])
        // The third scope of every number that a client may have been given lies in the first eight.
        if number != 3 { _ = try client.refusal("variables", ["variablesReference": JSON(number)]) }
        if number != Int(Int32.max) { _ = try client.refusal("scopes", ["frameId": JSON(number)]) }
        _ = try client.refusal("restartFrame", ["frameId": JSON(number)])
        if number <= 0 { _ = try client.refusal("goto", ["targetId": JSON(number)]) }
        #expect(try client.frames() == ["ADD 27"])
    }

    @Test("any request with any arguments is answered, and the session goes on", arguments: 0..<40)
    func anything(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var client = try Conversation.flip()
        try client.begin(["task": "t", "stopOnEntry": true])
        let values: [JSON] = [
            .null, true, 0, 1, 2, 9, 35, -7, JSON(Int(Int32.max)), .number(0.5), .number(1e300), "", "at", "word[0]",
            "x y",
            [], [1], [["line": 22]], [["name": "CHANGE"]], [["dataId": "at"]], ["mistake"], [:], Conversation.source,
        ]
        let names = [
            "source", "breakpoints", "lines", "filters", "line", "frameId", "variablesReference", "name", "value",
            "expression", "targetId", "startFrame", "levels", "start", "count", "column", "text", "filterOptions",
        ]
        for _ in 0..<60 {
            var arguments: [String: JSON] = [:]
            for name in names where Bool.random(using: &generator) {
                arguments[name] = values.randomElement(using: &generator)
            }
            let command = try #require(Self.commands.randomElement(using: &generator))
            _ = try client.ask(command, .object(arguments))
            while client.isBusy { client.advance() }
        }
        try client.body("threads")
    }

    static let commands = [
        "setBreakpoints", "setFunctionBreakpoints", "setExceptionBreakpoints", "setDataBreakpoints",
        "dataBreakpointInfo", "breakpointLocations", "continue", "next", "stepIn", "stepOut", "stepBack",
        "reverseContinue", "goto", "gotoTargets", "restartFrame", "pause", "stackTrace", "scopes", "variables",
        "evaluate", "completions", "setVariable", "setExpression", "exceptionInfo", "source", "loadedSources",
        "restart", "configurationDone", "cancel",
    ]

    @Test("a client that leaves is done with")
    func disconnect() throws {
        var client = try Conversation.flip()
        try client.begin(["task": "t", "stopOnEntry": true])
        try client.body("terminate")
        #expect(client.events.last?["event"] == "terminated" && !client.isDone)
        try client.body("disconnect")
        #expect(client.isDone)
    }
}
