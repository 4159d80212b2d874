import Scratchpads

/// The cells around pointers of which is known what stands in them.
extension PadSpace {
    private var width: Int { 2 * layout.reach + 1 }

    private func slot(_ pointer: Int, _ offset: Int) -> Int? {
        abs(offset) <= layout.reach ? pointer * width + layout.reach + offset : nil
    }

    /// How far pointer `one` is beyond `other`, where that is known.
    private func distance(_ pad: SymbolicPad, _ one: Int, _ other: Int) -> Int? {
        one == other ? 0 : pad.zone.difference(layout.place(of: one), layout.place(of: other))
    }

    /// What is remembered to stand under a pointer.
    func known(_ pad: SymbolicPad, at pointer: Int) -> UInt8? {
        for other in layout.neighbours[pointer] {
            guard let offset = distance(pad, pointer, other), let slot = slot(other, offset),
                pad.cells[slot] != SymbolicPad.unknown
            else { continue }
            return pad.cells[slot]
        }
        return nil
    }

    /// Remembers what stands under a pointer, and forgets cells that may be the same.
    func remember(_ symbol: UInt8, _ pad: inout SymbolicPad, at pointer: Int) {
        for other in layout.neighbours[pointer] {
            if let offset = distance(pad, pointer, other) {
                if let slot = slot(other, offset) { pad.cells[slot] = SymbolicPad.unknown }
                continue
            }
            let (one, two) = (layout.place(of: pointer), layout.place(of: other))
            for offset in -layout.reach...layout.reach {
                let isBeyond = pad.zone.most(one, two).map { $0 < offset } ?? false
                let isBefore = pad.zone.most(two, one).map { $0 < -offset } ?? false
                if !isBeyond, !isBefore, let slot = slot(other, offset) { pad.cells[slot] = SymbolicPad.unknown }
            }
        }
        keep(symbol, &pad, pointer, 0)
    }

    /// Keeps a cell beside `pointer` at the first pointer that is near it; forgets it where none is, or none comes back.
    private func keep(_ symbol: UInt8, _ pad: inout SymbolicPad, _ pointer: Int, _ offset: Int) {
        var home: Int?
        var isNeeded = false
        for other in layout.neighbours[pointer] {
            guard let distance = distance(pad, pointer, other) else {
                isNeeded = true
                continue
            }
            let place = distance + offset
            if home == nil, let slot = slot(other, place) { home = slot }
            let moves = structure.pointers[other]
            isNeeded = isNeeded || place == 0 || (place > 0 ? moves.goesUp : moves.goesDown)
        }
        if let home, isNeeded { pad.cells[home] = symbol }
    }

    /// Lets the cells around a pointer that has moved by one place stay where they are.
    func slide(_ pad: inout SymbolicPad, _ pointer: Int, _ up: Bool) {
        guard structure.pointers[pointer].row != nil else { return }
        var cells: [(offset: Int, symbol: UInt8)] = []
        for offset in -layout.reach...layout.reach {
            guard let slot = slot(pointer, offset), pad.cells[slot] != SymbolicPad.unknown else { continue }
            cells.append((up ? offset - 1 : offset + 1, pad.cells[slot]))
            pad.cells[slot] = SymbolicPad.unknown
        }
        for cell in cells { keep(cell.symbol, &pad, pointer, cell.offset) }
    }

    /// The pad with every cell at its first pointer and nothing beyond the precision, so that there are finitely many.
    func normal(_ pad: SymbolicPad) -> SymbolicPad {
        var pad = pad
        pad.zone.coarsen(to: precision)
        for pointer in structure.pointers.indices where layout.neighbours[pointer].count > 1 {
            for offset in -layout.reach...layout.reach {
                guard let slot = slot(pointer, offset), pad.cells[slot] != SymbolicPad.unknown else { continue }
                let symbol = pad.cells[slot]
                pad.cells[slot] = SymbolicPad.unknown
                keep(symbol, &pad, pointer, offset)
            }
        }
        return pad
    }
}
