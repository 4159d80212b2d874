/// The kinds of built-in cars.
package enum CarKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// Three boxes: bonnet, cabin, boot.
    case saloon
    /// Short, with a steep tail.
    case hatchback
    /// A long roof with a steep tail.
    case estate
    /// A roof that falls to the tail in one line.
    case fastback
    /// Low, wide and flat.
    case sports
    /// No roof.
    case convertible
    /// One box with a short nose and windows all along.
    case minivan
    /// One box with a short nose, closed behind the doors.
    case van
    /// A cabin and an open bed.
    case pickup
    /// High, upright, with a spare wheel at the tail.
    case offroader
    /// One long box full of windows.
    case bus
    /// A cabin and a box for the load.
    case truck
}
