/// Which corners a box has.
package enum BoxShape: Hashable, Sendable {
    /// Round corners.
    case rounded
    /// Square corners.
    case square
}
