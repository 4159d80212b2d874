package import NPIKit

/// Why the network decides what it does at one step: what it would do had it seen something else.
///
/// One thing that is seen is replaced at a time, by everything else that could stand there. The frame's state is the real one, so
/// what the frame saw at its earlier steps stays as it was.
///
///     why.cells[0].matters      // whether INP1 decides anything here
///     why.smallestChange        // CARRY 1 in place of blank: WRITE OUT 2
package struct Why: Hashable, Sendable {
    /// The step.
    package let insight: Insight
    /// What is seen, and what would follow from something else.
    package let cells: [SeenCell]
    /// What would follow from a part of the image being covered; nil where there is none.
    package let occlusion: Occlusion?
    /// What the encoder says of the image, by the question; empty where it says nothing.
    package let readings: [ImageReading]
    /// How likely the network does what it does.
    package let probability: Float
    /// What the expert would do, by the network's programs; nil where there is none.
    package let right: Decision?
    /// How likely the network does that.
    package let rightProbability: Float

    /// What it does.
    package var decision: Decision { insight.prediction.decision }

    /// A single change that changes the decision.
    package struct Change: Hashable, Sendable {
        /// Which of the cells is changed.
        package let cell: SeenCell
        /// What stands there then, and what follows.
        package let option: SeenCell.Option
    }

    /// The smallest change of one cell that changes the decision, the nearest symbol where several do, and of these the one of
    /// which the network is most confident; nil if no single change does.
    package var smallestChange: Change? { smallest { $0.decision != decision } }

    /// Whether the network does something else than the expert.
    package var isMistake: Bool { right.map { $0 != decision } ?? false }

    /// At a mistake the smallest change of one cell that would bring what is right here; nil if no single change does.
    package var correction: Change? { isMistake ? smallest { $0.decision == right } : nil }

    private func smallest(_ isWanted: (SeenCell.Option) -> Bool) -> Change? {
        let changes = cells.flatMap { cell in cell.options.filter(isWanted).map { Change(cell: cell, option: $0) } }
        return changes.min { one, other in
            let (near, far) = (one.cell.distance(to: one.option), other.cell.distance(to: other.option))
            return near != far ? near < far : one.option.probability > other.option.probability
        }
    }

    /// Whether it is about what is to be seen in `session` as it is now.
    package func isCurrent(in session: Session) -> Bool { insight.isCurrent(in: session) }
}

extension Prediction {
    /// The probability that `decision` is taken, all its parts together: that the frame returns, or that it goes on, with this
    /// program and these arguments.
    ///
    /// - Parameter act: The program that stands for acting.
    func probability(of decision: Decision, act: ProgramID?) -> Float {
        guard let program = decision.program(act: act) else { return decision == .end ? end : 0 }
        return (0..<Arguments.count).reduce((1 - end) * programs[program.rawValue]) { product, index in
            product * argument(index, is: decision.arguments[index])
        }
    }
}
