/// How the rows of a task's pads begin, how wide they are, and what may come to stand in them.
struct RowStructure {
    private(set) var rows: [TaskStructure.Row]

    init(_ form: TaskForm) {
        let changed = form.changedRows
        let least = form.inputs.map(\.leastSize)
        rows = form.rows.enumerated().map { index, row in
            let symbols = (0..<row.blank).map { $0 }
            let ground = row.filling ?? row.blank
            let input = row.input ?? row.countdown
            var width = row.width.length(of: form.inputs.count)
            // A row is as wide as its input in any case, and has a cell at least.
            if let known = width, !known.holds(input, least) { width = nil }
            var leastWidths = row.width.leastLengths(least)
            if let input { leastWidths.append(.init(base: .input(input), offset: 0)) }
            leastWidths.append(.init(base: .zero, offset: 1))
            var structure = TaskStructure.Row(
                input: input, contents: input == nil ? [ground] : symbols, ground: ground, width: width,
                leastWidths: leastWidths, isWritten: changed.contains(index), possible: [])
            structure.possible = structure.isAlwaysFull ? symbols : Set(structure.contents + [ground]).sorted()
            return structure
        }
        addWritten(form)
    }

    /// Adds what programs write, and what swaps and copies bring from other rows.
    private mutating func addWritten(_ form: TaskForm) {
        var possible = rows.map { Set($0.possible) }
        var before: [Set<UInt8>] = []
        while before != possible {
            before = possible
            for instruction in form.programs.flatMap(\.code.instructions) {
                switch instruction {
                case .write(let term, let formula, _):
                    for row in form.rows(under: term) {
                        let blank = form.rows[row].blank
                        switch formula {
                        case .blank: possible[row].insert(blank)
                        case .constant(let symbol): possible[row].insert(UInt8(clamping: symbol))
                        default:
                            possible[row].formUnion(form.rows[row].isNeverBlank ? Array(0..<blank) : Array(0...blank))
                        }
                    }
                case .swap(let one, let other, _), .copy(let one, let other, _):
                    let both = form.rows(under: one) + form.rows(under: other)
                    let all = both.reduce(into: Set<UInt8>()) { $0.formUnion(possible[$1]) }
                    for row in both { possible[row].formUnion(all) }
                case .call, .move, .end, .jump, .branch, .loop: break
                }
            }
        }
        for index in rows.indices {
            rows[index].possible = possible[index].filter { $0 <= form.rows[index].blank }.sorted()
        }
    }
}

extension TaskStructure.Row {
    /// Whether its input fills it.
    package var isAlwaysFull: Bool { input != nil && width == .init(base: .input(input ?? 0), offset: 0) }
}

extension TaskStructure.Length {
    /// Whether a row of this width has room for its input, and has a cell.
    fileprivate func holds(_ input: Int?, _ least: [Int]) -> Bool {
        guard smallest(least) >= 1 else { return false }
        guard let input else { return true }
        switch base {
        case .zero: return false
        case .input(let index): return input == index && offset >= 0
        case .longest: return offset >= 0
        }
    }

    /// What it is at least, where the inputs have the lengths `least` or more.
    fileprivate func smallest(_ least: [Int]) -> Int {
        switch base {
        case .zero: offset
        case .input(let index): offset + least[index]
        case .longest: offset + (least.max() ?? 0)
        }
    }
}

extension SizeFormula {
    /// It as one length with something added; nil where it is none.
    func length(of inputCount: Int) -> TaskStructure.Length? {
        switch self {
        case .constant(let number): return .init(base: .zero, offset: number)
        case .input(let index): return .init(base: .input(index), offset: 0)
        case .longest: return .init(base: inputCount == 1 ? .input(0) : .longest, offset: 0)
        case .binary(let operation, let left, let right):
            guard let one = left.length(of: inputCount), let other = right.length(of: inputCount) else { return nil }
            switch operation {
            case .plus where other.base == .zero: return .init(base: one.base, offset: one.offset + other.offset)
            case .plus where one.base == .zero: return .init(base: other.base, offset: one.offset + other.offset)
            case .minus where other.base == .zero: return .init(base: one.base, offset: one.offset - other.offset)
            default: return nil
            }
        }
    }

    /// Lengths that a sum of lengths has at least, where the inputs have the lengths `least` or more.
    func leastLengths(_ least: [Int]) -> [TaskStructure.Length] {
        if let length = length(of: least.count) { return [length] }
        guard case .binary(.plus, let left, let right) = self else { return [] }
        let (one, other) = (left.leastLengths(least), right.leastLengths(least))
        func smallest(_ lengths: [TaskStructure.Length]) -> Int? { lengths.map { $0.smallest(least) }.max() }
        func added(_ lengths: [TaskStructure.Length], _ number: Int?) -> [TaskStructure.Length] {
            guard let number else { return [] }
            return lengths.map { .init(base: $0.base, offset: $0.offset + number) }
        }
        return added(one, smallest(other)) + added(other, smallest(one))
    }
}

extension TaskForm.Input {
    /// How short it can be, or how small a count.
    var leastSize: Int { kind == .count ? 0 : 1 }
}

extension TaskForm {
    /// The pointers that programs move, by direction.
    var movedPointers: [Direction: Set<Int>] {
        var moved: [Direction: Set<Int>] = [:]
        for case .move(let term, let direction, _) in programs.flatMap(\.code.instructions) {
            moved[direction, default: []].formUnion(pointers(of: term))
        }
        return moved
    }
}
