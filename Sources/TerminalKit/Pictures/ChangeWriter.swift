/// Writes changed cells for an ANSI terminal, and keeps track of its cursor and of how it paints.
struct ChangeWriter {
    /// What has been written.
    private(set) var text = ""

    private let width: Int
    private let canErase: Bool
    private var pen = Paint()
    /// Where the cursor is; nil where that is not certain.
    private var cursor: Point?

    /// Writes for a terminal of `width` columns.
    init(width: Int, canErase: Bool) {
        self.width = width
        self.canErase = canErase
    }

    /// Empties the terminal.
    mutating func clear() {
        text += "\u{1B}[2J"
    }

    /// Ends colours and attributes.
    mutating func rest() {
        paint(Paint())
    }

    /// Writes the cells of row `y` that have changed.
    mutating func write(_ cells: [CellLook], where changed: [Bool], row y: Int) {
        var x = 0
        while x < cells.count {
            guard changed[x] else {
                x += 1
                continue
            }
            reach(Point(x, y), over: cells)
            let blanks = cells[x...].prefix(while: \.isEmpty)
            // Unchanged blanks at the end need not be erased, unless the rest of the row is.
            let isToEnd = blanks.endIndex == cells.count
            let last = isToEnd ? cells.count - 1 : blanks.indices.last { changed[$0] } ?? x
            let count = last + 1 - x
            if isToEnd, count > Self.shortestErased {
                paint(background: Paint())
                text += "\u{1B}[K"
                return
            } else if !blanks.isEmpty, canErase, count > Self.shortestErased + Self.longestStep {
                paint(background: Paint())
                text += "\u{1B}[\(count)X"
                x += count
            } else {
                put(cells[x])
                x += 1
            }
        }
    }

    /// What erasing to the end of a row takes.
    private static let shortestErased = 3
    /// What stepping over cells takes.
    private static let longestStep = 5

    private mutating func put(_ look: CellLook) {
        // The right half comes with the left one.
        guard !look.cell.isRightHalf else { return }
        if look.isBlank { paint(background: look.paint) } else { paint(look.paint) }
        for scalar in look.cell.scalars { text.unicodeScalars.append(scalar) }
        advance(over: look.cell)
    }

    private mutating func advance(over cell: CanvasCell) {
        guard let place = cursor else { return }
        // Terminals differ about wide glyphs and marks, and about where the cursor stands behind the last column.
        let isCertain = cell.isPlain && cell.width == 1 && place.x + 1 < width
        cursor = isCertain ? place.moved(1, 0) : nil
    }

    private mutating func paint(_ wanted: Paint) {
        text += pen.rendition(to: wanted)
        pen = wanted
    }

    /// Paints so that what stands behind glyphs looks like `wanted`, whatever the colour of glyphs is.
    private mutating func paint(background wanted: Paint) {
        guard
            pen.background != wanted.background || pen.attributes.intersection(.seenOnBlanks) != wanted.attributes
                || !wanted.attributes.isEmpty && pen.foreground != wanted.foreground
        else { return }
        var kept = pen
        kept.background = wanted.background
        kept.attributes.subtract(.seenOnBlanks)
        kept.attributes.formUnion(wanted.attributes)
        if !wanted.attributes.isEmpty { kept.foreground = wanted.foreground }
        paint(kept)
    }

    /// Moves the cursor to `place`; over few cells of its row by writing them again.
    private mutating func reach(_ place: Point, over cells: [CellLook]) {
        guard cursor != place else { return }
        let absolute = "\u{1B}[\(place.y + 1);\(place.x + 1)H"
        var shortest = absolute
        if let cursor, let relative = Self.step(from: cursor, to: place), relative.utf8.count < absolute.utf8.count {
            shortest = relative
        }
        if let cursor, cursor.y == place.y, cursor.x < place.x, place.x - cursor.x <= shortest.utf8.count {
            let between = cells[cursor.x..<place.x]
            let size = between.reduce(0) { $0 + $1.cell.scalars.reduce(0) { $0 + UTF8.width($1) } }
            if size <= shortest.utf8.count,
                between.allSatisfy({ $0.isSeen(with: pen) && $0.cell.isPlain && $0.cell.width == 1 })
            {
                for look in between { put(look) }
                return
            }
        }
        text += shortest
        cursor = place
    }

    /// How the cursor gets from one place to another by steps; nil upwards.
    private static func step(from start: Point, to end: Point) -> String? {
        guard end.y >= start.y else { return nil }
        let (down, right) = (end.y - start.y, end.x - start.x)
        // No backspaces, though they are shorter: nothing but escape sequences moves the cursor, so that none from elsewhere can.
        return steps(down, "B") + (right < 0 ? steps(-right, "D") : steps(right, "C"))
    }

    private static func steps(_ count: Int, _ letter: String) -> String {
        count == 0 ? "" : "\u{1B}[\(count == 1 ? "" : "\(count)")\(letter)"
    }
}
