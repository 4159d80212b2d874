import Support
import TerminalKit
import TestSupport
import Testing

@Suite struct CanvasChangesTests {
    private let size = Size(30, 8)

    /// What a terminal shows that got `canvas` alone.
    private func fresh(_ canvas: Canvas) -> [[ANSITerminal.Cell]] {
        var terminal = ANSITerminal(size: canvas.bounds.size)
        for (y, row) in canvas.ansi().split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where y < canvas.bounds.height {
            terminal.show("\u{1B}[\(y + 1);1H" + row)
        }
        return terminal.cells.map { $0.map(\.seen) }
    }

    private func seen(_ terminal: ANSITerminal) -> [[ANSITerminal.Cell]] { terminal.cells.map { $0.map(\.seen) } }

    private func scribble(on canvas: inout Canvas, _ random: inout SeededGenerator) {
        let texts = ["", "a", "carry 1", "     ", "███▌", "│", "日本", "e\u{301}", "WRITE OUT 1"]
        let styles: [Style] = [
            .text, .dim, .mistake, Style(.text, on: .selected), Style(.key, attributes: .reverse),
            Style(foreground: 3, background: 9), Style(.position, attributes: [.underline, .italic]),
        ]
        for _ in 0..<Int.random(in: 0..<9, using: &random) {
            let point = Point(
                Int.random(in: -2..<size.width, using: &random), Int.random(in: 0..<size.height, using: &random))
            let style = styles.randomElement(using: &random) ?? .text
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                let width = Int.random(in: 1..<30, using: &random)
                canvas.fill(Rect(origin: point, size: Size(width, 2)), style: style)
            default: canvas.write(texts.randomElement(using: &random) ?? "", at: point, style: style)
            }
        }
    }

    @Test(arguments: [true, false]) func aTerminalThatGetsTheChangesShowsEachCanvas(canErase: Bool) {
        var random = SeededGenerator(seed: 7)
        var canvas = Canvas(size: size)
        var changes = CanvasChanges(theme: .dark, canErase: canErase)
        var terminal = ANSITerminal(size: size)
        for _ in 0..<400 {
            scribble(on: &canvas, &random)
            terminal.show(changes.text(for: canvas))
            #expect(seen(terminal) == fresh(canvas))
            #expect(terminal.isAtRest)
        }
        #expect(terminal.unknown == [])
    }

    @Test func whatLooksTheSameIsNotSent() {
        var canvas = Canvas(size: size)
        canvas.write("ADD1", at: Point(3, 2), style: .program)
        var changes = CanvasChanges(theme: .dark)
        #expect(changes.text(for: canvas).hasPrefix("\u{1B}[2J"))
        #expect(changes.text(for: canvas) == "")
        canvas.fill(Rect(10, 3, 5, 1), style: .mistake)
        #expect(changes.text(for: canvas) == "", "blanks have no colour")
    }

    @Test func aChangedGlyphTakesItsPlaceAndItsColours() {
        var canvas = Canvas(size: size)
        canvas.write("ADD1", at: Point(3, 2), style: .program)
        var changes = CanvasChanges(theme: .dark)
        _ = changes.text(for: canvas)
        canvas.write("ADD2", at: Point(3, 2), style: .program)
        #expect(changes.text(for: canvas) == "\u{1B}[3;7H\u{1B}[1;38;5;117m2\u{1B}[m")
        canvas.fill(canvas.bounds)
        #expect(changes.text(for: canvas) == "\u{1B}[3;4H\u{1B}[K")
    }

    @Test func aTerminalOfAnotherSizeIsClearedFirst() {
        var changes = CanvasChanges(theme: .dark)
        _ = changes.text(for: Canvas(size: size))
        #expect(changes.text(for: Canvas(size: Size(9, 2))) == "\u{1B}[2J")
    }

    @Test func attributesThatTheTerminalHasNotAreLeftOut() {
        var canvas = Canvas(size: Size(2, 1))
        canvas.put("a", at: .zero, style: Style(foreground: 1, attributes: [.italic, .underline]))
        var changes = CanvasChanges(theme: .dark, attributes: [.bold, .underline])
        #expect(changes.text(for: canvas) == "\u{1B}[2J\u{1B}[1;1H\u{1B}[4;31ma\u{1B}[m")
    }
}
