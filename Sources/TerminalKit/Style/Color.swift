/// One of the 256 colours that terminals number.
///
/// 0-15 are what the user's terminal makes of them, 16-231 a cube of 6 x 6 x 6, 232-255 greys.
package struct Color: RawRepresentable, Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// The colour's number.
    package let rawValue: UInt8

    /// Colour number `rawValue`.
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Colour number `value`.
    package init(integerLiteral value: UInt8) {
        rawValue = value
    }

    /// The cube's colour of these levels, each 0...5; other values are cut to that.
    package init(red: Int, green: Int, blue: Int) {
        let levels = [red, green, blue].map { min(max(0, $0), 5) }
        rawValue = UInt8(16 + levels[0] * 36 + levels[1] * 6 + levels[2])
    }

    /// Grey of this level, 0 (near black) ... 23 (near white); other values are cut to that.
    package init(grey level: Int) {
        rawValue = UInt8(232 + min(max(0, level), 23))
    }
}

/// A colour of the screen: red, green and blue, each 0...255.
package struct RGB: Hashable, Sendable {
    /// Red.
    package var red: UInt8
    /// Green.
    package var green: UInt8
    /// Blue.
    package var blue: UInt8

    /// The colour written as six hexadecimal digits.
    package init(_ hex: UInt32) {
        red = UInt8(hex >> 16 & 255)
        green = UInt8(hex >> 8 & 255)
        blue = UInt8(hex & 255)
    }

    /// The colour as in a style sheet, "#rrggbb".
    package var hex: String {
        "#"
            + [red, green, blue].map { part in
                let digits = String(part, radix: 16)
                return part < 16 ? "0" + digits : digits
            }.joined()
    }
}

extension Color {
    /// The colour as xterm shows it.
    package var rgb: RGB {
        switch rawValue {
        case 0..<16: return RGB(Self.basic[Int(rawValue)])
        case 16..<232:
            let levels: [UInt32] = [0, 95, 135, 175, 215, 255]
            let index = Int(rawValue) - 16
            return RGB(levels[index / 36] << 16 | levels[index / 6 % 6] << 8 | levels[index % 6])
        default: return RGB((8 + 10 * UInt32(rawValue - 232)) * 0x010101)
        }
    }

    private static let basic: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
}
