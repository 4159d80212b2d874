import Support

extension SeededGenerator {
    /// A number of -1...1.
    mutating func around() -> Float { 2 * unit() - 1 }

    /// Three numbers of 0..<1, such as the shares of a colour.
    mutating func vector() -> Vector { Vector(unit(), unit(), unit()) }
}
