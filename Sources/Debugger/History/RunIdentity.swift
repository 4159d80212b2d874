/// Which run a session has: two sessions with the same one were never changed differently.
///
/// An object without content, told apart by identity alone: what a person changes makes a new one, and a copy of a session
/// keeps its own.
final class RunIdentity: Hashable, Sendable {
    static func == (left: RunIdentity, right: RunIdentity) -> Bool { left === right }

    func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(self))
    }
}
