/// Which ways the lines of a box-drawing character go from the middle of its cell.
struct BoxArms: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let up = BoxArms(rawValue: 1)
    static let down = BoxArms(rawValue: 2)
    static let left = BoxArms(rawValue: 4)
    static let right = BoxArms(rawValue: 8)

    /// The light line with these arms. A single arm is drawn as a whole line.
    var lightLine: Unicode.Scalar { Self.lightLines[Int(rawValue)] }

    /// The light line with round corners.
    var roundedLine: Unicode.Scalar {
        switch self {
        case [.down, .right]: "╭"
        case [.down, .left]: "╮"
        case [.up, .left]: "╯"
        case [.up, .right]: "╰"
        default: lightLine
        }
    }

    /// The same in ASCII.
    var asciiLine: Unicode.Scalar {
        if isEmpty { return " " }
        if isSubset(of: [.left, .right]) { return "-" }
        return isSubset(of: [.up, .down]) ? "|" : "+"
    }

    /// The arms of a light line, round or square, or nil when `scalar` is none.
    init?(light scalar: Unicode.Scalar) {
        switch scalar {
        case "╭": self = [.down, .right]
        case "╮": self = [.down, .left]
        case "╯": self = [.up, .left]
        case "╰": self = [.up, .right]
        case "─": self = [.left, .right]
        case "│": self = [.up, .down]
        default:
            guard scalar != " ", let index = Self.lightLines.firstIndex(of: scalar) else { return nil }
            self.init(rawValue: UInt8(index))
        }
    }

    /// The arms of a line of ``asciiLine``, or nil when `scalar` is none. A plus has all four.
    init?(ascii scalar: Unicode.Scalar) {
        switch scalar {
        case "-": self = [.left, .right]
        case "|": self = [.up, .down]
        case "+": self = [.up, .down, .left, .right]
        default: return nil
        }
    }

    /// Makes arms of their bits.
    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// By raw value: up 1, down 2, left 4, right 8.
    private static let lightLines: [Unicode.Scalar] = [
        " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
    ]
}
