import DebugAdapter
import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

/// A client that talks to an adapter, without pipes between them.
struct Conversation {
    private var adapter: Adapter
    private var seq = 0
    private var lastSeq = 0
    /// The events that were told, output apart.
    private(set) var events: [JSON] = []
    /// The lines that were told.
    private(set) var output: [String] = []

    /// A client whose launches open `session`, the task's file being at `path`.
    init(_ session: Session, at path: String? = nil) {
        adapter = Adapter { _ in OpenedRun(session, sourcePath: path) }
    }

    /// A client of an adapter that opens runs by `open`.
    init(opening open: @escaping RunOpener) {
        adapter = Adapter(opening: open)
    }

    /// Whether the run is moving.
    var isBusy: Bool { adapter.isBusy }
    /// Whether the adapter has said farewell.
    var isDone: Bool { adapter.isDone }

    /// Sends bytes as a message, and returns what was answered, events apart.
    mutating func send(_ text: String) -> [JSON] { sort(adapter.receive(Array(text.utf8))) }

    /// Asks, and returns the response.
    @discardableResult
    mutating func ask(_ command: String, _ arguments: JSON = [:]) throws -> JSON {
        seq += 1
        let request: JSON = [
            "seq": JSON(seq), "type": "request", "command": .string(command), "arguments": arguments,
        ]
        let responses = send(request.text)
        let response = try #require(responses.first)
        #expect(responses.count == 1 && response["request_seq"] == JSON(seq))
        #expect(response["command"].string == command)
        return response
    }

    /// Asks for what must succeed, and returns the body.
    @discardableResult
    mutating func body(_ command: String, _ arguments: JSON = [:]) throws -> JSON {
        let response = try ask(command, arguments)
        #expect(response["success"] == true, "\(response)")
        return response["body"]
    }

    /// Asks for what must fail, and returns what is wrong.
    mutating func refusal(_ command: String, _ arguments: JSON = [:]) throws -> String {
        let response = try ask(command, arguments)
        #expect(response["success"] == false && !response["body"]["error"]["format"].isNull)
        return try #require(response["message"].string)
    }

    /// Carries on the run once.
    mutating func advance(budget: Int = 64) { _ = sort(adapter.advance(budget: budget)) }

    /// Waits until the run is at rest, and returns the last event's body.
    @discardableResult
    mutating func rest() throws -> JSON {
        while adapter.isBusy { advance() }
        return try #require(events.last)["body"]
    }

    /// Begins a session: the first stop is that of the first step, or of `lines`.
    mutating func begin(stopping lines: [JSON] = [], filters: [JSON] = [], _ launch: JSON = ["task": "t"]) throws {
        try body("initialize", ["adapterID": "npi", "supportsInvalidatedEvent": true])
        try body("launch", launch)
        if !lines.isEmpty { try body("setBreakpoints", ["source": Self.source, "breakpoints": .array(lines)]) }
        try body("setExceptionBreakpoints", ["filters": .array(filters)])
        try body("configurationDone")
        try rest()
    }

    /// The file of the tests' task.
    static let source: JSON = ["path": "/files/flip.task"]

    /// Moves, and returns the body of the event with which that ends.
    @discardableResult
    mutating func move(_ command: String, _ arguments: JSON = ["threadId": 1]) throws -> JSON {
        try body(command, arguments)
        return try rest()
    }

    /// The open frames as "CHANGE 22", the innermost first.
    mutating func frames() throws -> [String] {
        let frames = try body("stackTrace", ["threadId": 1])["stackFrames"].array ?? []
        return frames.map { "\($0["name"].string ?? "") \($0["line"].integer ?? -1)" }
    }

    /// What an expression is.
    mutating func value(_ expression: String) throws -> String? {
        try body("evaluate", ["expression": .string(expression)])["result"].string
    }

    /// The number of a scope of the frame with `index` frames within it.
    mutating func scope(_ name: String, of index: Int = 0) throws -> JSON {
        let frames = try body("stackTrace", ["threadId": 1])["stackFrames"].array ?? []
        let scopes = try body("scopes", ["frameId": frames[index]["id"]])["scopes"].array ?? []
        return try #require(scopes.first { $0["name"].string == name })["variablesReference"]
    }

    /// Variables as "name = value".
    mutating func variables(_ reference: JSON, _ more: KeyValuePairs<String, JSON?> = [:]) throws -> [String] {
        var arguments: [String: JSON] = ["variablesReference": reference]
        if case .object(let members) = JSON.members(more) { arguments.merge(members) { own, _ in own } }
        let variables = try body("variables", .object(arguments))["variables"].array ?? []
        return variables.map { "\($0["name"].string ?? "") = \($0["value"].string ?? "")" }
    }

    /// Takes events out of messages, which must be numbered one by one.
    private mutating func sort(_ messages: [JSON]) -> [JSON] {
        messages.filter { message in
            lastSeq += 1
            #expect(message["seq"] == JSON(lastSeq))
            guard message["type"] == "event" else { return true }
            if message["event"] == "output" {
                output.append(String((message["body"]["output"].string ?? "").dropLast()))
            } else {
                events.append(message)
            }
            return false
        }
    }
}

extension Conversation {
    /// A client of a run of flip.task on "abab", whose programs run by themselves.
    static func flip(_ word: String = "abab") throws -> Conversation {
        Conversation(
            try .programs(of: ExampleTask.task(ExampleTask.flip, named: "flip"), word), at: "/files/flip.task")
    }

    /// A client of an addition.
    static func addition(slips: [Int: Decision] = [:]) throws -> Conversation {
        Conversation(try Trial.addition(slips: slips).session())
    }
}
