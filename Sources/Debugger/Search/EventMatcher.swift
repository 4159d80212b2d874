import NPIKit
import Scratchpads

/// Tells which events of a session have a text in their names or their narration.
struct EventMatcher: Sendable {
    let session: Session
    let pattern: TextPattern
    private let hasProgram: [Bool]
    // By the action's code: unknown, no, yes.
    private var hasAction = [Bool?](repeating: nil, count: 1 << 12)
    private var line: StateHistory

    init(_ text: String, in session: Session) {
        self.session = session
        pattern = TextPattern(text)
        hasProgram = session.library.names.map(pattern.occurs(in:))
        line = session.history.states
    }

    /// Whether the program's or the action's name has it. Quick.
    mutating func hasName(_ number: Int) -> Bool {
        let event = session.log.events[number - 1]
        switch event.kind {
        case .call: return hasProgram[Int(event.program)]
        case .return: return false
        case .act:
            if let known = hasAction[event.actionCode] { return known }
            let has = pattern.occurs(in: session.world.actionName(event.arguments))
            hasAction[event.actionCode] = has
            return has
        }
    }

    /// Whether the event's narration has it. Slow where events are asked for out of order.
    mutating func isNarrated(_ number: Int) -> Bool {
        line.move(to: number - 1, in: session.log)
        guard let narration = session.narration(of: session.log[number], before: line.world) else { return false }
        return pattern.occurs(in: narration.text)
    }
}
