import Scratchpads

/// Which numbers of a pad are kept in its ``Zone``, and how far around pointers cells are remembered.
///
/// The numbers are 0, the places of all pointers, the lengths of the inputs and of the longest, the widths that no length says,
/// and for each row in which programs write the part in which they have written.
struct PadLayout {
    /// The place or length `base` + `offset`.
    struct Place: Hashable {
        var base: Int
        var offset: Int
    }

    let structure: TaskStructure
    let variableCount: Int
    /// The lengths of the inputs.
    let inputs: [Int]
    /// The length of the longest input.
    let longest: Int
    /// The last place that each pointer can reach.
    let lastPlaces: [Place]
    /// For each row whose width no length says: places that lie within it or directly behind it.
    let leastWidths: [[Place]]
    /// For each row: where the written part begins and where it is over; nil where that does not matter.
    let written: [(begin: Int, end: Int)?]
    /// The pointers that stand on the same row.
    let neighbours: [[Int]]
    /// Cells so far from a pointer are remembered.
    let reach: Int

    /// The number 0.
    static let zero = 0

    /// The place of pointer `index`.
    func place(of index: Int) -> Int { 1 + index }

    init(_ structure: TaskStructure, reach: Int = 1) {
        self.structure = structure
        self.reach = reach
        var count = 1 + structure.pointers.count
        func variable() -> Int {
            defer { count += 1 }
            return count
        }
        let inputs = structure.inputs.map { _ in variable() }
        self.inputs = inputs
        let longest = inputs.count == 1 ? inputs[0] : variable()
        self.longest = longest
        func place(_ length: TaskStructure.Length) -> Place {
            switch length.base {
            case .zero: Place(base: Self.zero, offset: length.offset)
            case .input(let index): Place(base: inputs[index], offset: length.offset)
            case .longest: Place(base: longest, offset: length.offset)
            }
        }
        let widths = structure.rows.map { $0.width.map(place) ?? Place(base: variable(), offset: 0) }
        lastPlaces = structure.pointers.map { pointer in
            guard let row = pointer.row else { return pointer.last.map(place) ?? Place(base: variable(), offset: 0) }
            return Place(base: widths[row].base, offset: widths[row].offset - 1)
        }
        leastWidths = structure.rows.map { $0.width == nil ? $0.leastWidths.map(place) : [] }
        written = structure.rows.map { row in
            row.isWritten && !(row.isAlwaysFull && row.possible == row.contents) ? (variable(), variable()) : nil
        }
        neighbours = structure.pointers.indices.map { index in
            structure.pointers[index].row.map { row in
                structure.pointers.indices.filter { structure.pointers[$0].row == row }
            }
                ?? []
        }
        variableCount = count
    }
}
