import Debugger
import TerminalKit

/// One line of the prediction.
enum PredictionLine {
    /// What comes next, and whether the expert would do the same.
    case headline(StyledText, Bool = false)
    /// A name, its probability and a bar of it.
    case bar(PredictionBar)
    /// Something said in words.
    case text(StyledText)
    /// What was right, with a tick.
    case good(String)
    /// What was wrong, with a cross.
    case wrong(StyledText)
    case blank

    /// Whether it is what the expert would do while the network does not.
    var isRight: Bool { if case .bar(let bar) = self { bar.isRight } else { false } }

    /// What was wrong, in as many lines as it needs.
    static func wrong(_ text: StyledText, width: Int) -> [PredictionLine] {
        text.wrapped(to: max(width - 4, 1)).enumerated().map { $0 == 0 ? .wrong($1) : .text($1) }
    }

    func draw(on canvas: inout Canvas) {
        let row = canvas.bounds.inset(left: 1, right: 1)
        switch self {
        case .headline(let text, let isRight):
            let tick = isRight ? StyledText(" \(canvas.glyphs.right)", .good) : ""
            canvas.write(
                StyledText("\(canvas.glyphs.current) ", Style(.position)) + text + tick, in: row)
        case .bar(let bar): bar.draw(on: &canvas, in: row)
        case .text(let text): canvas.write(text, in: row.inset(left: 2))
        case .good(let text): canvas.write(StyledText("\(canvas.glyphs.right) \(text)", .good), in: row)
        case .wrong(let text): canvas.write(StyledText("\(canvas.glyphs.wrong) ", .mistake) + text, in: row)
        case .blank: break
        }
    }
}

/// A name, its probability, and a bar of it.
struct PredictionBar {
    var name: StyledText
    var probability: Probability
    var style: StyleName = .bar
    /// Whether the network chose it.
    var isChosen = false
    /// Whether it is what the expert would do while the network does not.
    var isRight = false
    /// Whether there is a bar; without one the name may be longer.
    var hasBar = true

    private static let nameWidth = 10

    private static let numberWidth = 6

    func draw(on canvas: inout Canvas, in row: Rect) {
        let glyphs = canvas.glyphs
        if isRight {
            canvas.put(glyphs.right, at: row.origin, style: .good)
        } else if isChosen {
            canvas.put(glyphs.current, at: row.origin, style: Style(.position))
        }
        let (rest, number) = row.inset(left: 2).split(right: Self.numberWidth)
        canvas.write(StyledText(probability.text, isChosen ? .text : .dim), in: number, align: .right)
        guard hasBar else { return canvas.write(name, in: rest.inset(right: 1)) }
        let (label, bar) = rest.inset(right: 1).split(left: Self.nameWidth)
        canvas.write(name, in: label)
        // The thinnest of bars marks the zero of all of them.
        canvas.bar(max(probability.value, 0.0001), in: bar.inset(left: 1), style: Style(style))
    }
}
