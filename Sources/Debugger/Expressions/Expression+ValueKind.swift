extension Expression {
    /// What sort of value an expression has, for showing it.
    package enum ValueKind: Hashable, Sendable {
        /// A number, such as a digit or a pointer's place.
        case number
        /// A probability or an entropy.
        case measure
        /// A program.
        case program
        /// Something that is so or not.
        case condition
    }

    /// What sort of value it has.
    package var valueKind: ValueKind {
        switch self {
        case .prediction, .chance: .measure
        case .program, .run(.program): .program
        case .not, .within: .condition
        case .binary(let operation, _, _): [.plus, .minus, .times].contains(operation) ? .number : .condition
        default: .number
        }
    }
}
