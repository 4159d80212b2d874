/// What an ANSI terminal is sent so that it shows one canvas after the other: of each only the cells that look different,
/// in as few bytes as that takes.
///
///     var changes = CanvasChanges(theme: .dark)
///     let first = changes.text(for: canvas)   // clears the terminal and shows the canvas
///     let second = changes.text(for: canvas)  // nothing
///
/// Every text leaves the terminal without colours and attributes, and expects it so. It begins with the place of what
/// it changes, so that nothing depends on where the cursor was.
package struct CanvasChanges: Sendable {
    private let theme: Theme
    private let depth: ColorDepth
    private let attributes: Attributes
    private let canErase: Bool
    private var shown: Canvas?

    /// Nothing is known of what the terminal shows.
    ///
    /// - Parameters:
    ///   - theme: The looks of styles.
    ///   - depth: How many colours the terminal has.
    ///   - attributes: What it can do to characters.
    ///   - canErase: Whether it erases any number of cells at once (ECH).
    package init(
        theme: Theme, depth: ColorDepth = .palette,
        attributes: Attributes = [.bold, .dim, .italic, .underline, .reverse], canErase: Bool = true
    ) {
        self.theme = theme
        self.depth = depth
        self.attributes = attributes
        self.canErase = canErase
    }

    /// What a terminal that shows the canvas of the call before is to be sent so that it shows `canvas`.
    package mutating func text(for canvas: Canvas) -> String {
        var writer = ChangeWriter(width: canvas.gridSize.width, canErase: canErase)
        let old = shown.flatMap { $0.gridSize == canvas.gridSize ? $0 : nil }
        if old == nil { writer.clear() }
        // One for each canvas, since their styles alternate.
        var oldLooks = CellLooks(theme: theme, depth: depth, attributes: attributes)
        var looks = oldLooks
        let empty = Array(repeating: CanvasCell.blank, count: canvas.gridSize.width)
        for y in 0..<canvas.gridSize.height {
            let (before, after) = (old?.row(y) ?? empty[...], canvas.row(y))
            guard before != after else { continue }
            // Where a wide glyph could be cut in half, the whole row is sent.
            let hasHalves = before.contains(where: \.isRightHalf) || after.contains(where: \.isRightHalf)
            let cells = after.map { looks.look(of: $0) }
            let changed = zip(before, after).enumerated().map { x, pair in
                hasHalves || pair.0 != pair.1 && oldLooks.look(of: pair.0) != cells[x]
            }
            writer.write(cells, where: changed, row: y)
        }
        writer.rest()
        shown = canvas
        return writer.text
    }
}

/// A cell as it is seen.
struct CellLook: Equatable {
    var cell: CanvasCell
    var paint: Paint
    /// Whether it shows nothing but its background.
    var isBlank: Bool

    /// An empty cell without a background.
    var isEmpty: Bool { isBlank && paint == Paint() }

    /// Whether it looks the same painted with `pen`.
    func isSeen(with pen: Paint) -> Bool { pen == paint || isBlank && pen.behind == paint }

    static func == (left: CellLook, right: CellLook) -> Bool {
        left.paint == right.paint && left.isBlank == right.isBlank
            && (left.isBlank || left.cell.hasSameGlyph(right.cell))
    }
}

/// Works out how cells are seen, once for each run of cells that share a style.
private struct CellLooks {
    let theme: Theme
    let depth: ColorDepth
    let attributes: Attributes
    private var latest: (style: Style, paint: Paint)?

    init(theme: Theme, depth: ColorDepth, attributes: Attributes) {
        self.theme = theme
        self.depth = depth
        self.attributes = attributes
    }

    mutating func look(of cell: CanvasCell) -> CellLook {
        let paint = paint(of: cell.style)
        let isBlank = cell.scalar == " " && cell.isPlain
        return CellLook(cell: cell, paint: isBlank ? paint.behind : paint, isBlank: isBlank)
    }

    private mutating func paint(of style: Style) -> Paint {
        if let latest, latest.style == style { return latest.paint }
        var paint = theme.paint(for: style, depth: depth)
        paint.attributes.formIntersection(attributes)
        latest = (style, paint)
        return paint
    }
}

extension Attributes {
    /// Those that are seen where there is no glyph.
    static let seenOnBlanks: Attributes = [.underline, .reverse]
}

extension Paint {
    /// What is seen of it where there is no glyph.
    fileprivate var behind: Paint {
        let seen = attributes.intersection(.seenOnBlanks)
        return Paint(foreground: seen.isEmpty ? nil : foreground, background: background, attributes: seen)
    }
}
