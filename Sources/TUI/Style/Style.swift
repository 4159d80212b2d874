/// How a cell looks, by meaning: a theme turns it into colours when it is shown.
///
///     canvas.write("ADD1", at: point, style: .program)
///     canvas.write("ADD1", at: point, style: Style(.program, on: .selected))
///     canvas.put("▀", at: point, style: Style(foreground: 33, background: 17))
public struct Style: Hashable, Sendable {
    /// What it stands for.
    public var name: StyleName
    /// What it lies on, such as ``StyleName/selected``: gives the background.
    public var ground: StyleName?
    /// A colour instead of the theme's, for pictures.
    public var foreground: Color?
    /// A background instead of the theme's, for pictures.
    public var background: Color?
    /// Attributes besides the theme's.
    public var attributes: Attributes

    /// Makes a style.
    public init(
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
public struct Attributes: OptionSet, Hashable, Sendable {
    /// The attributes' bits.
    public let rawValue: UInt8

    /// Makes attributes of their bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Bold.
    public static let bold = Attributes(rawValue: 1)
    /// Faint.
    public static let dim = Attributes(rawValue: 2)
    /// Slanted.
    public static let italic = Attributes(rawValue: 4)
    /// Underlined.
    public static let underline = Attributes(rawValue: 8)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 16)
}

/// A style as a terminal shows it.
public struct Paint: Hashable, Sendable {
    /// The colour of the glyph; nil is the terminal's own.
    public var foreground: Color?
    /// The colour behind it; nil is the terminal's own.
    public var background: Color?
    /// The attributes.
    public var attributes: Attributes

    /// Makes a paint.
    public init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}
