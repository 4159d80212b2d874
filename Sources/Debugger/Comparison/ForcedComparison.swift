import Glibc
import NPIKit

/// Both networks along one of two runs, step by step: how likely each step was to either, and what the one that did not make
/// the run would have done instead.
///
///     var comparison = ForcedComparison(along: first, by: second)
///     while let step = comparison.next() { show(step) }
///     comparison.differences  // 3
///
/// Both go on as the run went, whatever they would have decided; so every step is compared in the same situation.
package struct ForcedComparison: Sendable, IteratorProtocol, Sequence {
    /// One step of the run.
    package struct Step: Hashable, Sendable {
        /// The number of the event.
        package var event: Int
        /// How many frames lie below the one that decides.
        package var depth: Int
        /// The program of the frame that decides.
        package var program: String
        /// What the run does.
        package var decision: String
        /// How likely it was to the network that made the run; nil where that is not known.
        package var own: Double?
        /// How likely it is to the other network.
        package var other: Double?
        /// What the other network would have done; nil where it would have done the same.
        package var choice: String?
    }

    /// How many steps have been compared.
    package private(set) var count = 0
    /// At how many of them the other network would have done something else.
    package private(set) var differences = 0
    /// The first of them.
    package private(set) var firstDifference: Step?
    /// The step at which the run was least like what the other network expects.
    package private(set) var leastLikely: Step?
    /// The logarithm of the probability of all steps together, to the network that made the run; nil where it is not known.
    package private(set) var ownLogarithm: Double? = 0
    /// The same to the other network.
    package private(set) var otherLogarithm: Double? = 0

    private let session: Session
    private var ownPath: ForcedPath?
    private var otherPath: ForcedPath
    private var number = 1

    /// Prepares to follow the run of `run`.
    ///
    /// - Returns: Nil where the other network is not at hand, or lacks a program of the run.
    package init?(along run: ComparedRun, by other: ComparedRun) {
        guard let path = other.path(along: run.session) else { return nil }
        session = run.session
        ownPath = run.path(along: run.session)
        otherPath = path
        _ = ownPath?.advance()
        _ = otherPath.advance()
    }

    /// Compares the next step; nil at the end. The first event, about which no network is asked, is none.
    package mutating func next() -> Step? {
        guard number < session.log.count else { return nil }
        number += 1
        let record = session.log[number]
        _ = ownPath?.advance()
        _ = otherPath.advance()
        // What was recorded is rounded, and adds up to another likelihood than what a network says.
        let own = StepAnswer(
            recorded: ownPath == nil ? record.prediction : nil, in: session.library, computed: ownPath?.prediction,
            by: ownPath?.library)
        let other = StepAnswer(
            recorded: nil, in: session.library, computed: otherPath.prediction, by: otherPath.library)
        let decision = session.namedDecision(at: number)
        let choice = NamedDecision(otherPath.prediction.decision, in: otherPath.library)
        let step = Step(
            event: number, depth: record.kind == .call ? record.depth - 1 : record.depth,
            program: session.frameProgram(at: number), decision: session.text(of: decision),
            own: own.probability(of: decision), other: other.probability(of: decision),
            choice: choice == decision ? nil : session.text(of: choice))
        count(step)
        return step
    }

    private mutating func count(_ step: Step) {
        count += 1
        if step.choice != nil {
            differences += 1
            firstDifference = firstDifference ?? step
        }
        if let other = step.other, other < leastLikely?.other ?? .infinity { leastLikely = step }
        ownLogarithm = Self.sum(ownLogarithm, step.own)
        otherLogarithm = Self.sum(otherLogarithm, step.other)
    }

    private static func sum(_ logarithm: Double?, _ chance: Double?) -> Double? {
        guard let logarithm, let chance else { return nil }
        return logarithm + log(Swift.max(chance, .leastNormalMagnitude))
    }
}
