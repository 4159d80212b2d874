import TerminalKit

/// The colours of a page's drawings: each name stands for a colour on light pages and one on dark ones, so that a drawing is held once.
struct PageColors {
    /// A colour of each theme.
    private struct Pair: Hashable {
        var light: String
        var dark: String
    }

    private var numbers: [Pair: Int] = [:]
    private var pairs: [Pair] = []

    /// The names of how `style` looks.
    mutating func looks(of style: Style) -> SVGLooks {
        let light = SVGLooks(Theme.light.paint(for: style), in: .light)
        let dark = SVGLooks(Theme.dark.paint(for: style), in: .dark)
        let ink = name(Pair(light: light.ink, dark: dark.ink))
        let ground =
            light.ground == nil && dark.ground == nil
            ? nil
            : name(Pair(light: light.ground ?? Theme.light.paper.hex, dark: dark.ground ?? Theme.dark.paper.hex))
        return SVGLooks(ink: ink, ground: ground, attributes: light.attributes.union(dark.attributes))
    }

    private mutating func name(_ pair: Pair) -> String {
        let number = numbers[pair, default: pairs.count]
        if number == pairs.count {
            numbers[pair] = number
            pairs.append(pair)
        }
        return "var(--c\(number))"
    }

    /// The colours, in the order of their names, as JSON.
    var json: String {
        "[" + pairs.map { "[\"\($0.light)\",\"\($0.dark)\"]" }.joined(separator: ",") + "]"
    }
}
