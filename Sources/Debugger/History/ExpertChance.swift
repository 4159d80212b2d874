package import NPIKit

/// What the network thought of the expert's choice at a mistake: of the first of its decisions in which the two part, whether the
/// frame returns, which program it calls, or with which value of an argument.
package struct ExpertChance: Hashable, Sendable {
    /// The probability of the expert's choice there.
    package var probability: Probability
    /// Its rank among the alternatives, from 1.
    package var rank: Int

    /// Makes one.
    package init(probability: Probability, rank: Int) {
        self.probability = probability
        self.rank = rank
    }

    /// What `prediction` says of `right`, done otherwise as `found`; `act` is the program that stands for acting.
    init(of right: Decision, insteadOf found: Decision, in prediction: Prediction, act: ProgramID?) {
        switch (right, found) {
        case (.end, _): self.init(probability: Probability(prediction.end), rank: 2)
        case (_, .end): self.init(probability: Probability(1 - prediction.end), rank: 2)
        default:
            let (rightProgram, foundProgram) = (right.program(act: act), found.program(act: act))
            if rightProgram != foundProgram {
                self.init(of: rightProgram?.rawValue ?? 0, among: prediction.programs[...])
            } else {
                let index = right.parting(from: found) ?? 0
                let start = index * Arguments.valueCount
                self.init(
                    of: right.arguments[index], among: prediction.arguments[start..<start + Arguments.valueCount])
            }
        }
    }

    private init(of index: Int, among chances: ArraySlice<Float>) {
        let chance = chances[chances.startIndex + index]
        self.init(probability: Probability(chance), rank: 1 + chances.count { $0 > chance })
    }
}

extension Decision {
    /// The program that is called, `act` for an action; nil for a return.
    package func program(act: ProgramID?) -> ProgramID? {
        switch self {
        case .call(let program, _): program
        case .act: act
        case .end: nil
        }
    }

    /// The arguments of the call or the action; zeros for a return.
    package var arguments: Arguments {
        switch self {
        case .call(_, let arguments), .act(let arguments): arguments
        case .end: .none
        }
    }

    /// The first argument that differs from that of `other`; nil where none does.
    package func parting(from other: Decision) -> Int? {
        (0..<Arguments.count).first { arguments[$0] != other.arguments[$0] }
    }
}
