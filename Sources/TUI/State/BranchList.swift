package import Debugger
import Scratchpads
import Support

/// What the list of branches shows: worked out before it is drawn.
package struct BranchLine: Hashable, Sendable {
    /// The number.
    package var id: Int
    /// What was changed.
    package var name: String
    /// How many steps there are, and what came out.
    package var result: String
    /// Whether it is the present one.
    package var isPresent: Bool
    /// Where it parts from the present one.
    package var parting: String
}

/// Where two branches part.
package struct BranchComparison: Hashable, Sendable {
    /// The number of the first event that differs.
    package var step: Int
    /// What the present branch does then.
    package var here: String
    /// What the other one does.
    package var there: String
}

extension BranchTree {
    /// Where the present branch, which has come to `session`, and `branch` part, and what each does there; nil where they do
    /// the same.
    func comparison(of session: Session, with branch: Branch) -> BranchComparison? {
        guard branch.id != current else { return nil }
        return session.parting(from: branch.session, after: commonStart(with: branch.id)).map { step in
            func eventDescription(_ session: Session) -> String {
                session.knownNext(at: step - 1).map { session.name(of: $0) } ?? "nothing more"
            }
            return BranchComparison(
                step: step, here: eventDescription(session), there: eventDescription(branch.session))
        }
    }

    /// The lines of the list, the present branch having come to `session`.
    package func lines(_ session: Session) -> [BranchLine] {
        all.map { branch in
            let isPresent = branch.id == current
            let shown = isPresent ? session : branch.session
            let output = shown.problem.output(of: shown.latestWorld).shortened
            let steps = "\(shown.log.count.grouped)\(shown.ending == nil ? "+" : "") steps"
            let comparison = comparison(of: session, with: branch)
            let parting = comparison.map { parting in
                let place = "parts at step \(parting.step.grouped)"
                return parting.here == parting.there
                    ? "\(place), where both do \(parting.here): a value differs"
                    : "\(place): here \(parting.here), there \(parting.there)"
            }
            return BranchLine(
                id: branch.id, name: branch.name,
                result: output.isEmpty || shown.ending == nil ? steps : "\(steps), \(output)",
                isPresent: isPresent,
                parting: isPresent ? "the present branch" : parting ?? "does the same as far as it is known")
        }
    }
}

extension String {
    fileprivate var shortened: String { count <= 16 ? self : "\(prefix(8))...\(suffix(5))" }
}
