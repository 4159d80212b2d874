import Scratchpads

/// What can be asked of symbolic pads, and done on them. Where an answer is not known, the pad falls into the cases of each
/// answer.
struct PadSpace {
    let layout: PadLayout
    /// What is kept of differences.
    private(set) var precision: [Zone.Precision] = []
    var structure: TaskStructure { layout.structure }

    init(_ structure: TaskStructure, reach: Int = 1) {
        layout = PadLayout(structure, reach: reach)
        precision = ZonePrecision(layout, beginning: beginning().zone).precision
    }

    /// The pads of all problems at the beginning.
    func beginning() -> SymbolicPad {
        let cellCount = structure.pointers.count * (2 * layout.reach + 1)
        var pad = SymbolicPad(
            zone: Zone(count: layout.variableCount), cells: Array(repeating: SymbolicPad.unknown, count: cellCount))
        var isPossible = true
        func limit(_ i: Int, _ j: Int, to c: Int) { isPossible = isPossible && self.limit(&pad, i, j, to: c) }
        for (index, input) in structure.inputs.enumerated() {
            limit(PadLayout.zero, layout.inputs[index], to: -input.least)
            if let most = input.most { limit(layout.inputs[index], PadLayout.zero, to: most) }
            if layout.longest != layout.inputs[index] { limit(layout.inputs[index], layout.longest, to: 0) }
        }
        for (index, pointer) in structure.pointers.enumerated() {
            let (place, last) = (layout.place(of: index), layout.lastPlaces[index])
            limit(PadLayout.zero, last.base, to: last.offset)
            if let row = pointer.row {
                for width in layout.leastWidths[row] {
                    limit(width.base, last.base, to: last.offset + 1 - width.offset)
                }
            }
            let (base, offset) = pointer.startsAtLast ? (last.base, last.offset) : (PadLayout.zero, 0)
            limit(place, base, to: offset)
            limit(base, place, to: -offset)
        }
        for case let (begin, end)? in layout.written {
            for variable in [begin, end] {
                limit(variable, PadLayout.zero, to: 0)
                limit(PadLayout.zero, variable, to: 0)
            }
        }
        precondition(isPossible, "there is no pad of this task")
        return pad
    }

    /// Adds x_i - x_j <= c. Returns whether that can be.
    private func limit(_ pad: inout SymbolicPad, _ i: Int, _ j: Int, to c: Int) -> Bool {
        guard pad.zone.limit(i, j, to: c) else { return false }
        guard layout.inputs.count > 1 else { return true }
        // The longest input is one of them.
        for other in 0..<layout.variableCount {
            let mosts = layout.inputs.map { pad.zone.most($0, other) }
            guard !mosts.contains(nil), let most = mosts.compactMap({ $0 }).max() else { continue }
            guard pad.zone.limit(layout.longest, other, to: most) else { return false }
        }
        return true
    }

    /// The cases in which x_i - x_j is at most c, and in which it is more.
    private func cases(_ pad: SymbolicPad, _ i: Int, _ j: Int, atMost c: Int) -> (yes: SymbolicPad?, no: SymbolicPad?) {
        if let most = pad.zone.most(i, j), most <= c { return (pad, nil) }
        if let back = pad.zone.most(j, i), back < -c { return (nil, pad) }
        var (yes, no) = (pad, pad)
        return (
            limit(&yes, i, j, to: c) ? yes : nil, limit(&no, j, i, to: -c - 1) ? no : nil
        )
    }

    /// The cases in which x_i is x_j + c, and in which it is not.
    private func cases(_ pad: SymbolicPad, _ i: Int, _ j: Int, equal c: Int) -> [Case<Bool>] {
        let (low, high) = cases(pad, i, j, atMost: c)
        var found = [high].compactMap { $0 }.map { Case(pad: $0, value: false) }
        guard let low else { return found }
        let (less, equal) = cases(low, i, j, atMost: c - 1)
        if let less { found.append(Case(pad: less, value: false)) }
        if let equal { found.append(Case(pad: equal, value: true)) }
        return found
    }

    /// Whether a pointer is at its last place, or else at place 0.
    func isAtBound(_ pad: SymbolicPad, _ pointer: Int, last: Bool) -> [Case<Bool>] {
        let bound = last ? layout.lastPlaces[pointer] : PadLayout.Place(base: PadLayout.zero, offset: 0)
        return cases(pad, layout.place(of: pointer), bound.base, equal: bound.offset)
    }

    /// Whether two pointers have the same place.
    func isSamePlace(_ pad: SymbolicPad, _ one: Int, _ other: Int) -> [Case<Bool>] {
        cases(pad, layout.place(of: one), layout.place(of: other), equal: 0)
    }

