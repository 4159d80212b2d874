/// How many colours a terminal has.
package enum ColorDepth: Int, Hashable, Comparable, Sendable {
    /// None, or none wanted: attributes alone.
    case monochrome
    /// Eight, and bold for the bright ones.
    case eight
    /// Sixteen.
    case sixteen
    /// All 256.
    case palette

    /// The depth of a terminal with `count` colours.
    package init(colors count: Int) {
        self = count >= 256 ? .palette : count >= 16 ? .sixteen : count >= 8 ? .eight : .monochrome
    }

    /// Orders depths by how many colours they have.
    package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
        left.rawValue < right.rawValue
    }

    /// Whether colours are wanted: not with `--no-color`, and not when `NO_COLOR` is set and not empty
    /// (https://no-color.org).
    package static func wantsColor(noColor: Bool, environment value: String?) -> Bool {
        !noColor && (value ?? "").isEmpty
    }
}

extension Color {
    /// The nearest of the sixteen basic colours.
    ///
    /// Nearness in red, green and blue would turn dim colours grey or black, which cannot be read; so a colour keeps its
    /// hue, and only greys become black, grey or white.
    var amongSixteen: Color {
        guard rawValue >= 16 else { return self }
        let parts = [rgb.red, rgb.green, rgb.blue].map(Int.init)
        let (low, high) = (parts.min()!, parts.max()!)
        guard high - low > 40 else {
            return high < 40 ? 0 : high < 150 ? 8 : high < 225 ? 7 : 15
        }
        let hue = parts.enumerated().reduce(0) { bits, part in
            2 * (part.element - low) > high - low ? bits | 1 << part.offset : bits
        }
        return Color(rawValue: UInt8(high > 180 ? hue + 8 : hue))
    }
}

extension Paint {
    /// The same, as nearly as `depth` allows. ``ColorDepth/monochrome`` only drops the colours.
    func reduced(to depth: ColorDepth) -> Paint {
        var paint = self
        switch depth {
        case .palette: break
        case .sixteen:
            paint.foreground = foreground?.amongSixteen
            paint.background = background?.amongSixteen
        case .eight:
            if let color = foreground?.amongSixteen {
                // Dark grey is no colour of eight: black in bold would often be black.
                paint.foreground = color == 8 ? 7 : Color(rawValue: color.rawValue % 8)
                if color.rawValue > 8 { paint.attributes.insert(.bold) }
                if color == 8 { paint.attributes.insert(.dim) }
            }
            if let color = background?.amongSixteen {
                paint.background = color == 8 ? 0 : Color(rawValue: color.rawValue % 8)
            }
        case .monochrome: (paint.foreground, paint.background) = (nil, nil)
        }
        return paint
    }
}
