package import NPIKit

/// What ACT can do in a ``CarScene``: move the camera around the car by 15 degrees.
///
/// LEFT and RIGHT name the way in which the car's nose swings in the picture. As arguments an action is (4, verb, 0): the
/// verb 0 LEFT, 1 RIGHT, 4 UP or 5 DOWN. 4 stands for the camera; no pad has a pointer of that number, so no arguments
/// mean different actions in two environments.
package enum CarAction: CaseIterable, Hashable, Sendable {
    /// The nose swings to the left.
    case left
    /// The nose swings to the right.
    case right
    /// The camera rises.
    case up
    /// The camera sinks.
    case down

    static let camera = 4

    /// The action that `arguments` stand for, or nil if they mean nothing here.
    package init?(_ arguments: Arguments) {
        guard let action = Self.allCases.first(where: { $0.arguments == arguments }) else { return nil }
        self = action
    }

    /// The action as the arguments of ACT.
    package var arguments: Arguments {
        switch self {
        case .left: Arguments(Self.camera, Direction.left.rawValue, 0)
        case .right: Arguments(Self.camera, Direction.right.rawValue, 0)
        case .up: Arguments(Self.camera, 4, 0)
        case .down: Arguments(Self.camera, 5, 0)
        }
    }

    /// The action as in the paper: LEFT, RIGHT, UP or DOWN.
    package var name: String {
        switch self {
        case .left: Direction.left.name
        case .right: Direction.right.name
        case .up: "UP"
        case .down: "DOWN"
        }
    }
}
