/// What `check` or `require` says of the inputs, found without the programs.
indirect enum CheckFormula: Hashable, Sendable {
    case constant(Int)
    case input(Int)
    case sign(Character)
    case binary(Operator, CheckFormula, CheckFormula)
    case not(CheckFormula)
    case function(Function, [CheckFormula])

    /// The functions by their names.
    enum Function: String, CaseIterable, Hashable, Sendable {
        case sorted, largest, smallest, reversed, length
        /// The sign `<`, `=` or `>` between two numbers.
        case compare
        case palindrome
        /// Whether brackets ( ) match.
        case balanced
        case quotient, remainder
        /// So many symbols, the last one first.
        case countdown

        /// How many values it takes.
        var inputCount: Int {
            switch self {
            case .compare, .quotient, .remainder: 2
            default: 1
            }
        }
    }

    /// What it is for these inputs; nil where it cannot be computed.
    func value(_ inputs: [TaskValue]) -> TaskValue? {
        switch self {
        case .constant(let number): return .number(number)
        case .input(let index): return inputs[index]
        case .sign(let sign): return .sign(sign)
        case .not(let inner): return inner.value(inputs).map { .truth(!$0.isTrue) }
        case .binary(let operation, let left, let right):
            guard let one = left.value(inputs), let other = right.value(inputs) else { return nil }
            return Self.value(operation, one, other)
        case .function(let function, let arguments):
            let values = arguments.compactMap { $0.value(inputs) }
            guard values.count == function.inputCount else { return nil }
            return Self.value(function, values)
        }
    }

    private static func value(_ operation: Operator, _ one: TaskValue, _ other: TaskValue) -> TaskValue? {
        switch operation {
        case .and: return .truth(one.isTrue && other.isTrue)
        case .or: return .truth(one.isTrue || other.isTrue)
        case .equal: return .truth(one.digits == nil ? one == other : one.digits == other.digits)
        case .unequal: return .truth(one.digits == nil ? one != other : one.digits != other.digits)
        default: break
        }
        guard let left = one.digits, let right = other.digits else { return nil }
        switch operation {
        case .plus: return .number(LongArithmetic.sum(left, right))
        case .minus: return LongArithmetic.difference(left, right).map(TaskValue.number)
        case .times: return .number(LongArithmetic.product(left, right))
        case .div: return LongArithmetic.division(left, by: right).map { .number($0.quotient) }
        case .mod: return LongArithmetic.division(left, by: right).map { .number($0.remainder) }
        case .less: return .truth(LongArithmetic.isLess(left, right))
        case .greater: return .truth(LongArithmetic.isLess(right, left))
        case .lessOrEqual: return .truth(!LongArithmetic.isLess(right, left))
        case .greaterOrEqual: return .truth(!LongArithmetic.isLess(left, right))
        case .and, .or, .equal, .unequal: return nil
        }
    }

    private static func value(_ function: Function, _ values: [TaskValue]) -> TaskValue? {
        switch function {
        case .sorted: return values[0].symbols.map { .symbols($0.sorted()) }
        case .largest: return values[0].symbols?.max().map { .number(Int($0)) }
        case .smallest: return values[0].symbols?.min().map { .number(Int($0)) }
        case .reversed: return values[0].symbols.map { .symbols($0.reversed()) }
        case .length: return values[0].symbols.map { .number($0.count) }
        case .countdown:
            let count = values[0].digits.map { $0.reversed().reduce(0) { min(10 * $0 + Int($1), 1_000) } }
            return count.map { .symbols(TaskPad.countdown($0)) }
        case .palindrome: return values[0].symbols.map { .truth($0.elementsEqual($0.reversed())) }
        case .balanced:
            guard let symbols = values[0].symbols else { return nil }
            var depth = 0
            for symbol in symbols {
                depth += symbol == 0 ? 1 : symbol == 1 ? -1 : 0
                if depth < 0 { return .truth(false) }
            }
            return .truth(depth == 0)
        case .compare:
            guard let left = values[0].digits, let right = values[1].digits else { return nil }
            return .sign(LongArithmetic.isLess(left, right) ? "<" : left == right ? "=" : ">")
        case .quotient, .remainder:
            guard let left = values[0].digits, let right = values[1].digits,
                let result = LongArithmetic.division(left, by: right)
            else { return nil }
            return .number(function == .quotient ? result.quotient : result.remainder)
        }
    }

    /// Whether it stays the same when symbols of the inputs change places.
    var ignoresOrder: Bool {
        if case .function(let function, _) = self { return [.sorted, .largest, .smallest, .length].contains(function) }
        return false
    }
}
