import TerminalKit
import Testing

@Suite struct LineTests {
    @Test func panesThatShareAnEdgeMakeOneGrid() {
        var canvas = Canvas(size: Size(24, 7))
        canvas.box(canvas.bounds, title: "ADD 96 + 125", footer: StyledText("q", .key) + " quit")
        canvas.verticalLine(x: 17, from: 0, through: 6)
        canvas.horizontalLine(y: 3, from: 17, through: 23)
        #expect(
            canvas.lines == [
                "╭ ADD 96 + 125 ──┬─────╮",
                "│                │     │",
                "│                │     │",
                "│                ├─────┤",
                "│                │     │",
                "│                │     │",
                "╰ q quit ────────┴─────╯",
            ])
    }

    @Test func boxesMayOverlapAndHaveSquareCorners() {
        var canvas = Canvas(size: Size(9, 4))
        canvas.box(Rect(0, 0, 5, 4), shape: .square)
        canvas.box(Rect(4, 0, 5, 4), shape: .square)
        canvas.horizontalLine(y: 2, from: 0, through: 8, shape: .square)
        #expect(canvas.lines == ["┌───┬───┐", "│   │   │", "├───┼───┤", "└───┴───┘"])
    }

    @Test func withoutUnicodeLinesAreASCII() {
        var canvas = Canvas(size: Size(9, 4), glyphs: .ascii)
        canvas.box(Rect(0, 0, 9, 4), title: "Pad")
        canvas.verticalLine(x: 6, from: 0, through: 3)
        #expect(canvas.lines == ["+ Pad +-+", "|     | |", "|     | |", "+-----+-+"])
    }

    @Test func aTitleThatDoesNotFitIsShortened() {
        var canvas = Canvas(size: Size(12, 2))
        canvas.box(canvas.bounds, title: "A very long title", footer: "Fits")
        #expect(canvas.lines == ["╭ A very… ─╮", "╰ Fits ────╯"])
    }

    @Test func aBoxWithoutRoomIsNotDrawn() {
        var canvas = Canvas(size: Size(4, 2))
        canvas.box(Rect(0, 0, 1, 2))
        canvas.box(Rect(0, 0, 4, 1))
        #expect(canvas.lines == ["", ""])
        canvas.box(Rect(0, 0, 2, 2))
        #expect(canvas.lines == ["╭╮", "╰╯"])
    }
}
