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
        svgElements(row: y, at: y) { style in
            SVGLooks(theme.paint(for: style, depth: depth), in: theme)
        }
    }

    /// The elements of row `y` of a picture as they are where the picture's row `place` is, one for each stretch with the same looks.
    package func svgElements(row y: Int, at place: Int, _ looks: (Style) -> SVGLooks) -> [String] {
        runs(ofRow: y, looks).map { run in
            var element = ""
            SVG.write(run, place, to: &element)
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

    static func write(_ run: CellRun<SVGLooks>, _ y: Int, to output: inout some TextOutputStream) {
        let (left, top) = (run.column * cellWidth, y * cellHeight)
        if let ground = run.looks.ground {
            output.write(
                """
                <rect x="\(left)" y="\(top)" width="\(run.cells.count * cellWidth)" height="\(cellHeight)" \
                fill="\(ground)"/>

                """)
        }
        let pieces = pieces(of: run, left, top)
        guard !pieces.isEmpty else { return }
        output.write("<g fill=\"\(run.looks.ink)\"\(attributes(run.looks.attributes))>\(pieces)</g>\n")
    }

    private static func attributes(_ attributes: Attributes) -> String {
        var text = ""
        if attributes.contains(.bold) { text += " font-weight=\"bold\"" }
        if attributes.contains(.dim) { text += " opacity=\"0.6\"" }
        if attributes.contains(.italic) { text += " font-style=\"italic\"" }
        if attributes.contains(.underline) { text += " text-decoration=\"underline\"" }
        return text
    }

    private static func pieces(of run: CellRun<SVGLooks>, _ left: Int, _ top: Int) -> String {
        var pieces = ""
        var drawing = CellDrawing(cellSize: Size(cellWidth, cellHeight))
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
            if let shape = CellShape(scalar) {
                drawing.add(shape, x, top)
            } else {
                let glyph = String(String.UnicodeScalarView(cell.scalars))
                pieces += text(glyph, x: x, y: top + baseline, columns: cell.width)
            }
        }
        endWord()
        return drawing.elements(run.looks.ink) + pieces
    }

    private static func text(_ text: String, x: Int, y: Int, columns: Int) -> String {
        // One letter of a monospaced font is as wide as a cell; other glyphs may come from another font.
        let isLetter = columns == 1 && text.utf8.count == 1
        let length = isLetter ? "" : " textLength=\"\(columns * cellWidth)\" lengthAdjust=\"spacingAndGlyphs\""
        return "<text x=\"\(x)\" y=\"\(y)\"\(length)>\(text.escapedAsMarkup)</text>"
    }
}
