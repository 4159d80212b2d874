/// A character that fills its cell in a way that can be drawn: lines, blocks, shades and braille.
enum CellShape: Equatable {
    /// Lines from the middle; the corners may be round.
    case line(BoxArms, rounded: Bool)
    /// A heavy horizontal line.
    case heavyLine
    /// A block, in eighths of the cell.
    case block(x: Int, y: Int, width: Int, height: Int)
    /// A covering of so many quarters.
    case shade(Int)
    /// Dots in the order of braille: bits 0-2 and 6 the left column, 3-5 and 7 the right one.
    case braille(UInt32)

    /// The shape of `scalar`, or nil when it is a letter or the like.
    init?(_ scalar: Unicode.Scalar) {
        if let arms = BoxArms(light: scalar) {
            self = .line(arms, rounded: scalar != arms.lightLine)
            return
        }
        switch scalar.value {
        case 0x2501: self = .heavyLine
        case 0x2580: self = .block(x: 0, y: 0, width: 8, height: 4)
        case 0x2581...0x2588:
            let height = Int(scalar.value - 0x2580)
            self = .block(x: 0, y: 8 - height, width: 8, height: height)
        case 0x2589...0x258F: self = .block(x: 0, y: 0, width: Int(0x2590 - scalar.value), height: 8)
        case 0x2590: self = .block(x: 4, y: 0, width: 4, height: 8)
        case 0x2591...0x2593: self = .shade(Int(scalar.value - 0x2590))
        case 0x2800...0x28FF: self = .braille(scalar.value - 0x2800)
        default: return nil
        }
    }
}
