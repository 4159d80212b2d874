package import NPIKit

/// A program with the arguments that it was called with.
package struct Call: Hashable, Sendable {
    package var program: ProgramID
    package var arguments: Arguments

    package init(program: ProgramID, arguments: Arguments) {
        self.program = program
        self.arguments = arguments
    }
}

/// A pad that has been looked at.
struct View: Hashable {
    /// The number of the pad.
    var pad: Int32
    /// The number of what is seen of it.
    var seen: Int32
}

/// What a frame begins with.
struct Entry: Hashable {
    /// The number of its ``Call``.
    var call: Int32
    var view: View
}

/// Where a frame is.
struct Situation: Hashable {
    /// The number of the frame's ``Entry``.
    var entry: Int32
    /// The place in its program.
    var place: Int32
    var view: View
}

/// What decides the next step, beside the frame's past.
struct Look: Hashable {
    var call: Int32
    var place: Int32
    /// The number of what is seen.
    var seen: Int32
}

/// What the programs do next.
struct Move {
    var decision: Decision
    /// The frame's place behind it.
    var place: Int32
}
