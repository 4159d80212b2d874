/// A value or a condition that programs and narration ask of a ``TaskPad``.
///
/// Conditions are 1 or 0. A blank is nil; it counts as 0 in sums and comparisons of size, and equals only a blank.
indirect enum Formula: Hashable, Sendable {
    case constant(Int)
    case blank
    /// The symbol under a pointer.
    case symbol(pointer: Int)
    /// An argument of the frame.
    case argument(Int)
    case atStart(pointer: Int)
    case atEnd(pointer: Int)
    case samePlace(Int, Int)
    case isBlank(Formula)
    case not(Formula)
    case binary(Operator, Formula, Formula)
    /// A value with words that are said behind it where a sum is worked out.
    case labelled(Formula, String)

    // For a person alone: the network cannot see these.

    /// The symbol beside a pointer, so many places to the right.
    case beside(pointer: Int, offset: Int)
    /// Where a pointer stands, from 0 at the origin.
    case place(pointer: Int)
    /// How long an input is, or what a count is.
    case inputSize(Int)
    /// The symbol beside a pointer that the caller has named.
    case besidePassed(argument: Int, offset: Int)
    case isSorted(row: Int)
    /// Whether each symbol is less than the one before it, with blanks at the end alone.
    case isFalling(row: Int)
    case largest(row: Int)

    /// What it is now.
    func value(in pad: some ProgramContext, _ arguments: [Int]) -> Int? {
        switch self {
        case .constant(let number): return number
        case .blank: return nil
        case .symbol(let pointer): return pad.symbol(at: pointer)
        case .argument(let index): return index < arguments.count ? arguments[index] : 0
        case .atStart(let pointer): return pad.isAtStart(pointer) ? 1 : 0
        case .atEnd(let pointer): return pad.isAtEnd(pointer) ? 1 : 0
        case .samePlace(let one, let other): return pad.areAtOnePlace(one, other) ? 1 : 0
        case .isBlank(let inner): return inner.value(in: pad, arguments) == nil ? 1 : 0
        case .not(let inner): return inner.isTrue(in: pad, arguments) ? 0 : 1
        case .labelled(let inner, _): return inner.value(in: pad, arguments)
        case .binary(let operation, let left, let right):
            switch operation {
            case .and: return left.isTrue(in: pad, arguments) && right.isTrue(in: pad, arguments) ? 1 : 0
            case .or: return left.isTrue(in: pad, arguments) || right.isTrue(in: pad, arguments) ? 1 : 0
            default:
                if let seen = pad.comparison(self) { return seen ? 1 : 0 }
                return operation.value(left.value(in: pad, arguments), right.value(in: pad, arguments))
            }
        case .beside(let pointer, let offset): return pad.symbol(beside: pointer, offset)
        case .place(let pointer): return pad.place(of: pointer)
        case .inputSize(let input): return pad.size(ofInput: input)
        case .besidePassed(let argument, let offset):
            return argument < arguments.count ? pad.symbol(beside: arguments[argument], offset) : nil
        case .isSorted(let row): return pad.isSorted(row: row) ? 1 : 0
        case .isFalling(let row): return pad.isFalling(row: row) ? 1 : 0
        case .largest(let row): return pad.largestSymbol(in: row)
        }
    }

    /// Whether a condition holds now.
    func isTrue(in pad: some ProgramContext, _ arguments: [Int]) -> Bool { value(in: pad, arguments) == 1 }

    /// Whether it is a condition rather than a number.
    var isCondition: Bool {
        switch self {
        case .atStart, .atEnd, .samePlace, .isBlank, .not, .isSorted, .isFalling: true
        case .binary(let operation, _, _): operation.isCondition
        case .labelled(let inner, _): inner.isCondition
        default: false
        }
    }

    /// The parts of which it is made.
    var parts: [Formula] {
        switch self {
        case .isBlank(let inner), .not(let inner), .labelled(let inner, _): [inner]
        case .binary(_, let left, let right): [left, right]
        default: []
        }
    }

    /// The numbers that it can be; nil where that is not known.
    func range(symbolCounts: [Int]) -> ClosedRange<Int>? {
        switch self {
        case .constant(let number): return number...number
        case .symbol(let pointer): return 0...max(symbolCounts[pointer] - 1, 0)
        case .argument: return 0...9
        case .labelled(let inner, _): return inner.range(symbolCounts: symbolCounts)
        case .binary(let operation, let left, let right):
            guard let one = left.range(symbolCounts: symbolCounts), let other = right.range(symbolCounts: symbolCounts)
            else { return nil }
            return operation.range(one, other)
        default: return isCondition ? 0...1 : nil
        }
    }
}

extension Operator {
    /// Whether it makes a condition.
    var isCondition: Bool {
        switch self {
        case .and, .or, .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .plus, .minus, .times, .mod, .div: false
        }
    }

    /// Whether it takes conditions.
    var takesConditions: Bool { self == .and || self == .or }

    /// Applied to two values; nil for what cannot be computed.
    func value(_ left: Int?, _ right: Int?) -> Int? {
        let (one, other) = (left ?? 0, right ?? 0)
        func condition(_ isTrue: Bool) -> Int { isTrue ? 1 : 0 }
        func whole(_ result: (partialValue: Int, overflow: Bool)) -> Int? {
            result.overflow ? nil : result.partialValue
        }
        switch self {
        case .equal: return condition(left == right)
        case .unequal: return condition(left != right)
        case .less: return condition(one < other)
        case .lessOrEqual: return condition(one <= other)
        case .greater: return condition(one > other)
        case .greaterOrEqual: return condition(one >= other)
        case .plus: return whole(one.addingReportingOverflow(other))
        case .minus: return whole(one.subtractingReportingOverflow(other))
        case .times: return whole(one.multipliedReportingOverflow(by: other))
        case .mod:
            guard other != 0, other != .min else { return nil }
            let rest = one.remainderReportingOverflow(dividingBy: other).partialValue
            return rest < 0 ? rest + abs(other) : rest
        case .div:
            guard let quotient = whole(one.dividedReportingOverflow(by: other)), other != 0 else { return nil }
            // Rounded down, not toward zero.
            return (one < 0) != (other < 0) && quotient * other != one ? quotient - 1 : quotient
        case .and: return condition(one == 1 && other == 1)
        case .or: return condition(one == 1 || other == 1)
        }
    }

    fileprivate func range(_ one: ClosedRange<Int>, _ other: ClosedRange<Int>) -> ClosedRange<Int>? {
        switch self {
        case .plus:
            return
                (one.lowerBound &+ other.lowerBound)...max(
                    one.upperBound &+ other.upperBound, one.lowerBound &+ other.lowerBound)
        case .minus:
            return
                (one.lowerBound &- other.upperBound)...max(
                    one.upperBound &- other.lowerBound, one.lowerBound &- other.upperBound)
        case .mod where other.lowerBound == other.upperBound && other.lowerBound > 0: return 0...other.lowerBound - 1
        default: return isCondition ? 0...1 : nil
        }
    }
}
