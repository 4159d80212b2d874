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

    /// The shape as an SVG element, for the cell at (`x`, `y`). Filled shapes take their colour from around them.
    func element(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ color: String) -> String {
        let (middleX, middleY) = (Double(x) + Double(width) / 2, Double(y) + Double(height) / 2)
        switch self {
        case .line(let arms, let rounded):
            let path =
                rounded
                ? Self.corner(arms, x, y, width, height, middleX, middleY)
                : Self.straight(arms, x, y, width, height, middleX, middleY)
            return "<path d=\"\(path)\" fill=\"none\" stroke=\"\(color)\"/>"
        case .heavyLine:
            return "<path d=\"M\(x) \(middleY)h\(width)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"3\"/>"
        case .block(let left, let top, let columns, let rows):
            // Neighbours without a seam, which smoothing would leave between them.
            return """
                <rect x="\(Double(x) + Double(left * width) / 8)" y="\(Double(y) + Double(top * height) / 8)" \
                width="\(Double(columns * width) / 8)" height="\(Double(rows * height) / 8)" \
                shape-rendering="crispEdges"/>
                """
        case .shade(let quarters):
            return """
                <rect x="\(x)" y="\(y)" width="\(width)" height="\(height)" fill-opacity="0.\(quarters * 25)" \
                shape-rendering="crispEdges"/>
                """
        case .braille(let dots):
            let rows = [0, 1, 2, 0, 1, 2, 3, 3]
            return (0..<8).filter { dots >> UInt32($0) & 1 == 1 }.map { dot in
                let column = dot < 3 || dot == 6 ? 1 : 3
                let row = 2 * rows[dot] + 1
                return """
                    <circle cx="\(Double(x) + Double(column * width) / 4)" \
                    cy="\(Double(y) + Double(row * height) / 8)" r="1.3"/>
                    """
            }.joined()
        }
    }

    /// Lines from the middle to each edge; a single arm goes all the way across.
    private static func straight(
        _ arms: BoxArms, _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ middleX: Double, _ middleY: Double
    ) -> String {
        var path = ""
        if arms.contains(.left) { path += "M\(x) \(middleY)H\(middleX)" }
        if arms.contains(.right) { path += "M\(middleX) \(middleY)H\(x + width)" }
        if arms.contains(.up) { path += "M\(middleX) \(y)V\(middleY)" }
        if arms.contains(.down) { path += "M\(middleX) \(middleY)V\(y + height)" }
        return path
    }

    /// A quarter of an ellipse between the two arms.
    private static func corner(
        _ arms: BoxArms, _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ middleX: Double, _ middleY: Double
    ) -> String {
        let endX = arms.contains(.left) ? x : x + width
        let startY = arms.contains(.up) ? y : y + height
        return "M\(middleX) \(startY)Q\(middleX) \(middleY) \(endX) \(middleY)"
    }
}
