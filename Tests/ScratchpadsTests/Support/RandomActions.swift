import NPIKit

extension Arguments {
    /// Any of the thousand, sensible or not.
    static func random(using generator: inout some RandomNumberGenerator) -> Arguments {
        Arguments(
            Int.random(in: 0...9, using: &generator), Int.random(in: 0...9, using: &generator),
            Int.random(in: 0...9, using: &generator))
    }

    /// All thousand.
    static var all: [Arguments] {
        (0..<1_000).map { Arguments($0 / 100, $0 / 10 % 10, $0 % 10) }
    }
}
