/// How a pad begins, and how its inputs and its output are read.
extension TaskPad {
    /// Longer rows are refused.
    static let largestRow = 1 << 24

    /// The pad at the beginning; nil where it would be too large.
    init?(_ form: TaskForm, _ values: [InputValue]) {
        let sizes = values.map(\.size)
        var rows: [[UInt8]] = []
        var cells = 0
        for row in form.rows {
            let width = max(row.width.value(sizes) ?? .max, (row.input ?? row.countdown).map { sizes[$0] } ?? 1, 1)
            guard width <= Self.largestRow else { return nil }
            cells += width
            guard cells <= Self.largestRow else { return nil }
            let ground = Array(repeating: row.filling ?? row.blank, count: width)
            let written = row.countdown.map { Self.countdown(sizes[$0]) } ?? row.input.flatMap { values[$0].symbols }
            guard let symbols = written, symbols.count <= width else {
                rows.append(ground)
                continue
            }
            let free = ground.dropLast(symbols.count)
            rows.append(row.side == .right ? Array(free) + symbols : symbols + free)
        }
        var lastPositions: [Int] = []
        for pointer in form.pointers {
            guard let last = pointer.row.map({ rows[$0].count - 1 }) ?? pointer.limit.value(sizes), last >= 0 else {
                return nil
            }
            lastPositions.append(min(last, Self.largestRow))
        }
        self.init(form, rows: rows, lastPositions: lastPositions, inputSizes: sizes)
    }

    /// The first `count` symbols, the last one first.
    static func countdown(_ count: Int) -> [UInt8] { (0..<UInt8(min(max(count, 0), 64))).reversed() }

    /// The inputs as they stand there; nil where one has gaps, or where the programs may have changed it.
    func inputs(ignoringOrder: Bool) -> [TaskValue]? {
        var values: [TaskValue] = []
        for (index, input) in form.inputs.enumerated() {
            guard let row = input.row else {
                values.append(.number(inputSizes[index]))
                continue
            }
            // Blanks at the end that a row is aligned to are gaps.
            let blank = form.rows[row].blank
            let written =
                form.rows[row].side == .right
                ? Array(rows[row].drop { $0 == blank }) : Array(rows[row].reversed().drop { $0 == blank }.reversed())
            guard !written.isEmpty, !written.contains(form.rows[row].blank) else { return nil }
            guard ignoringOrder ? written.count == inputSizes[index] : !form.changedRows.contains(row) || isUnchanged
            else { return nil }
            values.append(InputValue.symbols(written).taskValue(input.kind))
        }
        return values
    }

    /// Whether this is how a problem begins: all pointers where they start, and nothing in the rows without an input.
    private var isUnchanged: Bool {
        form.pointers.indices.allSatisfy { pointer in
            position(of: pointer) == (form.pointers[pointer].startsRight ? lastPosition(of: pointer) : 0)
        }
            && form.rows.indices.allSatisfy { row in
                let ground = form.rows[row].filling ?? form.rows[row].blank
                return form.rows[row].input != nil || rows[row].allSatisfy { $0 == ground }
            }
    }

    /// What stands there as the output.
    var outputText: String {
        if let condition = form.output.condition, !condition.isTrue(in: self, []) { return "" }
        let row = form.output.row
        let symbols = form.rows[row].alphabet.symbols
        func text(_ symbol: UInt8) -> String { Int(symbol) < symbols.count ? String(symbols[Int(symbol)]) : "_" }
        switch form.output.form {
        case .symbol:
            return form.output.pointer.flatMap { symbol(at: $0) }.map { text(UInt8($0)) } ?? ""
        case .list: return rows[row].trimmedBlanks(form.rows[row].blank).map(text).joined(separator: " ")
        case .word: return rows[row].trimmedBlanks(form.rows[row].blank).map(text).joined()
        case .number:
            // Blanks right of a digit are gaps in a number that is aligned right.
            let blank = form.rows[row].blank
            let written =
                form.rows[row].side == .right
                ? rows[row].drop { $0 == blank } : rows[row].trimmedBlanks(blank)
            return (written.dropLast().drop { $0 == 0 } + written.suffix(1)).map(text).joined()
        }
    }
}

extension TaskForm {
    /// The rows that the programs write or swap in.
    var changedRows: Set<Int> {
        var changed: Set<Int> = []
        for instruction in programs.flatMap(\.code.instructions) {
            switch instruction {
            case .write(let term, _, _), .copy(let term, _, _): changed.formUnion(rows(under: term))
            case .swap(let one, let other, _): changed.formUnion(rows(under: one) + rows(under: other))
            case .call, .move, .end, .jump, .branch, .loop: break
            }
        }
        return changed
    }

    /// The rows on which the pointers stand that `term` can stand for.
    func rows(under term: PointerTerm) -> [Int] { pointers(of: term).compactMap { pointers[$0].row } }
}

extension [UInt8] {
    /// Without the blanks at both ends.
    fileprivate func trimmedBlanks(_ blank: UInt8) -> ArraySlice<UInt8> {
        var rest = self[...]
        while rest.first == blank { rest.removeFirst() }
        while rest.last == blank { rest.removeLast() }
        return rest
    }
}
