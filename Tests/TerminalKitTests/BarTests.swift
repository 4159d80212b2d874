import TerminalKit
import Testing

@Suite struct BarTests {
    private func bar(_ fraction: Double, glyphs: Glyphs = .unicode) -> String {
        var canvas = Canvas(size: Size(4, 1), glyphs: glyphs)
        canvas.bar(fraction, in: canvas.bounds)
        return canvas.lines[0]
    }

    @Test func aBarIsExactToAnEighthOfACell() {
        #expect(bar(0.5) == "██")
        #expect(bar(0.53125) == "██▏")
        #expect(bar(0.71875) == "██▉")
        #expect(bar(1) == "████")
    }

    @Test func littleIsStillSeenAndNothingIsNot() {
        #expect(bar(0.000_01) == "▏")
        #expect(bar(0) == "")
    }

    @Test func impossibleFractionsAreCut() {
        #expect(bar(-1) == "")
        #expect(bar(.nan) == "")
        #expect(bar(7) == "████")
        #expect(bar(.infinity) == "████")
    }

    @Test func whatIsLeftCanBeShown() {
        var canvas = Canvas(size: Size(4, 1))
        canvas.bar(0.3, in: canvas.bounds, rest: Style(.barRest))
        #expect(canvas.lines == ["█▎░░"])
        #expect(canvas[Point(1, 0)]?.style == .bar)
        #expect(canvas[Point(2, 0)]?.style == Style(.barRest))
    }

    @Test func barsInASCIIStillTellPartsOfACell() {
        #expect(bar(0.5, glyphs: .ascii) == "##")
        #expect(bar(0.6, glyphs: .ascii) == "##-")
        #expect(bar(0.64, glyphs: .ascii) == "##=")
    }

    @Test func columnsGrowFromTheBottom() {
        var canvas = Canvas(size: Size(5, 2))
        for (x, fraction) in [0, 0.25, 0.5, 0.75, 1].enumerated() {
            canvas.column(fraction, in: Rect(x, 0, 1, 2))
        }
        #expect(canvas.lines == ["   ▄█", " ▄███"])
    }
}
