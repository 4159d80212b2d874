import Foundation
import TerminalKit
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct PictureTests {
    private func sample() -> Canvas {
        var canvas = Canvas(size: Size(10, 3))
        canvas.box(canvas.bounds)
        canvas.write("a<b", at: Point(1, 1), style: .mistake)
        canvas.write("日", at: Point(5, 1))
        canvas.put("▌", at: Point(8, 1), style: .bar)
        return canvas
    }

    @Test func ansiTextCarriesTheColours() {
        var canvas = Canvas(size: Size(4, 1))
        canvas.write("a", at: .zero, style: .mistake)
        canvas.write("b", at: Point(1, 0), style: Style(foreground: 1, background: 9, attributes: .underline))
        #expect(
            canvas.ansi() == "\u{1B}[1;38;5;210ma\u{1B}[0m\u{1B}[4;31;101mb\u{1B}[0m\u{1B}[38;5;252m  \u{1B}[0m\n")
        #expect(canvas.ansi(depth: .monochrome) == "\u{1B}[1;7ma\u{1B}[0m\u{1B}[4mb\u{1B}[0m  \n")
    }

    @Test func svgIsWellFormedAndNeedsNothingElse() {
        for theme in Theme.all {
            let svg = sample().svg(theme: theme)
            #expect(XMLParser(data: Data(svg.utf8)).parse())
            #expect(!svg.contains("href"))
            #expect(svg.contains("fill=\"\(theme.paper.hex)\""))
        }
    }

    @Test func svgPlacesWordsInTheirCells() {
        let svg = sample().svg()
        #expect(svg.contains(#"<text x="9" y="32" textLength="27" lengthAdjust="spacingAndGlyphs">a&lt;b</text>"#))
        #expect(svg.contains(#"<text x="45" y="32" textLength="18" lengthAdjust="spacingAndGlyphs">日</text>"#))
        #expect(svg.contains(#"<rect x="72.0" y="18.0" width="4.5" height="18.0""#))
    }

    @Test func anEmptyCanvasIsAPictureToo() {
        let canvas = Canvas(size: .zero)
        #expect(XMLParser(data: Data(canvas.svg().utf8)).parse())
        #expect(canvas.ansi() == "")
    }
}
