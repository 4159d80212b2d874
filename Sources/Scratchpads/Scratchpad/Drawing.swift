/// How a scratchpad is drawn, in terms of its cells: which rows there are, and which pointers stand on them.
///
/// It holds indices of ``Scratchpad/cells`` and no values: who draws asks for the cells in sight, so a row may be of any
/// length.
public struct Drawing: Hashable, Sendable {
    /// A row of cells and its pointer.
    public struct Row: Hashable, Sendable {
        /// The name beside the row, such as "INP1".
        public var name: String
        /// The row, an index of ``Scratchpad/cells``.
        public var cell: Int
        /// Its pointer, an index of ``Scratchpad/cells``.
        public var pointer: Int
        /// Other pointers that stand on it, indices of ``Scratchpad/cells``.
        public var otherPointers: [Int] = []
        /// At which end of it place 0 is; nil for the end that the drawing says.
        public var origin: Side?
        /// Whether it holds what is only kept on the way, such as carries; drawn in a colour of its own.
        public var isAuxiliary: Bool

        /// Makes a row.
        public init(_ name: String, cell: Int, pointer: Int, isAuxiliary: Bool = false) {
            self.name = name
            self.cell = cell
            self.pointer = pointer
            self.isAuxiliary = isAuxiliary
        }
    }

    /// At which end of the rows place 0 is.
    public enum Side: Hashable, Sendable {
        /// Place 0 is the leftmost cell, as in arrays.
        case left
        /// Place 0 is the rightmost cell, as in numbers.
        case right
    }

    /// A sign that the drawing, or an action's name, has, and what it means; for the help.
    public struct Sign: Hashable, Sendable {
        /// Such as "SWAP 1 2".
        public var sign: String
        /// What it means.
        public var meaning: String

        /// Makes an entry.
        public init(_ sign: String, _ meaning: String) {
            self.sign = sign
            self.meaning = meaning
        }
    }

    /// What is drawn.
    package let content: Content
    /// The title of its pane.
    public var title = "Scratchpad"
    /// Signs to explain beside the usual ones.
    public var signs: [Sign] = []

    package enum Content: Hashable, Sendable {
        case columns(ColumnDrawing)
        case tape(ColumnDrawing)
        case grid(ColumnDrawing)
        case bars(BarDrawing)
        case camera(CarScene)
    }

    /// Rows of symbols, one below the other, with a pointer on each.
    ///
    /// - Parameters:
    ///   - rows: The rows, from above; all of the same length.
    ///   - origin: At which end place 0 is.
    ///   - result: The row into which the result is written, column by column: a rule is drawn above it, and a person's change
    ///     of a column that has its result comes too late. Nil where there is none.
    ///   - counters: Pointers without a row, indices of ``Scratchpad/cells``, shown below.
    public static func columns(_ rows: [Row], origin: Side, result: Int? = nil, counters: [Int] = []) -> Drawing {
        Drawing(content: .columns(ColumnDrawing(rows: rows, origin: origin, result: result, counters: counters)))
    }

    /// Rows of symbols as tapes, each seen around its own pointers, which stand below it with their names.
    ///
    /// - Parameters:
    ///   - rows: The rows, from above.
    ///   - origin: At which end place 0 is.
    ///   - counters: Pointers without a row, indices of ``Scratchpad/cells``, shown below.
    public static func tape(_ rows: [Row], origin: Side, counters: [Int] = []) -> Drawing {
        Drawing(content: .tape(ColumnDrawing(rows: rows, origin: origin, result: nil, counters: counters)))
    }

    /// Rows of symbols as a table whose columns are numbered by their places.
    ///
    /// - Parameters:
    ///   - rows: The rows, from above.
    ///   - origin: At which end place 0 is.
    ///   - counters: Pointers without a row, indices of ``Scratchpad/cells``, shown below.
    public static func grid(_ rows: [Row], origin: Side, counters: [Int] = []) -> Drawing {
        Drawing(content: .grid(ColumnDrawing(rows: rows, origin: origin, result: nil, counters: counters)))
    }

    /// A row of numbers as bars, with pointers below them.
    ///
    /// - Parameters:
    ///   - values: The row, an index of ``Scratchpad/cells``.
    ///   - pointers: The pointers that stand on values, each an index of ``Scratchpad/cells``, shown as 1, 2...
    ///   - counter: A pointer that counts passes over the row.
    ///   - settled: How many values at the right end are where they belong for good.
    public static func bars(_ values: Int, pointers: [Int], counter: Int? = nil, settled: Int = 0) -> Drawing {
        Drawing(
            content: .bars(BarDrawing(values: values, pointers: pointers, counter: counter, settled: settled)))
    }

    /// A car as its camera sees it.
    package static func camera(_ scene: CarScene) -> Drawing {
        var drawing = Drawing(content: .camera(scene))
        drawing.title = "Car"
        return drawing
    }

    private init(content: Content) { self.content = content }
}

extension Drawing.Row {
    /// The pointers that stand on it, of an environment with these cells; a row without one may name another cell in its place.
    package func pointers(of cells: [Cell]) -> [Int] {
        ([pointer] + otherPointers).filter { cells[$0].isPointer }
    }
}

/// What ``Drawing/columns(_:origin:result:counters:)``, ``Drawing/tape(_:origin:counters:)`` or ``Drawing/grid(_:origin:counters:)`` was
/// given.
package struct ColumnDrawing: Hashable, Sendable {
    package let rows: [Drawing.Row]
    package let origin: Drawing.Side
    package let result: Int?
    package let counters: [Int]

    /// At which end of `row` place 0 is.
    package func side(of row: Int) -> Drawing.Side { rows[row].origin ?? origin }
}

/// What ``Drawing/bars(_:pointers:counter:settled:)`` was given.
package struct BarDrawing: Hashable, Sendable {
    package let values: Int
    package let pointers: [Int]
    package let counter: Int?
    package let settled: Int
}
