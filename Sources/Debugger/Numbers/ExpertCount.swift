import NPIKit
import Scratchpads

/// Counts the events that the expert needs for a problem, by running it, a few events at a time.
struct ExpertCount: Sendable {
    private let expert: TaskExpert
    private let limit: Int
    private var world: AnyScratchpad
    private var frames: [Frame]
    private var count = 1

    private struct Frame: Sendable {
        var program: ProgramID
        var arguments: Arguments
        var place = 0
    }

    /// Begins at the beginning of the problem of `session`; nil where there is no expert.
    init?(_ session: Session) {
        guard let expert = session.expert else { return nil }
        self.expert = expert
        limit = session.problem.defaultStepLimit
        world = session.problem.makeWorld()
        frames = [Frame(program: session.program, arguments: session.arguments)]
    }

    /// Whether it has halted, or was given up.
    var isDone: Bool { frames.isEmpty || count >= limit }

    /// How many events there are; nil until that is known.
    var result: Int? { frames.isEmpty ? count : nil }

    /// Makes up to `budget` events.
    mutating func advance(budget: Int) {
        var left = budget
        while left > 0, !isDone {
            left -= 1
            count += 1
            let frame = frames[frames.count - 1]
            let decision = expert.decide(
                program: frame.program, arguments: frame.arguments, step: frame.place, in: world)
            guard decision != .end else {
                frames.removeLast()
                continue
            }
            frames[frames.count - 1].place = expert.step(
                after: frame.place, program: frame.program, arguments: frame.arguments, in: world)
            switch decision {
            case .call(let program, let arguments): frames.append(Frame(program: program, arguments: arguments))
            case .act(let arguments): _ = world.perform(arguments)
            case .end: break
            }
        }
    }
}
