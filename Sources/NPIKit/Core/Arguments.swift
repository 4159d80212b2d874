/// The three integers, each 0...9, that go with every program call and every action.
///
/// Reed & de Freitas 2016 give each call a small tuple of arguments; here it is three one-hots of ten.
public struct Arguments: Hashable, Sendable {
    /// How many integers there are.
    public static let count = 3
    /// How many values each integer may take.
    public static let valueCount = 10
    /// `(0, 0, 0)`, given to programs that take none.
    public static let none = Arguments(0, 0, 0)

    private var storage: (UInt8, UInt8, UInt8)

    /// Makes the arguments `(first, second, third)`, each of which must be 0...9.
    public init(_ first: Int, _ second: Int, _ third: Int) {
        let range = 0..<Self.valueCount
        precondition(
            range.contains(first) && range.contains(second) && range.contains(third),
            "Arguments are three integers of 0...9")
        storage = (UInt8(first), UInt8(second), UInt8(third))
    }

    /// Argument `index`, 0...2.
    public subscript(index: Int) -> Int {
        switch index {
        case 0: Int(storage.0)
        case 1: Int(storage.1)
        case 2: Int(storage.2)
        default: preconditionFailure("Arguments has three integers, 0...2")
        }
    }

    /// The three integers as an array.
    public var values: [Int] {
        [Int(storage.0), Int(storage.1), Int(storage.2)]
    }

    /// Whether both have the same three integers.
    public static func == (left: Arguments, right: Arguments) -> Bool {
        left.storage == right.storage
    }

    /// Feeds the three integers to `hasher`.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(storage.0)
        hasher.combine(storage.1)
        hasher.combine(storage.2)
    }
}
