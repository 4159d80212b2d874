/// Draws additions for training and evaluation.
///
/// The same generator in the same state draws the same problems.
package struct AdditionProblems: ProblemDraws {
    /// Two random numbers, the longer of exactly `length` digits, 1...100,000. About half of the time the other is
    /// shorter, by any number of digits: only such pairs show the network digits above blanks.
    package static func random(length: Int, using generator: inout some RandomNumberGenerator) -> Problem {
        Problem(drawn: Self().randomInput(length: length, using: &generator), of: .add)
    }

    /// The numbers of ``random(length:using:)``.
    func randomInput(length: Int, using generator: inout some RandomNumberGenerator) -> [String] {
        let isUnequal = length > 1 && Bool.random(using: &generator)
        let other = isUnequal ? Int.random(in: 1..<length, using: &generator) : length
        return input(
            number(length: length, using: &generator), number(length: other, using: &generator), using: &generator)
    }

    let validationParts = ValidationParts(
        training: [(5, 20), (20, 20), (100, 6), (1_000, 2)],
        full: [(1, 50), (5, 50), (20, 50), (100, 20), (1_000, 2)], quick: [(5, 10)])

    /// Two numbers, the longer of exactly `length` digits, 1...100,000, whose sum carries a 1 through every column: a row
    /// of nines and a digit of 1...9, or two numbers whose columns add up to nine but for the last.
    package static func carryChain(length: Int, using generator: inout some RandomNumberGenerator) -> Problem {
        Problem(drawn: Self().hardInput(length: length, using: &generator), of: .add)
    }

    /// The numbers of ``carryChain(length:using:)``.
    func hardInput(length: Int, using generator: inout some RandomNumberGenerator) -> [String] {
        let last = UInt8.random(in: 1...9, using: &generator)
        if Bool.random(using: &generator) {
            return input(Array(repeating: 9, count: length), [last], using: &generator)
        }
        let first = number(length: length - 1, using: &generator) + [10 - last]
        let second = first.dropLast().map { 9 - $0 } + [UInt8.random(in: last...9, using: &generator)]
        return input(first, second, using: &generator)
    }

    /// A number without leading zeros, but for "0" itself.
    private func number(length: Int, using generator: inout some RandomNumberGenerator) -> [UInt8] {
        (0..<length).map { index in
            UInt8.random(in: index == 0 && length > 1 ? 1...9 : 0...9, using: &generator)
        }
    }

    private func input(
        _ first: [UInt8], _ second: [UInt8], using generator: inout some RandomNumberGenerator
    ) -> [String] {
        let input = [first, second].map { digits in
            String(decoding: digits.map { UInt8(ascii: "0") + $0 }, as: UTF8.self)
        }
        return Bool.random(using: &generator) ? input : input.reversed()
    }
}
