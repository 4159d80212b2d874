import Support

extension Canvas {
    /// Writes the canvas as a picture that needs nothing but itself.
    ///
    /// Lines and blocks are drawn as shapes, so that they join in any font; words are stretched to their cells.
    package func writeSVG(to output: inout some TextOutputStream, theme: Theme = .dark, depth: ColorDepth = .palette) {
        Self.beginSVG(gridSize, theme, to: &output)
        for y in 0..<gridSize.height {
            for element in svgElements(row: y, theme: theme, depth: depth) { output.write(element) }
        }
        output.write("</svg>\n")
    }

    /// Writes the start of a picture of `size` cells, and its paper.
    package static func beginSVG(_ size: Size, _ theme: Theme, to output: inout some TextOutputStream) {
        let (width, height) = (size.width * SVG.cellWidth, size.height * SVG.cellHeight)
        let margin = SVG.cellWidth
        output.write(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width + 2 * margin)" height="\(height + 2 * margin)" \
            viewBox="\(-margin) \(-margin) \(width + 2 * margin) \(height + 2 * margin)" \
            font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="\(SVG.fontSize)">
            <rect x="\(-margin)" y="\(-margin)" width="100%" height="100%" rx="6" fill="\(theme.paper.hex)"/>

            """)
    }

    /// How large a cell of a picture is.
    package static var svgCellSize: Size { Size(SVG.cellWidth, SVG.cellHeight) }

    /// The elements of row `y` of a picture, one for each stretch that is painted alike; none overlaps another.
    package func svgElements(row y: Int, theme: Theme, depth: ColorDepth) -> [String] {
        runs(ofRow: y, theme, depth).map { run in
            var element = ""
            SVG.write(run, y, theme, to: &element)
            return element
        }
    }

    /// The canvas as a picture that needs nothing but itself.
    package func svg(theme: Theme = .dark, depth: ColorDepth = .palette) -> String {
        var text = ""
        writeSVG(to: &text, theme: theme, depth: depth)
        return text
    }
}

/// How cells become elements.
private enum SVG {
    static let cellWidth = 9
    static let cellHeight = 18
    static let fontSize = 15
    /// From the top of a cell to the line that letters stand on.
    static let baseline = 14

    static func write(_ run: CellRun, _ y: Int, _ theme: Theme, to output: inout some TextOutputStream) {
        var ink = run.paint.foreground?.rgb ?? theme.ink
        var paper = run.paint.background?.rgb ?? theme.paper
        if run.paint.attributes.contains(.reverse) { swap(&ink, &paper) }
        let (left, top) = (run.column * cellWidth, y * cellHeight)
        if paper != theme.paper {
            output.write(
                """
                <rect x="\(left)" y="\(top)" width="\(run.cells.count * cellWidth)" height="\(cellHeight)" \
                fill="\(paper.hex)"/>

                """)
        }
        let pieces = pieces(of: run, left, top, ink)
        guard !pieces.isEmpty else { return }
        output.write("<g fill=\"\(ink.hex)\"\(attributes(run.paint.attributes))>\(pieces)</g>\n")
    }

    private static func attributes(_ attributes: Attributes) -> String {
        var text = ""
        if attributes.contains(.bold) { text += " font-weight=\"bold\"" }
        if attributes.contains(.dim) { text += " opacity=\"0.6\"" }
        if attributes.contains(.italic) { text += " font-style=\"italic\"" }
        if attributes.contains(.underline) { text += " text-decoration=\"underline\"" }
        return text
    }

    private static func pieces(of run: CellRun, _ left: Int, _ top: Int, _ ink: RGB) -> String {
        var pieces = ""
        var word = ""
        var wordStart = 0
        func endWord() {
            guard !word.isEmpty else { return }
            pieces += text(word, x: left + wordStart * cellWidth, y: top + baseline, columns: word.count)
            word = ""
        }
        for (offset, cell) in run.cells.enumerated() {
            guard let scalar = cell.scalar else { continue }
            if scalar.isASCII, scalar != " ", cell.isPlain {
                if word.isEmpty { wordStart = offset }
                word.unicodeScalars.append(scalar)
                continue
            }
            endWord()
            let x = left + offset * cellWidth
            if scalar == " " { continue }
            if let shape = CellShape(scalar)?.element(x, top, cellWidth, cellHeight, ink.hex) {
                pieces += shape
            } else {
                let glyph = String(String.UnicodeScalarView(cell.scalars))
                pieces += text(glyph, x: x, y: top + baseline, columns: cell.width)
            }
        }
        endWord()
        return pieces
    }

    private static func text(_ text: String, x: Int, y: Int, columns: Int) -> String {
        """
        <text x="\(x)" y="\(y)" textLength="\(columns * cellWidth)" lengthAdjust="spacingAndGlyphs">\
        \(text.escapedAsMarkup)</text>
        """
    }
}
