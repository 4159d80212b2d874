package import NPIKit

/// The three kinds of events.
package enum EventKind: UInt8, Sendable {
    /// A frame was opened.
    case call
    /// The environment performed an action.
    case act
    /// A frame returned.
    case `return`
}

/// What the expert says of an event.
package enum Judgement: UInt8, Sendable {
    /// There is no expert, or nothing to judge: the call of the top program.
    case unknown
    /// The expert would have done the same.
    case agrees
    /// The expert would have done something else: a mistake.
    case differs
}

/// One event of a run with all that is known of it.
package struct EventRecord: Sendable {
    /// Its number, from 1: after it, the run is at the position of the same number.
    package let number: Int
    private let packed: PackedEvent

    init(number: Int, packed: PackedEvent) {
        self.number = number
        self.packed = packed
    }

    /// What happened.
    package var event: Event { packed.event }

    /// Which kind it is.
    package var kind: EventKind { packed.kind }

    /// The program that was called or that returned; nil for an action.
    package var program: ProgramID? {
        packed.kind == .act ? nil : ProgramID(rawValue: Int(packed.program))
    }

    /// The arguments of the call or the action; zeros for a return.
    package var arguments: Arguments { packed.arguments }

    /// What the action changed; ``Effect/none`` for calls and returns.
    package var effect: Effect { packed.kind == .act ? packed.effect : .none }

    /// The number of the call of the frame that decided this: the caller's for a call, its own for a return. 0 for the
    /// call of the top program, which nothing decided.
    package var frame: Int { Int(packed.frame) }

    /// How many calls and actions that frame had made before.
    package var step: Int { Int(packed.step) }

    /// How many frames lie below the event's own; a call belongs to the frame that it opens, so the top program's is 0.
    package var depth: Int { Int(packed.depth) }

    /// The number of a call's return; nil while it is open or unknown, and for other kinds.
    package var returnNumber: Int? {
        packed.kind == .call && packed.returnNumber != 0 ? packed.returnNumber : nil
    }

    /// What the network said before; nil where it was not asked, as for the first event.
    package var prediction: PredictionSummary? { packed.hasPrediction ? packed.prediction : nil }

    /// Whether the expert would have done the same.
    package var judgement: Judgement { packed.judgement }

    /// Whether a person chose it in the network's stead.
    package var isForced: Bool { packed.isForced }

    /// What the deciding frame decided; nil for the first event, which none did.
    package var decision: Decision? {
        guard number > 1 else { return nil }
        switch event {
        case .call(let program, let arguments): return .call(program, arguments)
        case .act(let arguments, _): return .act(arguments)
        case .return: return .end
        }
    }
}
