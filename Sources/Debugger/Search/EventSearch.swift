import NPIKit
import Scratchpads

/// Looks for a text in the known events of a session: in the names of programs and actions, and in the narration.
///
///     var search = EventSearch("carry 1", .forward, in: session)
///     while search.advance(budget: 10_000) == .running {}
///
/// It has a copy of the session as it was, so the session may move, grow or branch meanwhile.
public struct EventSearch: Sendable {
    /// What became of one share of the work.
    public enum Progress: Hashable, Sendable {
        /// The budget is used up; go on.
        case running
        /// The event with this number has the text; it is the latest one at the position of the same number.
        case found(Int)
        /// No event has it.
        case notFound
    }

    private let session: Session
    private let pattern: TextPattern
    private let direction: Motion.Direction
    private var line: WorldLine
    /// The next event to look at.
    private var number: Int
    /// The nearest event whose name has the text: names are quick, so they are looked through first.
    private let named: Int?

    /// Begins at the session's position, which is not looked at itself.
    ///
    /// - Parameter text: What to look for, in any letter case; an empty text is found nowhere.
    public init(_ text: String, _ direction: Motion.Direction, in session: Session) {
        self.session = session
        self.direction = direction
        pattern = TextPattern(text)
        line = session.line
        number = direction == .forward ? session.position + 1 : session.position - 1
        named = pattern.isEmpty ? nil : Self.nearestName(pattern, direction, from: number, in: session)
    }

    /// Carries the search on over up to `budget` events.
    public mutating func advance(budget: Int) -> Progress {
        let step = direction == .forward ? 1 : -1
        for _ in 0..<max(budget, 1) {
            guard !pattern.isEmpty, number >= 1, number <= session.log.count else { return .notFound }
            if number == named || isNarrated(number) { return .found(number) }
            number += step
        }
        return .running
    }

    private mutating func isNarrated(_ number: Int) -> Bool {
        line.move(to: number - 1, in: session.log)
        guard let narration = session.narration(of: session.log[number], before: line.world) else { return false }
        return pattern.occurs(in: narration.text)
    }

    private static func nearestName(
        _ pattern: TextPattern, _ direction: Motion.Direction, from first: Int, in session: Session
    ) -> Int? {
        let log = session.log
        let hasProgram = session.library.names.map(pattern.occurs(in:))
        // By the action's code: unknown, no, yes.
        var hasAction = [Bool?](repeating: nil, count: 1 << 12)
        func hasName(_ number: Int) -> Bool {
            let event = log.events[number - 1]
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
        switch direction {
        case .forward: return first <= log.count ? (first...log.count).first(where: hasName) : nil
        case .backward: return first >= 1 ? (1...first).last(where: hasName) : nil
        }
    }
}
