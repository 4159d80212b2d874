/// The characters that a canvas draws with: Unicode, or ASCII where the locale has no UTF-8.
///
/// Every one of them is a single column wide.
package struct Glyphs: Hashable, Sendable {
    /// Whether only ASCII is drawn.
    package let isASCII: Bool

    /// Lines, blocks and arrows of Unicode.
    package static let unicode = Glyphs(isASCII: false)
    /// Nothing but ASCII.
    package static let ascii = Glyphs(isASCII: true)

    private func either(_ unicode: Unicode.Scalar, _ ascii: Unicode.Scalar) -> Unicode.Scalar {
        isASCII ? ascii : unicode
    }
}

// Marks in text.
extension Glyphs {
    /// Ends text that was shortened.
    package var ellipsis: Unicode.Scalar { either("…", "~") }
    /// An empty place.
    package var empty: Unicode.Scalar { either("·", ".") }
    /// Between the calls of a path.
    package var separator: Unicode.Scalar { either("›", ">") }
    /// Before what is chosen or present.
    package var current: Unicode.Scalar { either("▸", ">") }
    /// Before something that is unfolded.
    package var unfolded: Unicode.Scalar { either("▾", "v") }
    /// Before something that is folded.
    package var folded: Unicode.Scalar { either("▸", ">") }
    /// Something is right.
    package var right: Unicode.Scalar { either("✓", "+") }
    /// Something is wrong.
    package var wrong: Unicode.Scalar { either("✗", "x") }
}

// Pointers and arrows.
extension Glyphs {
    /// A pointer to what is below.
    package var pointerDown: Unicode.Scalar { either("▾", "v") }
    /// A pointer to what is above.
    package var pointerUp: Unicode.Scalar { either("▴", "^") }
    /// A pointer to what is on the right.
    package var pointerRight: Unicode.Scalar { either("▸", ">") }
    /// A pointer to what is on the left.
    package var pointerLeft: Unicode.Scalar { either("◂", "<") }
    /// An arrow up.
    package var arrowUp: Unicode.Scalar { either("↑", "^") }
    /// An arrow down.
    package var arrowDown: Unicode.Scalar { either("↓", "v") }
    /// An arrow to the left.
    package var arrowLeft: Unicode.Scalar { either("←", "<") }
    /// An arrow to the right.
    package var arrowRight: Unicode.Scalar { either("→", ">") }
}

// The timeline.
extension Glyphs {
    /// The timeline's beginning.
    package var timelineStart: Unicode.Scalar { either("├", "|") }
    /// The timeline's end.
    package var timelineEnd: Unicode.Scalar { either("┤", "|") }
    /// What has happened.
    package var timelinePast: Unicode.Scalar { either("━", "=") }
    /// What is known of the run beyond the position.
    package var timelineFuture: Unicode.Scalar { either("─", "-") }
    /// The present.
    package var timelinePosition: Unicode.Scalar { either("●", "O") }
    /// Something worth going to.
    package var timelineMark: Unicode.Scalar { either("◆", "*") }
    /// A piece of the result is written.
    package var timelineOutput: Unicode.Scalar { either("▪", "o") }
    /// Two values change places.
    package var timelineSwap: Unicode.Scalar { either("◇", "%") }
    /// The network is in doubt.
    package var lowConfidence: Unicode.Scalar { "?" }
    /// Something that a person has changed.
    package var changed: Unicode.Scalar { either("▲", "^") }
    /// Two things that should be the same and are not.
    package var differs: Unicode.Scalar { either("≠", "#") }
    /// A bookmark.
    package var bookmark: Unicode.Scalar { either("▼", "V") }
    /// A breakpoint.
    package var breakpoint: Unicode.Scalar { either("■", "B") }
    /// A breakpoint that is switched off.
    package var breakpointOff: Unicode.Scalar { either("□", "b") }
}

// Bars and lines.
extension Glyphs {
    /// Blocks filled from the left, by eighths: 0...8.
    package var horizontalParts: [Unicode.Scalar] { isASCII ? Self.asciiParts : Self.leftParts }
    /// Blocks filled from the bottom, by eighths: 0...8.
    package var verticalParts: [Unicode.Scalar] { isASCII ? Self.asciiHeights : Self.lowerParts }
    /// What a bar leaves empty.
    package var barRest: Unicode.Scalar { either("░", ".") }

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
