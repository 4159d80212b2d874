extension Canvas {
    /// Writes the canvas as text with colours: what `cat` shows on a terminal as the screen showed it.
    ///
    /// Every row begins and ends without colours, and ends with a line feed.
    package func writeANSI(
        to output: inout some TextOutputStream, theme: Theme = .dark, depth: ColorDepth = .palette
    ) {
        for y in 0..<gridSize.height {
            for run in runs(ofRow: y, { theme.paint(for: $0, depth: depth) }) {
                var text = String.UnicodeScalarView()
                for cell in run.cells { text.append(contentsOf: cell.scalars) }
                let codes = run.looks.codes
                output.write(codes.isEmpty ? String(text) : "\u{1B}[\(codes)m\(String(text))\u{1B}[0m")
            }
            output.write("\n")
        }
    }

    /// The canvas as text with colours.
    package func ansi(theme: Theme = .dark, depth: ColorDepth = .palette) -> String {
        var text = ""
        writeANSI(to: &text, theme: theme, depth: depth)
        return text
    }
}
