/// A place in a tour's file.
struct TextPlace: Hashable, Sendable {
    var line: Int
    var column: Int

    /// So many columns further on.
    func moved(_ columns: Int) -> TextPlace { TextPlace(line: line, column: column + columns) }
}

/// Something read from a tour's file, and where it stands.
struct Placed<Value: Hashable & Sendable>: Hashable, Sendable {
    var value: Value
    var place: TextPlace
}
