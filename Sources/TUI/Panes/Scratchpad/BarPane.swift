import NPIKit
import Scratchpads
import TerminalKit
import Tours

/// A row of numbers: bars with the numbers below, the pointers, and the passes over it.
struct BarPane {
    let drawing: BarDrawing
    let scene: Scene

    private let world: AnyScratchpad
    private let values: [Int?]
    /// How the values are written.
    private let symbols: Scratchpads.Cell

    /// How high a value is written: a line, or the rows of a digit of blocks.
    private var valueRows: Int { scale.map { BlockDigit.size(scale: $0).height } ?? 1 }
    /// How many columns a dot of a digit takes; nil for digits of one character.
    private var scale: Int?

    /// The value whose bar is as high as there is room.
    private let largest: Int

    init(_ drawing: BarDrawing, scene: Scene) {
        self.drawing = drawing
        self.scene = scene
        world = scene.world
        symbols = world.cells[drawing.values]
        values = (0..<world.columnCount).map { [world] in world.value(of: drawing.values, at: $0) }
        largest = max(values.compactMap(\.self).max() ?? 0, 1)
    }

    private var latest: Action.Change? { scene.latestAction.flatMap { world.action($0)?.change } }
    private var next: Action.Change? { scene.nextAction.flatMap { world.action($0)?.change } }
    private var isSwapped: Bool { if case .swap? = latest { true } else { false } }

    private func position(_ pointer: Int) -> Int { world.value(of: pointer, at: 0) ?? 0 }

    /// Draws the array. Returns where the edit cursor stands, if it is in sight.
    func draw(on canvas: inout Canvas) -> Point? {
        let size = canvas.bounds.size
        guard size.height > 0, size.width > 2 else { return nil }
        let cell = cellWidth(in: size.width - 2)
        var pane = self
        let scale = scale(width: Self.barWidth(of: cell), height: size.height)
        pane.scale = canvas.glyphs.isASCII && scale == 1 ? nil : scale
        return pane.draw(cells: cell, on: &canvas)
    }

    private func draw(cells cell: Int, on canvas: inout Canvas) -> Point? {
        let size = canvas.bounds.size
        let anchor = scene.view.editing?.column ?? drawing.pointers.first.map(position) ?? 0
        let scroll = scene.view.editing == nil ? scene.view.scroll.scratchpad : 0
        let window = ColumnWindow(
            total: values.count, room: (size.width - 2) / cell, around: anchor, scroll: scroll)
        let area = canvas.bounds.inset(left: centered(window.range.count * cell, in: size.width))
        // From below: the sweeps, the pointers, the values; the bars take what is left.
        let hasStatus = size.height >= 3
        let bars = area.inset(bottom: valueRows + (hasStatus ? 2 : 1))
        let settled = values.count - drawing.settled
        var cursor: Point?
        for index in window.range {
            let x = area.minX + (index - window.range.lowerBound) * cell
            draw(index, isSettled: index >= settled, in: Rect(x, bars.minY, cell, bars.height), on: &canvas)
            if scene.view.editing?.column == index {
                cursor = Point(x + (Self.barWidth(of: cell) - 1) / 2, bars.maxY + valueRows / 2)
            }
        }
        drawEnds(window, y: bars.maxY, from: area.minX, through: area.minX + window.range.count * cell, on: &canvas)
        if hasStatus { drawStatus(window, in: canvas.bounds.row(bars.maxY + valueRows + 1), on: &canvas) }
        return cursor
    }

    /// The widest cells with which all values fit; when none do, single columns.
    private func cellWidth(in room: Int) -> Int {
        [17, 13, 11, 9, 7, 6, 5, 4, 3, 2].first { $0 * values.count <= room } ?? 1
    }

    /// The largest digits that bars of this width and a pane of this height have room for, a quarter of it at most; nil where
    /// values are no digits.
    private func scale(width: Int, height: Int) -> Int? {
        guard symbols.symbols == nil else { return nil }
        return (1...4).last { scale in
            let size = BlockDigit.size(scale: scale)
            return size.width <= width && size.height * 4 < height
        }
    }

    /// The bar's columns in a cell; the rest keeps neighbours apart.
    private static func barWidth(of cell: Int) -> Int {
        switch cell {
        case ...1: 1
        case 2...4: cell - 1
        default: cell - 2
        }
    }

