/// A number that follows from the input's lengths: how wide rows are, how far a counter counts.
indirect enum SizeFormula: Hashable, Sendable {
    case constant(Int)
    /// The length of an input, or the value of a count.
    case input(Int)
    /// The length of the longest input.
    case longest
    case binary(Operator, SizeFormula, SizeFormula)

    /// What it is for inputs of these sizes; nil where it is too large.
    func value(_ sizes: [Int]) -> Int? {
        switch self {
        case .constant(let number): return number
        case .input(let index): return sizes[index]
        case .longest: return sizes.max() ?? 0
        case .binary(let operation, let left, let right):
            guard let one = left.value(sizes), let other = right.value(sizes) else { return nil }
            return operation.value(one, other)
        }
    }
}
