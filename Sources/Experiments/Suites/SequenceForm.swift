package import NPIKit
package import Scratchpads

/// How a problem is put to a sequence-to-sequence network: the forms that Reed & de Freitas 2016 compare with.
///
/// For 90 + 160 = 250, with `.` for a blank and `$` for the end:
///
///     plain     reads  9 0 X 1 6 0 X 2 5 0   and emits  . . . . . . 2 5 0 $
///
///     stacked   reads  0 9 . . . . .         and emits  . . . 2 5 0 $
///                      0 6 1 . . . .
///                      . . . . 2 5 0
///
///     easy      reads  0 9 . .               and emits  0 5 2 .
///                      0 6 1 .
///
/// The forms of addition are for one network of the layers of the NPI's core, which sees what stands in a column and emits
/// what stands there on the right. In the first two the sum is among what is read, a step late: each token depends on those
/// before.
package enum SequenceForm: String, CaseIterable, Hashable, Sendable {
    /// The values of an array, then the sorted array.
    case sorting
    /// Both numbers as they are written, one after the other, then the sum as it is written.
    case plain
    /// Both numbers from their last digits, side by side, then the sum as it is written: the column read last comes first.
    case stacked
    /// Both numbers in the same way with one column more, each digit of the sum emitted as its column is read.
    case easy

    private static let separator: UInt8 = 10
    private static let blank: UInt8 = 10
    private static let end: UInt8 = 10
    /// What is emitted while there is nothing to say yet.
    private static let nothing: UInt8 = 11

    /// What is read and emitted.
    ///
    /// - Parameter hiddenSize: H, the units of each layer (the paper: 256).
    package func shape(hiddenSize: Int = 256) -> SequenceShape {
        let channels =
            switch self {
            case .sorting: [10]
            case .plain: [11]
            case .stacked: [11, 11, 11]
            case .easy: [11, 11]
            }
        return SequenceShape(
            channels: channels, tokenCount: self == .plain || self == .stacked ? 12 : 11,
            timing: self == .sorting ? .afterReading : .whileReading, hiddenSize: hiddenSize)
    }

    /// What is read and what is to be emitted for `problem`: an array to be sorted, or for the other forms an addition.
    package func example(of problem: Problem) -> SequenceExample {
        let inputs = problem.input.map(Self.digits)
        let output = Self.digits(problem.expectedOutput)
        switch self {
        case .sorting:
            return SequenceExample(source: inputs.flatMap { $0 }, target: output + [Self.end])
        case .plain:
            let question = inputs.flatMap { $0 + [Self.separator] }
            return SequenceExample(
                source: question + output, target: Self.silence(question.count - 1) + output + [Self.end])
        case .stacked:
            let count = inputs.map(\.count).max() ?? 0
            let late = Array(repeating: Self.blank, count: count + 1) + output
            return SequenceExample(
                source: Self.columns(inputs + [late.reversed()], count: late.count),
                target: Self.silence(count) + output + [Self.end])
        case .easy:
            let columns = (inputs.map(\.count).max() ?? 0) + 1
            let blanks = Array(repeating: Self.blank, count: max(columns - output.count, 0))
            return SequenceExample(
                source: Self.columns(inputs, count: columns), target: output.reversed() + blanks)
        }
    }

    private static func silence(_ count: Int) -> [UInt8] { Array(repeating: nothing, count: count) }

    /// The digits of a text, whatever stands between them.
    private static func digits(_ text: String) -> [UInt8] {
        text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.map { $0 - UInt8(ascii: "0") }
    }

    /// Numbers side by side from their last digits, with blanks where there are none.
    private static func columns(_ numbers: [[UInt8]], count: Int) -> [UInt8] {
        (0..<count).flatMap { column in
            numbers.map { column < $0.count ? $0[$0.count - 1 - column] : blank }
        }
    }
}