    private func draw(_ index: Int, isSettled: Bool, in place: Rect, on canvas: inout Canvas) {
        let value = values[index]
        let isPointed = drawing.pointers.contains { position($0) == index }
        let isSwapped = isPointed && isSwapped
        let style = Style(isSwapped ? .swap : isPointed ? .pointer : isSettled ? .good : .bar)
        let width = Self.barWidth(of: place.width)
        // A bar for 0 is the thinnest one there is.
        canvas.column(
            max(Double(value ?? 0) / Double(largest), 0.001), in: Rect(place.minX, place.minY, width, place.height),
            style: style)
        let middle = place.minX + (width - 1) / 2
        var digitStyle = Style(isSwapped ? .changed : isPointed ? .pointer : .value)
        if scene.spotlights.contains(.cell(CellAddress(cell: drawing.values, place: index))) {
            digitStyle.attributes.insert(.reverse)
        }
        if scene.view.editing?.column == index {
            digitStyle.attributes.insert(.reverse)
            if place.width > 2 {
                let (side, y) = (scale.map { BlockDigit.size(scale: $0).width / 2 } ?? 0, place.maxY + valueRows / 2)
                canvas.put("{", at: Point(middle - side - 1, y), style: Style(.warning))
                canvas.put("}", at: Point(middle + side + 1, y), style: Style(.warning))
            }
        }
        let symbol = value.flatMap { symbols.text(of: $0).unicodeScalars.first } ?? canvas.glyphs.empty
        if let scale, let digit = BlockDigit(symbol) {
            let size = BlockDigit.size(scale: scale)
            canvas.put(
                digit, scale: scale, at: Point(place.minX + (width - size.width) / 2, place.maxY), style: digitStyle)
        } else {
            canvas.put(symbol, at: Point(middle, place.maxY + valueRows / 2), style: digitStyle)
        }
        drawPointers(index, isSettled: isSettled, middle: middle, in: place, on: &canvas)
    }

    /// Below the value: which pointers stand here and where they go next, or a tick if the value is settled.
    private func drawPointers(
        _ index: Int, isSettled: Bool, middle: Int, in place: Rect, on canvas: inout Canvas
    ) {
        let glyphs = canvas.glyphs
        let y = place.maxY + valueRows
        let pointers = drawing.pointers.filter { position($0) == index }
        guard !pointers.isEmpty else {
            if isSettled { canvas.put(glyphs.right, at: Point(middle, y), style: .good) }
            return
        }
        let names = pointers.compactMap { drawing.pointers.firstIndex(of: $0) }.map { String($0 + 1) }.joined(
            separator: place.width > 3 ? " " : "")
        let direction = pointers.compactMap { next?.direction(of: $0) }.first
        let isShown = pointers.contains { scene.spotlights.contains(.pointer($0)) }
        let style =
            isShown ? Style.shown : direction == nil ? Style(.pointer) : Style(.accent, attributes: .bold)
        guard place.width > 2 else {
            // No room for marks: two pointers on one value are shown by a sign of their own.
            let text = names.count > place.width ? "*" : names
            canvas.write(text, at: Point(middle, y), style: style)
            return
        }
        let left = direction == .left ? String(glyphs.arrowLeft) : direction == nil ? String(glyphs.pointerUp) : ""
        let right = direction == .right ? String(glyphs.arrowRight) : ""
        canvas.write(left + names + right, at: Point(middle - left.columns, y), style: style)
    }

    private func drawEnds(
        _ window: ColumnWindow, y: Int, from left: Int, through right: Int, on canvas: inout Canvas
    ) {
        let ellipsis = canvas.glyphs.ellipsis
        if window.isCutLeft { canvas.put(ellipsis, at: Point(left - 1, y), style: .dim) }
        if window.isCutRight { canvas.put(ellipsis, at: Point(right, y), style: .dim) }
    }

    private func drawStatus(_ window: ColumnWindow, in row: Rect, on canvas: inout Canvas) {
        var parts: [StyledText] = []
        if let counter = drawing.counter {
            let (done, all) = (position(counter), world.cells[counter].range.upperBound)
            let isShown = scene.spotlights.contains(.pointer(counter))
            let style = isShown ? Style.shown : latest == .move(pointer: counter, .right) ? Style(.changed) : .dim
            parts.append(StyledText(done < all ? "pass \(done + 1) of \(all)" : "\(all) of \(all) passes", style))
        }
        if case .swap(let first, let second)? = latest {
            let (left, right) = (values[position(first)], values[position(second)])
            parts.append(StyledText("swapped \(text(right)) and \(text(left))", Style(.changed)))
        } else if let text = window.text("values") {
            parts.append(StyledText(text, .dim))
        }
        let status = parts.dropFirst().reduce(parts.first ?? StyledText("")) { $0 + StyledText("   ") + $1 }
        canvas.write(status, in: row, align: .center)
    }

    private func text(_ value: Int?) -> String { value.map(symbols.text(of:)) ?? "blank" }
}

extension Action.Change {
    /// Which way the action takes a pointer or, swapping, its value.
    fileprivate func direction(of pointer: Int) -> Direction? {
        switch self {
        case .move(pointer, let direction): direction
        case .swap(pointer, _): .right
        case .swap(_, pointer): .left
        case .move, .swap, .write, .other: nil
        }
    }
}
