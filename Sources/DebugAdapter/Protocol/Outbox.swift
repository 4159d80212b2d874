/// What is to be sent, numbered in order.
struct Outbox: Sendable {
    private var seq = 0
    private var messages: [JSON] = []

    /// Takes out what is to be sent.
    mutating func takeAll() -> [JSON] {
        defer { messages = [] }
        return messages
    }

    /// Answers a request.
    mutating func respond(to request: Request, _ body: JSON? = nil) {
        send(
            "response",
            [
                "request_seq": JSON(request.seq), "command": .string(request.command), "success": true, "body": body,
            ])
    }

    /// Says why a request is not carried out.
    mutating func refuse(_ request: Request, _ reason: String) {
        // Braces would name variables of the format.
        let format = reason.map { $0 == "{" ? "(" : $0 == "}" ? ")" : $0 }
        send(
            "response",
            [
                "request_seq": JSON(request.seq), "command": .string(request.command), "success": false,
                "message": .string(reason),
                "body": ["error": ["id": 1, "format": .string(String(format)), "showUser": true]],
            ])
    }

    /// Tells an event.
    mutating func tell(_ event: String, _ body: JSON? = nil) {
        send("event", ["event": .string(event), "body": body])
    }

    /// Tells a line of output.
    mutating func say(_ line: String, _ category: OutputCategory = .console, at place: JSON = .null) {
        var body: [String: JSON] = ["category": .string(category.rawValue), "output": .string(line + "\n")]
        if case .object(let members) = place { body.merge(members) { own, _ in own } }
        tell("output", .object(body))
    }

    private mutating func send(_ type: String, _ members: KeyValuePairs<String, JSON?>) {
        guard case .object(var message) = JSON.members(members) else { return }
        seq += 1
        message["seq"] = JSON(seq)
        message["type"] = .string(type)
        messages.append(.object(message))
    }
}

/// How a client shows output.
enum OutputCategory: String {
    /// What the debugger says.
    case console
    /// What a user must not miss.
    case important
    /// What the run gives.
    case stdout
}
