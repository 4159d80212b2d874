extension Canvas {
    /// The grid's rows as text, without the blanks at their ends.
    package var lines: [String] {
        (0..<gridSize.height).map { y in
            var line = String.UnicodeScalarView()
            for cell in row(y) { line.append(contentsOf: cell.scalars) }
            while line.last == " " { line.removeLast() }
            return String(line)
        }
    }
}
