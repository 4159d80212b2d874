/// The looks of every style name.
package struct Theme: Hashable, Sendable {
    /// What a theme says of one name. What it leaves out comes from the name's parent.
    package struct Rule: Hashable, Sendable {
        var foreground: Color?
        var background: Color?
        var attributes: Attributes?

        /// Makes a rule; nil takes the parent's.
        package init(_ foreground: Color? = nil, on background: Color? = nil, _ attributes: Attributes? = nil) {
            self.foreground = foreground
            self.background = background
            self.attributes = attributes
        }
    }

    /// The theme's name, as given to `--theme`.
    package let name: String
    /// The colour of text where a paint leaves it to the terminal, for pictures.
    package let ink: RGB
    /// The colour behind text where a paint leaves it to the terminal, for pictures.
    package let paper: RGB

    private let paints: [Paint]

    /// Makes a theme of `rules`.
    package init(name: String, ink: RGB, paper: RGB, rules: [StyleName: Rule]) {
        self.name = name
        self.ink = ink
        self.paper = paper
        paints = StyleName.allCases.map { Self.resolve($0, rules) }
    }

    /// How `style` is shown on a terminal of `depth`.
    ///
    /// Without colours the looks are those of ``monochrome``, which tell everything by attributes.
    package func paint(for style: Style, depth: ColorDepth = .palette) -> Paint {
        guard depth != .monochrome else { return Self.monochrome.combined(style).reduced(to: .monochrome) }
        return combined(style).reduced(to: depth)
    }

    /// The theme called `name`, or nil.
    package static func named(_ name: String) -> Theme? {
        all.first { $0.name == name }
    }

    private func combined(_ style: Style) -> Paint {
        var paint = paints[Int(style.name.rawValue)]
        if let ground = style.ground {
            let below = paints[Int(ground.rawValue)]
            paint.background =
                (StyleName.heat.contains(ground) ? below.foreground : below.background) ?? paint.background
            if style.name == .text { paint.foreground = below.foreground }
            paint.attributes.formUnion(below.attributes)
        }
        paint.foreground = style.foreground ?? paint.foreground
        paint.background = style.background ?? paint.background
        paint.attributes.formUnion(style.attributes)
        return paint
    }

    private static func resolve(_ name: StyleName, _ rules: [StyleName: Rule]) -> Paint {
        let above = name.parent.map { resolve($0, rules) } ?? Paint()
        guard let rule = rules[name] else { return above }
        return Paint(
            foreground: rule.foreground ?? above.foreground, background: rule.background ?? above.background,
            attributes: rule.attributes ?? above.attributes)
    }
}
