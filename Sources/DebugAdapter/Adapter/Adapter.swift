import Debugger
import Scratchpads
import Support

/// The debugger as a server of the Debug Adapter Protocol: what it answers to each message of a client, and what it tells while a run
/// goes on. It reads and writes nothing itself.
///
///     var adapter = Adapter { arguments in try open(arguments) }
///     for message in adapter.receive(bytes) { send(message) }
///     while adapter.isBusy { for message in adapter.advance(budget: 256) { send(message) } }
///
/// A run stands at a position, as in the debugger: stepping in is one event, stepping over or out whole calls, and a step back one
/// event. Position 0, where nothing runs yet, is never shown. At the end a run stops, so that a client can go back; who goes on from
/// there ends the session.
package struct Adapter {
    private let open: RunOpener
    private var outbox = Outbox()
    private var client = Client()
    private var run: DebuggedRun?
    private var book = BreakpointBook()
    /// Whether the client has said where to stop.
    private var isConfigured = false
    /// Whether the client has taken its leave.
    package private(set) var isDone = false

    /// An adapter that opens runs by `open`.
    package init(opening open: @escaping RunOpener) {
        self.open = open
    }

    /// Whether a run is moving, so that ``advance(budget:)`` has something to do.
    package var isBusy: Bool { run?.isMoving ?? false }

    /// Takes a message of the client, and returns what is to be sent.
    package mutating func receive(_ bytes: [UInt8]) -> [JSON] {
        guard let message = JSON(parsing: bytes), case .object = message else {
            outbox.say("a message is no JSON object, and was passed over", .important)
            return outbox.takeAll()
        }
        // What answers a request of ours, or is of a kind that is not known, needs no answer.
        guard message["type"].string == "request" else { return [] }
        let request = Request(
            seq: message["seq"].integer ?? 0, command: message["command"].string ?? "", arguments: message["arguments"])
        do {
            try answer(request)
        } catch {
            // Mistakes in a file are told in a line each.
            outbox.refuse(request, "\(error)".split(separator: "\n").joined(separator: "; "))
        }
        return outbox.takeAll()
    }

    /// Carries on the run that is moving, and returns what is to be sent.
    ///
    /// - Parameter budget: How many evaluations of the network it may take.
    package mutating func advance(budget: Int) -> [JSON] {
        if case .stopped(let reason, let word)? = run?.advance(budget: budget, logging: book, for: client, to: &outbox)
        {
            run?.tellEnd(to: &outbox)
            if let run {
                if run.launch.isUndebugged {
                    tellExit(of: run)
                } else {
                    let body = StopView(session: run.session, book: book).body(reason, arrivingAs: word)
                    self.run?.isAtException = body["reason"] == "exception"
                    outbox.tell("stopped", body)
                }
            }
        }
        return outbox.takeAll()
    }

    private mutating func answer(_ request: Request) throws {
        switch request.command {
        case "initialize":
            client = Client(request.arguments)
            outbox.respond(to: request, Capabilities.body)
            outbox.tell("initialized")
        case "launch", "attach":
            guard run == nil else { throw Refusal("a run is launched already; restart opens it again") }
            try openRun(LaunchArguments(request), for: request)
        case "restart": try openRun(restarted(request), for: request)
        case "configurationDone":
            outbox.respond(to: request)
            isConfigured = true
            start()
        case "disconnect":
            run = nil
            isDone = true
            outbox.respond(to: request)
        case "terminate":
            run = nil
            outbox.respond(to: request)
            outbox.tell("terminated")
        case "threads":
            let name = run?.session.problem.title(width: 60) ?? "npi"
            outbox.respond(to: request, ["threads": [["id": JSON(StopView.thread), "name": .string(name)]]])
        case "pause":
            outbox.respond(to: request)
            run?.pause()
        case "cancel": outbox.respond(to: request)
        case "setVariable", "setExpression": try change(request)
        default: try answerOfRun(request)
        }
    }

    private mutating func answerOfRun(_ request: Request) throws {
        if let breakpoints = try BreakpointRequest(request, from: client) { return set(breakpoints, for: request) }
        guard let run else {
            throw Refusal("nothing has been launched that \(request.command.quotedShort) could be about")
        }
        if let motion = try MotionRequest(request, in: run.session) {
            try begin(motion, for: request)
        } else if let body = try Inspection(run: run, book: book, client: client).body(request) {
            outbox.respond(to: request, body)
        } else {
            throw Refusal("there is no request \(request.command.quotedShort)")
        }
    }

    // MARK: The life of a run

    private func restarted(_ request: Request) throws -> LaunchArguments {
        guard let run else { throw Refusal("nothing has been launched that could be restarted") }
        let given = request.arguments["arguments"]
        let isGiven = ["task", "recording", "program"].contains { !given[$0].isNull }
        guard isGiven else { return run.launch }
        return try LaunchArguments(Request(seq: request.seq, command: request.command, arguments: given))
    }

    private mutating func openRun(_ arguments: LaunchArguments, for request: Request) throws {
        let opened = try open(arguments)
        var run = DebuggedRun(opened, arguments)
        for source in book.sources { run.adopt(source) }
        let entries = book.setAll(in: &run.session, of: run.source)
        self.run = run
        outbox.respond(to: request)
        for note in opened.notes { outbox.say(note, .important) }
        for entry in entries {
            outbox.tell("breakpoint", ["reason": "changed", "breakpoint": entry.json(in: run.source, for: client)])
        }
        start()
    }

    /// Starts the run, once it has been launched and the client has said where to stop.
    private mutating func start() {
        guard isConfigured, let run, !run.isMoving, run.session.position == 0 else { return }
        let motion: Motion =
            run.launch.isUndebugged ? .toEnd : run.launch.stopsOnEntry ? .go(to: 1) : .run(.forward)
        self.run?.begin(motion, arrivingAs: "entry")
    }

    private mutating func tellExit(of run: DebuggedRun) {
        outbox.tell("exited", ["exitCode": run.session.ending == .halted ? 0 : 1])
        outbox.tell("terminated")
    }

    private mutating func begin(_ request: MotionRequest, for message: Request) throws {
        guard let run else { return }
        guard !run.isMoving else { throw Refusal("the run is moving; pause it first") }
        outbox.respond(to: message, message.command == "continue" ? ["allThreadsContinued": true] : nil)
        guard !(request.isForward && run.session.isAtEnd) else { return tellExit(of: run) }
        self.run?.begin(request.motion, arrivingAs: request.word)
    }

    // MARK: What a client changes

    private mutating func set(_ breakpoints: BreakpointRequest, for request: Request) {
        run?.adopt(breakpoints.group.source)
        let source = run?.source
        var session = run?.session
        let entries = book.replace(breakpoints.group, with: breakpoints.wishes, in: &session, of: source)
        if let session { run?.session = session }
        outbox.respond(to: request, ["breakpoints": .array(entries.map { $0.json(in: source, for: client) })])
    }

    /// Changes a value, from which the network runs on.
    private mutating func change(_ request: Request) throws {
        guard let present = run else { throw Refusal("nothing has been launched") }
        guard !present.isMoving else { throw Refusal("the run is moving; pause it first") }
        let name =
            try request.command == "setVariable"
            ? ValueView(session: present.session).name(request) : request.string("expression")
        let change = try run?.change(name, to: request.string("value"))
        guard let change else { return }
        outbox.respond(to: request, ["value": .string(change.value)])
        outbox.say(change.told)
        if client.takesInvalidated { outbox.tell("invalidated", ["areas": ["all"]]) }
    }
}
