import Scratchpads

/// What is kept of a pad's differences: those that moves, ends, and cells that are read ask for, and only as far as it may
/// matter a step or so later.
struct ZonePrecision {
    private(set) var precision: [Zone.Precision]
    private let count: Int

    /// - Parameter beginning: What holds at the beginning; of numbers that never change it always holds.
    init(_ layout: PadLayout, beginning: Zone) {
        count = layout.variableCount
        precision = Array(repeating: .nothing, count: count * count)
        let structure = layout.structure
        let moving = Set(
            structure.pointers.indices.map(layout.place(of:))
                + layout.written.flatMap { [$0?.begin, $0?.end] }.compactMap { $0 })
        for i in 0..<count {
            for j in 0..<count where !moving.contains(i) && !moving.contains(j) {
                precision[i * count + j] = beginning.most(i, j).map { .always(Int16(clamping: $0)) } ?? .nothing
            }
            precision[i * count + i] = .always(0)
        }
        for (index, pointer) in structure.pointers.enumerated() {
            let place = layout.place(of: index)
            // A pointer that goes out and comes back has to find what it knew.
            let slack = structure.longestMove - (pointer.goesUp && pointer.goesDown ? 0 : 1)
            for other in structure.pointers.indices where other != index {
                precision[place * count + layout.place(of: other)] = .between(Int16(-1 - slack), Int16(1 + slack))
            }
            let last = layout.lastPlaces[index]
            let (isStartSeen, isEndSeen) = structure.boundsSeen(of: index)
            let isZeroSeen = pointer.isMirrored ? isEndSeen : isStartSeen
            let isLastSeen = pointer.isMirrored ? isStartSeen : isEndSeen
            if pointer.goesDown || isZeroSeen { keep(PadLayout.zero, place, -1, slack) }
            if pointer.goesUp || isLastSeen { keep(place, last.base, last.offset - 1, slack) }
            guard let row = pointer.row else { continue }
            if let input = structure.rows[row].input, !structure.rows[row].isAlwaysFull {
                keep(place, layout.inputs[input], -1, slack)
            }
            if let (begin, end) = layout.written[row] {
                keep(place, begin, -1, slack)
                keep(place, end, -1, slack)
                keep(begin, end, -1, slack)
            }
        }
    }

    /// Keeps whether x_i - x_j is at most c, and whether it will be after a step.
    private mutating func keep(_ i: Int, _ j: Int, _ c: Int, _ slack: Int) {
        precision[i * count + j] = .between(Int16(clamping: c - slack), Int16(clamping: c + 1 + slack))
        precision[j * count + i] = .between(Int16(clamping: -c - 1 - slack), Int16(clamping: -c + slack))
    }
}

extension TaskStructure {
    /// Whether it is seen that a pointer is at its start, and at its end.
    fileprivate func boundsSeen(of pointer: Int) -> (start: Bool, end: Bool) {
        (fields.contains(.atStart(pointer: pointer)), fields.contains(.atEnd(pointer: pointer)))
    }
}
