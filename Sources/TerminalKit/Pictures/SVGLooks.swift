/// How cells look in a picture: colours as SVG names them, and attributes.
package struct SVGLooks: Hashable, Sendable {
    /// The colour of letters and lines.
    package var ink: String
    /// The colour behind them; nil where it is the picture's own.
    package var ground: String?
    /// Bold and the like.
    package var attributes: Attributes

    /// Looks in these colours.
    package init(ink: String, ground: String?, attributes: Attributes) {
        self.ink = ink
        self.ground = ground
        self.attributes = attributes
    }

    /// The looks of `paint` on the paper of `theme`.
    package init(_ paint: Paint, in theme: Theme) {
        var ink = paint.foreground?.rgb ?? theme.ink
        var paper = paint.background?.rgb ?? theme.paper
        if paint.attributes.contains(.reverse) { swap(&ink, &paper) }
        self.init(
            ink: ink.hex, ground: paper == theme.paper ? nil : paper.hex, attributes: paint.attributes)
    }
}
