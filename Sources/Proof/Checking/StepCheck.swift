import Foundation
import NPIKit

/// What a network says of one step, against what the programs do.
struct StepCheck {
    /// Whether it decides as the programs do.
    let isRight: Bool
    /// By how many logits the right decision is ahead of every other; below 0 where another is ahead.
    let margin: Float

    /// - Parameter act: The row of ACT in the program memory.
    init(_ prediction: Prediction, _ expected: Decision, act: ProgramID) {
        isRight = prediction.decision == expected
        let end = logit(prediction.end)
        switch expected {
        case .end: margin = end
        case .call(let program, let arguments):
            margin = min(-end, prediction.margin(of: program, arguments))
        case .act(let arguments):
            margin = min(-end, prediction.margin(of: act, arguments))
        }
    }
}

/// The logit of a probability. One that cannot be told from 1 counts as the nearest that can.
private func logit(_ probability: Float) -> Float {
    log(probability) - log(max(1 - probability, Float.ulpOfOne / 2))
}

extension Prediction {
    /// How far ahead a program and its arguments are, the least of the four.
    fileprivate func margin(of program: ProgramID, _ arguments: Arguments) -> Float {
        var least = Self.margin(of: program.rawValue, in: programs[...])
        for index in 0..<Arguments.count {
            let start = index * Arguments.valueCount
            least = min(
                least, Self.margin(of: arguments[index], in: self.arguments[start..<start + Arguments.valueCount]))
        }
        return least
    }

    /// How far the probability at `index` is ahead of the others, as a difference of logits.
    private static func margin(of index: Int, in probabilities: ArraySlice<Float>) -> Float {
        var other: Float = 0
        for place in probabilities.indices where place - probabilities.startIndex != index {
            other = max(other, probabilities[place])
        }
        let tiny = Float.leastNormalMagnitude
        return log(max(probabilities[probabilities.startIndex + index], tiny)) - log(max(other, tiny))
    }
}
