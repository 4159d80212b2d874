public import NPIKit

/// How a problem is put to a sequence-to-sequence network: the forms that Reed & de Freitas 2016 compare with.
///
/// For 90 + 160 = 250, with `.` for a blank and `$` for the end:
///
///     plain     reads  9 0 X 1 6 0 X          then emits  2 5 0 $
///     stacked   reads  0 9 . over 0 6 1       then emits  0 5 2 $
///     easy      reads  0 9 . . over 0 6 1 .   and emits   0 5 2 .   at once
public enum SequenceForm: String, CaseIterable, Hashable, Sendable {
    /// The values of an array, then the sorted array.
    case sorting
    /// Both numbers as they are written, one after the other, then the sum as it is written.
    case plain
    /// Both numbers from their last digits, side by side, then the sum from its last digit.
    case stacked
    /// The same, with one column more, each digit of the sum emitted as its column is read.
    case easy

    private static let separator: UInt8 = 10
    private static let blank: UInt8 = 10
    private static let end: UInt8 = 10

    /// What is read and emitted.
    ///
    /// - Parameter hiddenSize: H, the units of each layer (the paper: 256).
    public func shape(hiddenSize: Int = 256) -> SequenceShape {
        let channels =
            switch self {
            case .sorting: [10]
            case .plain: [11]
            case .stacked, .easy: [11, 11]
            }
        return SequenceShape(
            channels: channels, tokenCount: 11, timing: self == .easy ? .whileReading : .afterReading,
            hiddenSize: hiddenSize)
    }

    /// What is read and what is to be emitted for `problem`: an array to be sorted, or for the other forms an addition.
    public func example(of problem: Problem) -> SequenceExample {
        let inputs = problem.input.map(Self.digits)
        let output = Self.digits(problem.expectedOutput)
        switch self {
        case .sorting:
            return SequenceExample(source: inputs.flatMap { $0 }, target: output + [Self.end])
        case .plain:
            return SequenceExample(source: inputs.flatMap { $0 + [Self.separator] }, target: output + [Self.end])
        case .stacked:
            let columns = inputs.map(\.count).max() ?? 0
            return SequenceExample(
                source: Self.columns(inputs, count: columns), target: output.reversed() + [Self.end])
        case .easy:
            let columns = (inputs.map(\.count).max() ?? 0) + 1
            let blanks = Array(repeating: Self.blank, count: max(columns - output.count, 0))
            return SequenceExample(
                source: Self.columns(inputs, count: columns), target: output.reversed() + blanks)
        }
    }

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
