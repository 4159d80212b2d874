/// Something on a scratchpad that a person can name, ask for and often change: `carry`, `ptr1`, `out[2]`.
///
/// A cell says what may stand there; the ``Scratchpad`` itself gets and sets it.
public struct Cell: Hashable, Sendable {
    /// What a cell is.
    public enum Role: Hashable, Sendable {
        /// A single value, such as the digit under a pointer.
        case value
        /// Where a pointer stands.
        case pointer
        /// A row of so many cells, each of which is called by its place: `out[0]`.
        case row(Int)
    }

    /// The name, in lower case and without spaces. A row may have the name of a single value.
    public var name: String
    /// What it is.
    public var role: Role
    /// The numbers that may stand there.
    public var range: ClosedRange<Int>
    /// The distance between two numbers that may stand there.
    public var step = 1
    /// What the numbers count, such as "degrees", for messages; nil for plain numbers.
    public var unit: String?
    /// Whether nothing may stand there.
    public var canBeBlank = false
    /// Whether a person can change it.
    public var isChangeable = true
    /// What the numbers stand for, in order, where they are signs rather than numbers; nil for plain numbers.
    public var symbols: [String]?
    /// The cell of which this is only another name, an index of ``Scratchpad/cells``.
    public var alias: Int?

    /// Makes a cell.
    public init(_ name: String, _ role: Role = .value, in range: ClosedRange<Int>, canBeBlank: Bool = false) {
        self.name = name
        self.role = role
        self.range = range
        self.canBeBlank = canBeBlank
    }

    /// How many places a row has; nil for what is no row.
    public var placeCount: Int? {
        if case .row(let count) = role { count } else { nil }
    }

    /// How a value of it is written.
    public func text(of value: Int) -> String {
        guard let symbols, symbols.indices.contains(value) else { return "\(value)" }
        return symbols[value]
    }

    /// Whether it is a pointer.
    public var isPointer: Bool { role == .pointer }
}

extension Scratchpad {
    /// The names of the single values and pointers.
    package var valueNames: [String] { cells.filter { $0.placeCount == nil }.map(\.name) }

    /// The names of the rows.
    package var rowNames: [String] { cells.filter { $0.placeCount != nil }.map(\.name) }

    /// The names of what a person can change, in the order in which they are offered; of a row its first cell's.
    package var changeableNames: [String] {
        cells.filter(\.isChangeable).map { $0.placeCount == nil ? $0.name : "\($0.name)[0]" }
    }
}
