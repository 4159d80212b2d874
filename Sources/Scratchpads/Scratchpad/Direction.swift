/// Where a pointer moves. The raw value is the verb in an action's arguments, in every environment with pointers.
public enum Direction: Int, CaseIterable, Hashable, Sendable {
    /// One column or element to the left.
    case left = 0
    /// One column or element to the right.
    case right = 1

    /// The name as in the paper: LEFT or RIGHT.
    public var name: String {
        switch self {
        case .left: "LEFT"
        case .right: "RIGHT"
        }
    }

    /// The other direction.
    public var opposite: Direction {
        switch self {
        case .left: .right
        case .right: .left
        }
    }

    /// -1 for left, 1 for right.
    package var offset: Int {
        switch self {
        case .left: -1
        case .right: 1
        }
    }
}
