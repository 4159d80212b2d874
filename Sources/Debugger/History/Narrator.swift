import NPIKit
import Scratchpads

/// Tells the events of a run in plain words.
struct Narrator: Sendable {
    let library: ProgramLibrary
    /// The algorithm that knows the reasons; nil if the library lacks one of its programs.
    let expert: TaskExpert?

    /// The name of an event: a program's for a call, an action's such as "WRITE OUT 1", or "return".
    func name(of record: EventRecord, in world: AnyScratchpad) -> String {
        switch record.event {
        case .call(let program, let arguments): world.name(of: .call(program, arguments), in: library)
        case .act(let arguments, _): world.actionName(arguments)
        case .return: world.name(of: .end, in: library)
        }
    }

    /// Tells `record` of `log` in plain words, `before` being the world before it; nil for the call of the top program.
    func narration(of record: EventRecord, in log: EventLog, before: AnyScratchpad) -> Narration? {
        guard let expert, let decision = record.decision else { return nil }
        let frame = log[record.frame]
        guard let program = frame.program else { return nil }
        return expert.narrate(
            decision, program: program, arguments: frame.arguments, step: log.place(at: record.number - 1), in: before)
    }

    /// What the expert would do next at `position` of `log`, where the environment is `world`; nil without expert or open frame.
    func advice(at position: Int, of log: EventLog, in world: AnyScratchpad) -> Decision? {
        guard let expert, let frame = log.stack(at: position, limit: 1).first else { return nil }
        return expert.decide(program: frame.program, arguments: frame.arguments, step: frame.place, in: world)
    }
}
