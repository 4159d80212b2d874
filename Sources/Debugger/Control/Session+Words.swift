package import NPIKit
package import Scratchpads

extension Session {
    /// The name of an event: a program's for a call, an action's such as "WRITE OUT 1", or "return".
    package func name(of record: EventRecord) -> String {
        switch record.event {
        case .call(let program, let arguments): world.name(of: .call(program, arguments), in: library)
        case .act(let arguments, _): world.actionName(arguments)
        case .return: world.name(of: .end, in: library)
        }
    }

    /// The next event in plain words; nil if it is not known, or where there is nothing to tell: before the first event.
    package var nextNarration: Narration? {
        knownNext(at: position).flatMap { narration(of: $0, before: world) }
    }

    /// The latest event in plain words; nil at position 0 and for the call of the top program.
    package var latestNarration: Narration? {
        guard position > 0, expert != nil else { return nil }
        var before = line
        before.move(to: position - 1, in: log)
        return narration(of: log[position], before: before.world)
    }

    /// What the expert would do next; nil without expert or open frame.
    package var advice: Decision? {
        guard let expert, let frame = log.stack(at: position, limit: 1).first else { return nil }
        return expert.decide(program: frame.program, arguments: frame.arguments, step: frame.step, in: world)
    }

    /// Tells `record` in plain words, `before` being the world before it.
    package func narration(of record: EventRecord, before: AnyScratchpad) -> Narration? {
        guard let expert, let decision = record.decision else { return nil }
        let frame = log[record.frame]
        guard let program = frame.program else { return nil }
        return expert.narrate(
            decision, program: program, arguments: frame.arguments, step: record.step, in: before)
    }
}
