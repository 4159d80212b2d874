import NPIKit
import Scratchpads

/// Looks for the first steps at which two runs of a problem differ, in shares, and as far as both are known by then: for a screen that
/// shows them side by side.
///
///     var search = DifferenceSearch(first, second)
///     while !search.advance(first, second, budget: 1_000) { show(search.count) }
///     search.decision  // 12
///
/// No network is asked: of the probabilities those are compared that a session keeps of each step, which are those that are shown.
/// ``RunComparison`` asks for the others.
package struct DifferenceSearch: Sendable {
    /// The number of the first event that differs, or that only one of the two has; nil where none has been found.
    package private(set) var decision: Int?
    /// The first step at which a probability differs, up to that one; nil where none has been found.
    package private(set) var probability: RunComparison.ProbabilityDifference?
    /// How many events have been found to be the same.
    package private(set) var count = 0

    private let identities: [RunIdentity]
    private let isSameLibrary: Bool

    /// Prepares to compare two runs from their first events.
    package init(_ first: Session, _ second: Session) {
        identities = [first.history.identity, second.history.identity]
        isSameLibrary = first.library == second.library
    }

    /// Whether it is about these two, neither having been changed by a person since it began.
    package func isCurrent(_ first: Session, _ second: Session) -> Bool {
        identities == [first.history.identity, second.history.identity]
    }

    /// Compares up to `budget` events more.
    ///
    /// - Returns: Whether all is found: false too where more events have to become known first.
    package mutating func advance(_ first: Session, _ second: Session, budget: Int) -> Bool {
        guard decision == nil else { return true }
        let (a, b) = (first.log, second.log)
        let common = min(a.count, b.count)
        let last = min(common, count + max(budget, 1))
        while count < last {
            let (left, right) = (a[count + 1], b[count + 1])
            if probability == nil, !(isSameLibrary && left.prediction == right.prediction),
                let most = first.probabilityDifference(from: second, at: count + 1)
            {
                probability = RunComparison.ProbabilityDifference(
                    event: count + 1, program: first.frameProgram(at: count + 1), what: most.what, first: most.first,
                    second: most.second)
            }
            let isSame =
                isSameLibrary
                ? left.decision == right.decision && left.kind == right.kind
                : first.namedDecision(at: count + 1) == second.namedDecision(at: count + 1)
            guard isSame else {
                decision = count + 1
                return true
            }
            count += 1
        }
        guard count == common else { return false }
        if a.count == b.count { return first.ending != nil && second.ending != nil }
        // One goes on where the other has ended.
        guard (a.count < b.count ? first : second).ending != nil else { return false }
        decision = count + 1
        return true
    }
}

extension Session {
    /// Whether the next events of both differ at their positions; nil where one of them is not known.
    package func nextDiffers(from other: Session) -> Bool? {
        guard knownNext(at: position) != nil, other.knownNext(at: other.position) != nil else { return nil }
        return namedDecision(at: position + 1) != other.namedDecision(at: other.position + 1)
    }

    /// In which probability of what a session keeps the next events of both differ most; nil where they differ in none that both know.
    package func nextProbabilityDifference(from other: Session) -> (what: String, first: Double, second: Double)? {
        guard position == other.position, knownNext(at: position) != nil, other.knownNext(at: position) != nil else {
            return nil
        }
        return probabilityDifference(from: other, at: position + 1)
    }

    /// The same at event `number`, which both have.
    fileprivate func probabilityDifference(
        from other: Session, at number: Int
    ) -> (what: String, first: Double, second: Double)? {
        let answers = [(self, log[number]), (other, other.log[number])].map { session, record in
            StepAnswer(recorded: record.prediction, in: session.library)
        }
        return answers[0].difference(from: answers[1], tolerance: RunComparison.tolerance)
    }
}
