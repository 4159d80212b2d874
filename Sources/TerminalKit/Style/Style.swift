/// How a cell looks, by meaning: a theme turns it into colours when it is shown.
///
///     canvas.write("ADD1", at: point, style: .program)
///     canvas.write("ADD1", at: point, style: Style(.program, on: .selected))
///     canvas.put("▀", at: point, style: Style(foreground: 33, background: 17))
package struct Style: Hashable, Sendable {
    /// What it stands for.
    package var name: StyleName
    /// What it lies on, such as ``StyleName/selected``: gives the background.
    package var ground: StyleName?
    /// A colour instead of the theme's, for pictures.
    package var foreground: Color?
    /// A background instead of the theme's, for pictures.
    package var background: Color?
    /// Attributes besides the theme's.
    package var attributes: Attributes

    /// Makes a style.
    package init(
        _ name: StyleName = .text, on ground: StyleName? = nil, foreground: Color? = nil, background: Color? = nil,
        attributes: Attributes = []
    ) {
        self.name = name
        self.ground = ground
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// What terminals can do to a character besides colouring it.
package struct Attributes: OptionSet, Hashable, Sendable {
    /// The attributes' bits.
    package let rawValue: UInt8

    /// Makes attributes of their bits.
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Bold.
    package static let bold = Attributes(rawValue: 1)
    /// Faint.
    package static let dim = Attributes(rawValue: 2)
    /// Slanted.
    package static let italic = Attributes(rawValue: 4)
    /// Underlined.
    package static let underline = Attributes(rawValue: 8)
    /// Foreground and background exchanged.
    package static let reverse = Attributes(rawValue: 16)
}

/// A style as a terminal shows it.
package struct Paint: Hashable, Sendable {
    /// The colour of the glyph; nil is the terminal's own.
    package var foreground: Color?
    /// The colour behind it; nil is the terminal's own.
    package var background: Color?
    /// The attributes.
    package var attributes: Attributes

    /// Makes a paint.
    package init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}
