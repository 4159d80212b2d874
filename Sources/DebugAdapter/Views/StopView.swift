import Debugger
import Scratchpads

/// What a client is told where a run stops.
struct StopView {
    let session: Session
    let book: BreakpointBook

    /// The body of the event `stopped`.
    ///
    /// - Parameters:
    ///   - reason: Why the motion came to rest.
    ///   - word: The protocol's word for one that came where it was to go.
    func body(_ reason: StopReason, arrivingAs word: String) -> JSON {
        var (name, description, text, hits): (String, String?, String?, [StopPoint.ID]) = (word, nil, nil, [])
        switch reason {
        case .arrived: break
        case .breakpoint(let id):
            hits = [id] + session.otherHits.map(\.id)
            let kinds = Set(hits.flatMap { book.kinds(of: $0) })
            name =
                kinds.contains(.lines) ? "breakpoint" : kinds.contains(.functions) ? "function breakpoint" : "exception"
            description = session.latestHit.map { "Paused at \($0.text)" }
            text = name == "exception" ? exception?.text : nil
        case .watch(let id):
            (name, hits) = ("data breakpoint", [id])
            text = session.stopPoints[id].map { $0.change(session) }
            description = text.map { "Paused on \($0)" }
        case .mistake: (name, description, text) = ("exception", "Paused on a mistake", exception?.text)
        case .start: description = "Paused at the start"
        case .end(let ending): (name, description) = ("end", "Paused at the end: \(ending)")
        case .interrupted: (name, description) = ("pause", nil)
        }
        let ids = book.ids(of: hits).map { JSON($0) }
        return .members([
            "reason": .string(name), "threadId": JSON(Self.thread), "allThreadsStopped": true,
            "description": description.map { .string($0) }, "text": text.map { .string($0) },
            "hitBreakpointIds": ids.isEmpty ? nil : .array(ids),
        ])
    }

    /// The number of the only thread.
    static let thread = 1

    /// What is exceptional at the position: a mistake that has just been made, or low confidence in the next step.
    private var exception: (filter: ExceptionFilter, text: String)? {
        if session.position > 0, session.log[session.position].judgement == .differs {
            return (.mistake, session.latestNarration?.text ?? "the expert would not have done this")
        }
        guard let next = session.knownNext(at: session.position), let prediction = next.prediction else { return nil }
        let confidence = prediction.confidence(of: next.kind)
        return (.lowConfidence, "\(session.name(of: next)) is chosen with confidence \(confidence.text)")
    }

    /// The body of the response to `exceptionInfo`.
    ///
    /// - Throws: ``Refusal`` where there is nothing to tell.
    func exceptionInfo() throws(Refusal) -> JSON {
        guard let exception else { throw Refusal("nothing is exceptional at step \(session.position)") }
        return [
            "exceptionId": .string(exception.filter == .mistake ? "mistake" : "low confidence"),
            "description": .string(exception.text), "breakMode": "always",
            "details": ["message": .string(exception.text), "typeName": .string(exception.filter.rawValue)],
        ]
    }
}
