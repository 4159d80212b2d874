extension Canvas {
    /// Writes the canvas as text with colours: what `cat` shows on a terminal as the screen showed it.
    ///
    /// Every row begins and ends without colours, and ends with a line feed.
    package func writeANSI(
        to output: inout some TextOutputStream, theme: Theme = .dark, depth: ColorDepth = .palette
    ) {
        for y in 0..<gridSize.height {
            for run in runs(ofRow: y, theme, depth) {
                var text = String.UnicodeScalarView()
                for cell in run.cells { text.append(contentsOf: cell.scalars) }
                let codes = run.paint.codes
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

extension Paint {
    /// The numbers of ECMA-48's "select graphic rendition", and xterm's for colours; none for plain text.
    fileprivate var codes: String {
        var codes: [String] = []
        let numbers: [(Attributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
        ]
        for (attribute, number) in numbers where attributes.contains(attribute) { codes.append(number) }
        if let foreground { codes.append(foreground.code(base: 30)) }
        if let background { codes.append(background.code(base: 40)) }
        return codes.joined(separator: ";")
    }
}

extension Color {
    fileprivate func code(base: Int) -> String {
        switch rawValue {
        case 0..<8: String(base + Int(rawValue))
        case 8..<16: String(base + 52 + Int(rawValue))
        default: "\(base + 8);5;\(rawValue)"
        }
    }
}