    /// What stands under a pointer.
    func symbol(_ pad: SymbolicPad, at pointer: Int) -> [Case<UInt8>] {
        if let known = known(pad, at: pointer) { return [Case(pad: pad, value: known)] }
        guard let row = structure.pointers[pointer].row else { return [Case(pad: pad, value: 0)] }
        return unseen(pad, pointer, row).flatMap { possible in
            possible.value.map { symbol in
                var pad = possible.pad
                remember(symbol, &pad, at: pointer)
                return Case(pad: pad, value: symbol)
            }
        }
    }

    /// What can stand under a pointer in a cell that is not remembered.
    private func unseen(_ pad: SymbolicPad, _ pointer: Int, _ row: Int) -> [Case<[UInt8]>] {
        guard let (begin, end) = layout.written[row] else {
            return structure.rows[row].isWritten
                ? [Case(pad: pad, value: structure.rows[row].possible)] : untouched(pad, pointer, row)
        }
        let place = layout.place(of: pointer)
        let (inside, beyond) = cases(pad, place, end, atMost: -1)
        var found = beyond.map { untouched($0, pointer, row) } ?? []
        guard let inside else { return found }
        let (before, written) = cases(inside, place, begin, atMost: -1)
        if let before { found += untouched(before, pointer, row) }
        if let written { found.append(Case(pad: written, value: structure.rows[row].possible)) }
        return found
    }

    /// What stands at the beginning where a pointer is.
    private func untouched(_ pad: SymbolicPad, _ pointer: Int, _ row: Int) -> [Case<[UInt8]>] {
        let row = structure.rows[row]
        guard let input = row.input, !row.isAlwaysFull else { return [Case(pad: pad, value: row.contents)] }
        let (inside, beyond) = cases(pad, layout.place(of: pointer), layout.inputs[input], atMost: -1)
        return [
            inside.map { Case(pad: $0, value: row.contents) }, beyond.map { Case(pad: $0, value: [row.ground]) },
        ].compactMap { $0 }
    }

    /// What an action makes of a pad.
    func perform(_ action: TaskStructure.Action, on pad: SymbolicPad) -> [SymbolicPad] {
        switch action {
        case .nothing: return [pad]
        case .move(let pointer, let up): return move(pad, pointer, up)
        case .write(let pointer, let symbol): return write(symbol, pad, at: pointer)
        case .copy(let to, let from):
            return symbol(pad, at: from).flatMap { write($0.value, $0.pad, at: to) }
        case .swap(let one, let other): return swap(pad, one, other)
        }
    }

    private func swap(_ pad: SymbolicPad, _ one: Int, _ other: Int) -> [SymbolicPad] {
        let apart =
            structure.pointers[one].row == structure.pointers[other].row
            ? isSamePlace(pad, one, other) : [Case(pad: pad, value: false)]
        return apart.flatMap { apart in
            if apart.value { return [apart.pad] }
            return symbol(apart.pad, at: one).flatMap { first in
                symbol(first.pad, at: other).flatMap { second in
                    write(second.value, second.pad, at: one).flatMap { write(first.value, $0, at: other) }
                }
            }
        }
    }

    private func write(_ symbol: UInt8, _ pad: SymbolicPad, at pointer: Int) -> [SymbolicPad] {
        guard let row = structure.pointers[pointer].row else { return [pad] }
        return touch(pad, pointer, row).map { touched in
            var touched = touched
            remember(symbol, &touched, at: pointer)
            return touched
        }
    }

    /// Makes the cell under a pointer part of those written in.
    private func touch(_ pad: SymbolicPad, _ pointer: Int, _ row: Int) -> [SymbolicPad] {
        guard let (begin, end) = layout.written[row] else { return [pad] }
        let place = layout.place(of: pointer)
        if pad.zone.difference(begin, end) == 0 {
            var first = pad
            first.zone.set(begin, to: place, plus: 0)
            first.zone.set(end, to: place, plus: 1)
            return [first]
        }
        let (inside, beyond) = cases(pad, place, end, atMost: -1)
        var longer = beyond
        longer?.zone.set(end, to: place, plus: 1)
        return [inside, longer].compactMap { $0 }.flatMap { pad in
            let (before, within) = cases(pad, place, begin, atMost: -1)
            var earlier = before
            earlier?.zone.set(begin, to: place, plus: 0)
            return [earlier, within].compactMap { $0 }
        }
    }

    private func move(_ pad: SymbolicPad, _ pointer: Int, _ up: Bool) -> [SymbolicPad] {
        let place = layout.place(of: pointer)
        let last = layout.lastPlaces[pointer]
        let (free, blocked) =
            up
            ? cases(pad, place, last.base, atMost: last.offset - 1) : cases(pad, PadLayout.zero, place, atMost: -1)
        guard var moved = free else { return [blocked].compactMap { $0 } }
        moved.zone.shift(place, by: up ? 1 : -1)
        slide(&moved, pointer, up)
        return [moved, blocked].compactMap { $0 }
    }
}
