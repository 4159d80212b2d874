package import NPIKit

/// What a person asks of a position of a run, such as `carry == 1 and depth >= 2`.
///
/// Its value is a number; 1 and 0 stand for yes and no, and not-a-number for what is blank or not known, of which nothing
/// is true but that it is blank.
package indirect enum Expression: Hashable, Sendable {
    /// A number.
    case number(Double)
    /// What an empty cell holds.
    case blank
    /// A program, to compare with.
    case program(ProgramID)
    /// A single value of the environment, an index of its cells.
    case world(Int)
    /// A place of a row of the environment, an index of its cells.
    case cell(Int, Expression)
    /// Something of the run itself.
    case run(RunValue)
    /// Something of what the network says of the next event.
    case prediction(PredictionValue)
    /// How likely the network is to call a program next.
    case chance(ProgramID)
    /// The negative.
    case minus(Expression)
    /// Whether it is not so.
    case not(Expression)
    /// Two expressions joined.
    case binary(Operation, Expression, Expression)
    /// Whether the first lies between the others, both included.
    case within(Expression, Expression, Expression)

    /// What joins two expressions.
    package enum Operation: String, Hashable, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case equal = "=="
        case unequal = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case and
        case or
    }

    /// Something of the run itself at a position.
    package enum RunValue: String, CaseIterable, Hashable, Sendable {
        /// The position.
        case step
        /// How many frames are open.
        case depth
        /// The innermost frame's program.
        case program
        /// How many calls and actions that frame has made.
        case made
        /// The innermost frame's arguments.
        case arg1, arg2, arg3
    }

    /// Something of what the network says of the next event.
    package enum PredictionValue: String, CaseIterable, Hashable, Sendable {
        /// The probability that the frame returns.
        case end
        /// The likeliest program's probability.
        case top
        /// How confident the network is of the decision: see ``PredictionSummary/confidence(of:)``.
        case confidence
        /// The entropy of the programs' probabilities, in bits.
        case entropy
    }

    /// Whether it asks what the network says of the next event, which must then be known.
    var asksPrediction: Bool {
        contains {
            switch $0 {
            case .prediction, .chance: true
            default: false
            }
        }
    }

    /// Whether it asks for values of the environment.
    var asksWorld: Bool {
        contains {
            switch $0 {
            case .world, .cell: true
            default: false
            }
        }
    }

    /// Whether it is a program rather than a number.
    var isProgram: Bool {
        switch self {
        case .program, .run(.program): true
        default: false
        }
    }

    private func contains(_ predicate: (Expression) -> Bool) -> Bool {
        if predicate(self) { return true }
        return switch self {
        case .cell(_, let inner), .minus(let inner), .not(let inner): inner.contains(predicate)
        case .binary(_, let left, let right): left.contains(predicate) || right.contains(predicate)
        case .within(let value, let low, let high):
            value.contains(predicate) || low.contains(predicate) || high.contains(predicate)
        default: false
        }
    }
}
