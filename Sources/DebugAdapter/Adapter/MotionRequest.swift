import Debugger

/// A request that moves the run.
struct MotionRequest {
    /// How it moves.
    let motion: Motion
    /// The protocol's word for where it comes to rest.
    let word: String
    /// Whether it goes on toward the end.
    let isForward: Bool

    /// Reads a request; nil for one about something else.
    ///
    /// - Throws: ``Refusal`` where it names no frame or step.
    init?(_ request: Request, in session: Session) throws(Refusal) {
        switch request.command {
        case "continue": self.init(.run(.forward), isForward: true)
        case "next": self.init(.over(.forward), isForward: true)
        case "stepIn": self.init(.step(.forward), isForward: true)
        case "stepOut": self.init(.finish(.forward), isForward: true)
        case "reverseContinue": self.init(.run(.backward))
        case "stepBack":
            self.init(request.arguments["granularity"].string == "line" ? .over(.backward) : .step(.backward))
        case "restartFrame":
            let frame = try request.integer("frameId")
            guard ScopeView(session: session).isOpen(frame) else {
                throw Refusal("no frame \(frame) is open at step \(session.position)")
            }
            self.init(.go(to: frame), "restart")
        case "goto":
            let step = try request.integer("targetId")
            guard step > 0 else { throw Refusal("goto takes targetId, the number of a step from 1 on") }
            self.init(.go(to: step), "goto")
        default: return nil
        }
    }

    private init(_ motion: Motion, _ word: String = "step", isForward: Bool = false) {
        (self.motion, self.word, self.isForward) = (motion, word, isForward)
    }
}
