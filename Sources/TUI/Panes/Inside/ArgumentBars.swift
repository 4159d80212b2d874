import Debugger
import NPIKit
import TerminalKit

/// The probabilities of all ten values of an argument.
struct ArgumentBars {
    let prediction: Prediction
    let index: Int
    /// The value that is taken; nil where the frame returns and takes none.
    let chosen: Int?
    /// What the chosen value stands for, where it has a name.
    var name: String?

    /// In one row: ten digits, each with a bar as far as there is room.
    func drawRow(on canvas: inout Canvas) {
        let width = min(canvas.bounds.width / Arguments.valueCount, 7)
        guard width > 1 else { return }
        for value in 0..<Arguments.valueCount {
            let x = value * width
            drawDigit(value, at: Point(x, 0), on: &canvas)
            if width > 3 {
                canvas.bar(share(value), in: Rect(x + 1, 0, width - 2, 1), style: style(value), rest: Style(.barRest))
            } else {
                canvas.column(share(value), in: Rect(x + 1, 0, 1, 1), style: style(value))
            }
        }
    }

    /// In ten rows below a title.
    func drawColumn(on canvas: inout Canvas) {
        canvas.write(StyledText("argument \(index + 1)\(meaning)", .dim), in: canvas.bounds.row(0))
        for value in 0..<Arguments.valueCount {
            let row = canvas.bounds.row(value + 1)
            drawDigit(value, at: row.origin, on: &canvas)
            let number = StyledText(share(value) < 0.0005 ? "" : Probability(Float(share(value))).text, style(value))
            canvas.write(number, in: row, align: .right)
            canvas.bar(share(value), in: row.inset(left: 2, right: 7), style: style(value), rest: Style(.barRest))
        }
    }

    /// What the chosen value stands for, such as ": 3 is OUT".
    private var meaning: String {
        guard let chosen, let name else { return "" }
        return ": \(chosen) is \(name)"
    }

    private func drawDigit(_ value: Int, at point: Point, on canvas: inout Canvas) {
        canvas.write("\(value)", at: point, style: value == chosen ? Style(.argument) : .dim)
    }

    private func share(_ value: Int) -> Double { Double(prediction.argument(index, is: value)) }

    private func style(_ value: Int) -> Style { Style(value == chosen ? .barBest : .bar) }
}
