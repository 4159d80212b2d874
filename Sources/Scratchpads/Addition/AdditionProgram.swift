/// The programs of addition, under their names in program memory.
enum AdditionProgram: String, CaseIterable, Sendable {
    case add = "ADD"
    case add1 = "ADD1"
    case carry = "CARRY"
    case lshift = "LSHIFT"
}
