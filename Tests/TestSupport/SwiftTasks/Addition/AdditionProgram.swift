/// The programs of addition, under their names in program memory.
enum AdditionProgram: String, CaseIterable, Sendable {
    case add = "ADD"
    case add1 = "ADD1"
    case carry = "CARRY"
    case lshift = "LSHIFT"

    /// What it does, in a few plain words.
    var purpose: String {
        switch self {
        case .add: "adds two numbers, a column at a time from the right"
        case .add1: "adds the digits of one column and its carry, and writes the sum's last digit"
        case .carry: "writes a 1 into the carry row of the column to the left"
        case .lshift: "moves all four pointers one column to the left"
        }
    }
}
