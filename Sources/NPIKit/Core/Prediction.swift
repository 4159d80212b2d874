/// What the network says of a frame's next step, before it happens.
///
/// Reed & de Freitas 2016, eq. 1-4: the end probability `r`, a distribution over programs from the key's match with the
/// program memory, and one over the values of each argument.
public struct Prediction: Hashable, Sendable {
    /// The probability that the frame returns, `r`.
    public var end: Float
    /// The probability of each program, by row. Sums to 1.
    public var programs: [Float]
    /// The probability of each value of each argument: 3 x 10, row by row. Each row sums to 1.
    public var arguments: [Float]
    /// What follows from them: the return if `end` is at least 0.5, else the likeliest program with the likeliest
    /// arguments.
    public var decision: Decision

    /// A prediction of nothing, for `programCount` programs: a buffer to be written.
    public init(programCount: Int) {
        end = 0
        programs = Array(repeating: 0, count: programCount)
        arguments = Array(repeating: 0, count: Arguments.count * Arguments.valueCount)
        decision = .end
    }

    /// The probability that argument `index` is `value`.
    public func argument(_ index: Int, is value: Int) -> Float {
        arguments[index * Arguments.valueCount + value]
    }
}
