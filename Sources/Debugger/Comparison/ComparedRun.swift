package import NPIKit
import Scratchpads

/// One of two runs that are compared.
package struct ComparedRun: Sendable {
    /// What messages call it: its network's or its recording's name.
    package var name: String
    /// The run, known to its end.
    package var session: Session
    /// The network that made it; nil where only the recording is at hand.
    package var network: (any StepPredictor)?

    /// A run that is known to its end.
    package init(_ name: String, _ session: Session, network: (any StepPredictor)?) {
        self.name = name
        self.session = session
        self.network = network
    }

    /// The network along a run, which may be the other one; nil where it is not at hand, or cannot follow it.
    func path(along session: Session) -> ForcedPath? {
        network.flatMap { try? ForcedPath(session, predictor: $0) }
    }
}

/// A decision by names, so that it means the same to networks that number their programs differently.
package struct NamedDecision: Hashable, Sendable {
    /// Which kind it is.
    package var kind: EventKind
    /// The program that is called, ACT for an action; empty for a return.
    package var program: String
    /// The arguments; zeros for a return.
    package var arguments: Arguments

    /// Names the programs of `decision` as `library` does.
    package init(_ decision: Decision, in library: ProgramLibrary) {
        switch decision {
        case .call(let program, let arguments):
            self.init(kind: .call, program: library[program], arguments: arguments)
        case .act(let arguments): self.init(kind: .act, program: ProgramLibrary.act, arguments: arguments)
        case .end: self.init(kind: .return, program: "", arguments: .none)
        }
    }

    private init(kind: EventKind, program: String, arguments: Arguments) {
        self.kind = kind
        self.program = program
        self.arguments = arguments
    }
}

extension Session {
    /// What event `number` decided, by names.
    func namedDecision(at number: Int) -> NamedDecision {
        let record = log[number]
        return NamedDecision(record.decision ?? .call(program, record.arguments), in: library)
    }

    /// What a decision is called: a program, with its arguments if it has any, an action, or "return".
    func text(of decision: NamedDecision) -> String {
        switch decision.kind {
        case .act: return world.actionName(decision.arguments)
        case .return: return world.name(of: .end, in: library)
        case .call:
            let values = decision.arguments.values.map(String.init).joined(separator: " ")
            return decision.arguments == .none ? decision.program : "\(decision.program) (\(values))"
        }
    }
}
