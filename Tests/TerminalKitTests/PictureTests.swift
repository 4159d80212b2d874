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
        #expect(svg.contains(#"<rect x="72" y="18" width="4.5" height="18""#))
    }

    /// The elements of a row of `text`, without what is around them.
    private func elements(_ text: String) -> String {
        var canvas = Canvas(size: Size(12, 1))
        canvas.write(text, at: .zero)
        let looks = SVGLooks(ink: "ink", ground: nil, attributes: [])
        return canvas.svgElements(row: 0, at: 0) { _ in looks }.joined()
    }

    @Test("lines that touch are one, and blocks side by side too")
    func joined() {
        #expect(
            elements("├──┬╮").contains(
                #"<path d="M4.5 9h31.5M4.5 0v18M31.5 9v9M40.5 18Q40.5 9 36 9" fill="none" stroke="ink"/>"#))
        #expect(elements("── ──").contains(#"d="M0 9h18M27 9h18""#))
        #expect(elements("━━━").contains(#"<path d="M0 9h27" fill="none" stroke="ink" stroke-width="3"/>"#))
        let blocks = elements("██▌▄▄░░")
        #expect(blocks.components(separatedBy: "<rect").count == 4)
        #expect(blocks.contains(#"<rect x="0" y="0" width="22.5" height="18" shape-rendering"#))
        #expect(blocks.contains(#"<rect x="27" y="9" width="18" height="9" shape-rendering"#))
        #expect(blocks.contains(#"<rect x="45" y="0" width="18" height="18" fill-opacity="0.25""#))
    }

    @Test("a row's elements are the same wherever it stands, but for their place")
    func place() {
        let canvas = sample()
        let looks = { SVGLooks(Theme.dark.paint(for: $0), in: .dark) }
        #expect(canvas.svgElements(row: 1, at: 1, looks) == canvas.svgElements(row: 1, theme: .dark, depth: .palette))
        #expect(canvas.svgElements(row: 1, at: 0, looks).joined().contains(#"<text x="9" y="14""#))
    }

    @Test("light and dark themes give every style the same attributes, so that a page needs no drawing for each")
    func attributes() {
        for style in StyleName.allCases.map({ Style($0) }) {
            #expect(Theme.light.paint(for: style).attributes == Theme.dark.paint(for: style).attributes)
        }
    }

    @Test func anEmptyCanvasIsAPictureToo() {
        let canvas = Canvas(size: .zero)
        #expect(XMLParser(data: Data(canvas.svg().utf8)).parse())
        #expect(canvas.ansi() == "")
    }
}
