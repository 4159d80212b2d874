/// The characters that a canvas draws with: Unicode, or ASCII where the locale has no UTF-8.
///
/// Every one of them is a single column wide.
public struct Glyphs: Hashable, Sendable {
    /// Whether only ASCII is drawn.
    public let isASCII: Bool

    /// Lines, blocks and arrows of Unicode.
    public static let unicode = Glyphs(isASCII: false)
    /// Nothing but ASCII.
    public static let ascii = Glyphs(isASCII: true)

    private func either(_ unicode: Unicode.Scalar, _ ascii: Unicode.Scalar) -> Unicode.Scalar {
        isASCII ? ascii : unicode
    }
}

// Marks in text.
extension Glyphs {
    /// Ends text that was shortened.
    public var ellipsis: Unicode.Scalar { either("…", "~") }
    /// An empty place.
    public var empty: Unicode.Scalar { either("·", ".") }
    /// Between the calls of a path.
    public var separator: Unicode.Scalar { either("›", ">") }
    /// Before what is chosen or present.
    public var current: Unicode.Scalar { either("▸", ">") }
    /// Before something that is unfolded.
    public var unfolded: Unicode.Scalar { either("▾", "v") }
    /// Before something that is folded.
    public var folded: Unicode.Scalar { either("▸", ">") }
    /// Something is right.
    public var right: Unicode.Scalar { either("✓", "+") }
    /// Something is wrong.
    public var wrong: Unicode.Scalar { either("✗", "x") }
}

// Pointers and arrows.
extension Glyphs {
    /// A pointer to what is below.
    public var pointerDown: Unicode.Scalar { either("▾", "v") }
    /// A pointer to what is above.
    public var pointerUp: Unicode.Scalar { either("▴", "^") }
    /// A pointer to what is on the right.
    public var pointerRight: Unicode.Scalar { either("▸", ">") }
    /// A pointer to what is on the left.
    public var pointerLeft: Unicode.Scalar { either("◂", "<") }
    /// An arrow up.
    public var arrowUp: Unicode.Scalar { either("↑", "^") }
    /// An arrow down.
    public var arrowDown: Unicode.Scalar { either("↓", "v") }
    /// An arrow to the left.
    public var arrowLeft: Unicode.Scalar { either("←", "<") }
    /// An arrow to the right.
    public var arrowRight: Unicode.Scalar { either("→", ">") }
}

// The timeline.
extension Glyphs {
    /// The timeline's beginning.
    public var timelineStart: Unicode.Scalar { either("├", "|") }
    /// The timeline's end.
    public var timelineEnd: Unicode.Scalar { either("┤", "|") }
    /// What has happened.
    public var timelinePast: Unicode.Scalar { either("━", "=") }
    /// What is known of the future.
    public var timelineFuture: Unicode.Scalar { either("─", "-") }
    /// The present.
    public var timelinePosition: Unicode.Scalar { either("●", "O") }
    /// Something worth going to.
    public var timelineMark: Unicode.Scalar { either("◆", "*") }
    /// A piece of the result is written.
    public var timelineOutput: Unicode.Scalar { either("▪", "o") }
    /// Two values change places.
    public var timelineSwap: Unicode.Scalar { either("◇", "%") }
    /// The network is in doubt.
    public var doubt: Unicode.Scalar { "?" }
    /// A bookmark.
    public var bookmark: Unicode.Scalar { either("▼", "V") }
    /// A breakpoint.
    public var breakpoint: Unicode.Scalar { either("■", "B") }
    /// A breakpoint that is switched off.
    public var breakpointOff: Unicode.Scalar { either("□", "b") }
}

// Bars and lines.
extension Glyphs {
    /// Blocks filled from the left, by eighths: 0...8.
    public var horizontalParts: [Unicode.Scalar] { isASCII ? Self.asciiParts : Self.leftParts }
    /// Blocks filled from the bottom, by eighths: 0...8.
    public var verticalParts: [Unicode.Scalar] { isASCII ? Self.asciiHeights : Self.lowerParts }
    /// What a bar leaves empty.
    public var barRest: Unicode.Scalar { either("░", ".") }

    private static let leftParts: [Unicode.Scalar] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
    private static let lowerParts: [Unicode.Scalar] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let asciiParts: [Unicode.Scalar] = [" ", "-", "-", "-", "=", "=", "=", "#", "#"]
    private static let asciiHeights: [Unicode.Scalar] = [" ", "_", "_", ".", "-", "-", "=", "#", "#"]

    /// The line with these arms.
    func line(_ arms: BoxArms, _ shape: BoxShape) -> Unicode.Scalar {
        if isASCII { return arms.asciiLine }
        return shape == .rounded ? arms.roundedLine : arms.lightLine
    }

    /// The arms of a line that these glyphs draw, or nil when `scalar` is none.
    func arms(of scalar: Unicode.Scalar) -> BoxArms? {
        isASCII ? BoxArms(ascii: scalar) : BoxArms(light: scalar)
    }
}
