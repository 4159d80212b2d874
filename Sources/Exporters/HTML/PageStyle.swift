import TerminalKit

/// The style sheet of a page, in the colours of the debugger's themes.
enum PageStyle {
    /// The whole sheet: the colours of the light and the dark theme, and the rules of `page.css`.
    static var styleSheet: String {
        """
        :root { color-scheme: dark light; \(colors(.light)) }
        @media (prefers-color-scheme: dark) { :root { \(colors(.dark)) } }
        \(PageResource.css)
        """
    }

    /// The colours of `theme` as variables.
    private static func colors(_ theme: Theme) -> String {
        let names: [(String, StyleName)] = [
            ("dim", .dim), ("border", .barRest), ("accent", .accent), ("position", .position), ("program", .program),
            ("argument", .argument), ("action", .action), ("returned", .returned), ("narration", .narration),
            ("good", .good), ("mistake", .mistake), ("bar", .bar), ("best", .barBest), ("end", .barEnd),
            ("selected", .selected),
        ]
        let variables = names.map { name, style in
            let paint = theme.paint(for: Style(style))
            let color = style == .selected ? paint.background?.rgb : paint.foreground?.rgb
            return "--\(name): \((color ?? theme.ink).hex);"
        }
        return "--ink: \(theme.ink.hex); --paper: \(theme.paper.hex); " + variables.joined(separator: " ")
    }
}
