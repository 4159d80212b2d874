import Support
import TerminalKit
import TestSupport
import Testing

@Suite struct CanvasTests {
    @Test func whatIsPaintedOutsideIsCutOff() {
        var canvas = Canvas(size: Size(6, 3))
        canvas.write("abcdefgh", at: Point(-2, 0))
        canvas.write("xyz", at: Point(4, 1))
        canvas.write("lost", at: Point(0, 3))
        canvas.write("lost", at: Point(0, -1))
        canvas.fill(Rect(4, 2, 100, 100), with: "#")
        #expect(canvas.lines == ["cdefgh", "    xy", "    ##"])
    }

    @Test(arguments: [Size(0, 0), Size(0, 5), Size(5, 0), Size(1, 1), Size(2, 1), Size(-3, 7)])
    func everyWayOfPaintingWorksOnTheSmallestCanvases(size: Size) {
        var canvas = Canvas(size: size)
        for rect in [canvas.bounds, Rect(-5, -5, 20, 20), Rect(.max, .min, .max, .max), Rect(0, 0, -1, -1)] {
            canvas.box(rect, title: "title", footer: "footer")
            canvas.bar(0.5, in: rect, rest: .dim)
            canvas.column(0.5, in: rect)
            canvas.write("日本", in: rect, align: .right)
            canvas.writeWrapped("some words", in: rect)
            canvas.fill(rect, with: "日")
            canvas.restyle(rect) { $0.name = .mistake }
            canvas.within(rect) { $0.write("é日", at: Point(.max, .max)) }
        }
        canvas.horizontalLine(y: .max, from: .min, through: .max)
        canvas.verticalLine(x: 0, from: 5, through: 2)
        #expect(canvas.lines.count == max(0, size.height))
        #expect(canvas[Point(size.width, 0)] == nil)
    }

    @Test func aPanePaintsInItsOwnCoordinatesAndNotBeyondItsEdges() {
        var canvas = Canvas(size: Size(8, 4))
        canvas.within(Rect(2, 1, 4, 2)) { pane in
            pane.write("abcdef", at: .zero)
            pane.within(Rect(1, 1, 10, 10)) { inner in
                #expect(inner.bounds == Rect(0, 0, 10, 10))
                inner.write("123456", at: .zero)
                inner.write("no", at: Point(0, 1))
            }
        }
        #expect(canvas.lines == ["", "  abcd", "   123", ""])
        #expect(canvas.bounds == Rect(0, 0, 8, 4))
    }

    @Test func wideGlyphsTakeTwoCellsAndAreNeverCutInHalf() {
        var canvas = Canvas(size: Size(6, 1))
        canvas.write("日本語", at: .zero)
        #expect(canvas.lines == ["日本語"])
        canvas.put("x", at: Point(1, 0))
        #expect(canvas.lines == [" x本語"])
        canvas.put("x", at: Point(4, 0))
        #expect(canvas.lines == [" x本x"])
        canvas.write("日", at: Point(5, 0))
        #expect(canvas.lines == [" x本x"])
        canvas.write("日z", at: Point(-1, 0))
        #expect(canvas.lines == [" z本x"])
    }

    /// Paints anything anywhere; a right half must then still stand behind every wide glyph, and nowhere else.
    @Test func noPaintingLeavesHalfAGlyph() {
        var random = SeededGenerator(seed: 7)
        let texts = ["a", "日本語", "é\u{301}x", "😀", "\u{200D}", "\u{1B}[2J", "한글", "▀▀"]
        for _ in 0..<200 {
            var canvas = Canvas(size: Size(Int.random(in: 0...9, using: &random), 3))
            for _ in 0..<20 {
                let at = Point(.random(in: -3...10, using: &random), .random(in: -1...3, using: &random))
                let text = texts.randomElement(using: &random)!
                canvas.within(Rect(at.x, at.y, .random(in: 0...6, using: &random), 2)) { pane in
                    pane.write(text, at: Point(.random(in: -2...4, using: &random), 0))
                    if Bool.random(using: &random) { pane.fill(Rect(1, 0, 2, 1), with: "-") }
                }
            }
            for y in 0..<3 {
                let cells = Array(canvas.row(y))
                for (x, cell) in cells.enumerated() {
                    let needsRightHalf = cell.width == 2
                    #expect((x + 1 < cells.count && cells[x + 1].isRightHalf) == needsRightHalf, "\(canvas.lines)")
                }
                #expect(cells.first?.isRightHalf != true)
            }
        }
    }

    @Test func marksJoinTheirLettersAndControlsAreShownAsSuch() {
        var canvas = Canvas(size: Size(12, 1))
        let end = canvas.write("e\u{301}日\u{301}\u{1B}[a\u{202E}", at: .zero)
        #expect(end == 7)
        #expect(canvas.lines == ["e\u{301}日\u{301}\u{FFFD}[a\u{FFFD}"])
    }

    @Test(arguments: HostileText.numbers)
    func nothingThatDrivesATerminalIsEverInACell(kind: Int) {
        let hostile = HostileText.kinds[kind]
        for glyphs in [Glyphs.unicode, .ascii] {
            var canvas = Canvas(size: Size(40, 6), glyphs: glyphs)
            canvas.box(canvas.bounds, title: StyledText(hostile))
            let end = canvas.write("a\(hostile)b", at: Point(1, 1))
            #expect(end == 1 + "a\(hostile)b".columns)
            canvas.write(StyledText("a\(hostile)b"), in: Rect(1, 2, 30, 1), align: .right)
            canvas.writeWrapped("a\(hostile) b", in: Rect(1, 3, 8, 2))
            for scalar in hostile.unicodeScalars {
                canvas.put(scalar, at: Point(35, 1))
                canvas.fill(Rect(36, 1, 2, 1), with: scalar)
            }
            #expect(HostileText.found(in: canvas.lines.joined()) == [])
            #expect(canvas.lines.allSatisfy { !$0.contains("\n") })
            #expect(HostileText.found(in: canvas.svg().replacing("\n", with: "")) == [])
            #expect(HostileText.found(in: canvas.ansi().replacing("\u{1B}[", with: "")) == [])
        }
    }

    @Test func aStyleOnAnotherGroundKeepsTheText() {
        var canvas = Canvas(size: Size(4, 1))
        canvas.write("ADD1", at: .zero, style: .program)
        canvas.restyle(canvas.bounds.split(left: 2).left) { $0.ground = .selected }
        #expect(canvas.lines == ["ADD1"])
        #expect(canvas[.zero]?.style == Style(.program, on: .selected))
        #expect(canvas[Point(2, 0)]?.style == .program)
    }

    @Test func anotherSizeCutsOrFillsUp() {
        var canvas = Canvas(size: Size(5, 2))
        canvas.write("ab日c", at: .zero)
        canvas.write("12345", at: Point(0, 1))
        #expect(canvas.resized(to: Size(3, 1)).lines == ["ab"])
        #expect(canvas.resized(to: Size(7, 3)).lines == ["ab日c", "12345", ""])
        #expect(canvas.resized(to: Size(0, 4)).lines == ["", "", "", ""])
    }
}
