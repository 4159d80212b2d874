/// The shapes of a stretch of cells as few SVG elements: lines that touch are one, and so are blocks side by side.
struct CellDrawing {
    private let size: Size
    /// Ends of horizontal lines, from left to right.
    private var horizontals: [Span] = []
    private var heavy: [Span] = []
    /// Vertical lines and corners.
    private var others = ""
    private var blocks: [Block] = []
    private var dots = ""

    /// A part of a horizontal line at some height.
    private struct Span {
        var range: ClosedRange<Double>
        var y: Double
    }

    private struct Block {
        var x: ClosedRange<Double>
        var y: ClosedRange<Double>
        /// In quarters.
        var opacity: Int
    }

    /// Nothing yet, of cells that are `size` large.
    init(cellSize size: Size) {
        self.size = size
    }

    /// Adds the shape of the cell whose corner is at `x` and `y`.
    mutating func add(_ shape: CellShape, _ x: Int, _ y: Int) {
        let (left, top) = (Double(x), Double(y))
        let (width, height) = (Double(size.width), Double(size.height))
        let (middleX, middleY) = (left + width / 2, top + height / 2)
        switch shape {
        case .line(let arms, rounded: false):
            // A single arm goes all the way across.
            if arms.contains(.left) { Self.append(Span(range: left...middleX, y: middleY), to: &horizontals) }
            if arms.contains(.right) { Self.append(Span(range: middleX...left + width, y: middleY), to: &horizontals) }
            let (start, end) = (arms.contains(.up) ? top : middleY, arms.contains(.down) ? top + height : middleY)
            if start < end { others += "M\(Self.text(middleX)) \(Self.text(start))v\(Self.text(end - start))" }
        case .line(let arms, rounded: true):
            // A quarter of an ellipse between the two arms.
            let endX = arms.contains(.left) ? x : x + size.width
            let startY = arms.contains(.up) ? y : y + size.height
            others +=
                "M\(Self.text(middleX)) \(startY)Q\(Self.text(middleX)) \(Self.text(middleY)) \(endX) \(Self.text(middleY))"
        case .heavyLine: Self.append(Span(range: left...left + width, y: middleY), to: &heavy)
        case .block(let column, let row, let columns, let rows):
            let (blockLeft, blockTop) = (left + Double(column) * width / 8, top + Double(row) * height / 8)
            append(
                Block(
                    x: blockLeft...blockLeft + Double(columns) * width / 8,
                    y: blockTop...blockTop + Double(rows) * height / 8, opacity: 4))
        case .shade(let quarters):
            append(Block(x: left...left + width, y: top...top + height, opacity: quarters))
        case .braille(let pattern):
            let rows = [0, 1, 2, 0, 1, 2, 3, 3]
            for dot in 0..<8 where pattern >> UInt32(dot) & 1 == 1 {
                let column = dot < 3 || dot == 6 ? 1 : 3
                let row = 2 * rows[dot] + 1
                let (dotX, dotY) = (left + Double(column) * width / 4, top + Double(row) * height / 8)
                dots += "<circle cx=\"\(Self.text(dotX))\" cy=\"\(Self.text(dotY))\" r=\"1.3\"/>"
            }
        }
    }

    /// The elements. Filled shapes take their colour from around them; lines are of `color`.
    func elements(_ color: String) -> String {
        Self.path(horizontals, others, color, attributes: "")
            + Self.path(heavy, "", color, attributes: " stroke-width=\"3\"")
            + blocks.map(Self.element).joined() + dots
    }

    private static func append(_ span: Span, to spans: inout [Span]) {
        if let last = spans.indices.last, spans[last].y == span.y, spans[last].range.upperBound == span.range.lowerBound
        {
            spans[last].range = spans[last].range.lowerBound...span.range.upperBound
        } else {
            spans.append(span)
        }
    }

    private mutating func append(_ block: Block) {
        if let last = blocks.last, last.y == block.y, last.opacity == block.opacity,
            last.x.upperBound == block.x.lowerBound
        {
            blocks[blocks.count - 1].x = last.x.lowerBound...block.x.upperBound
        } else {
            blocks.append(block)
        }
    }

    private static func path(_ spans: [Span], _ others: String, _ color: String, attributes: String) -> String {
        let lines = spans.map {
            "M\(text($0.range.lowerBound)) \(text($0.y))h\(text($0.range.upperBound - $0.range.lowerBound))"
        }.joined()
        guard !lines.isEmpty || !others.isEmpty else { return "" }
        return "<path d=\"\(lines)\(others)\" fill=\"none\" stroke=\"\(color)\"\(attributes)/>"
    }

    private static func element(_ block: Block) -> String {
        let opacity = block.opacity == 4 ? "" : " fill-opacity=\"0.\(block.opacity * 25)\""
        // Neighbours without a seam, which smoothing would leave between them.
        return """
            <rect x="\(text(block.x.lowerBound))" y="\(text(block.y.lowerBound))" \
            width="\(text(block.x.upperBound - block.x.lowerBound))" \
            height="\(text(block.y.upperBound - block.y.lowerBound))"\(opacity) shape-rendering="crispEdges"/>
            """
    }

    /// A number without a fraction that is zero.
    private static func text(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
}
