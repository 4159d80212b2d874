package import TUI

/// What a person has chosen for all runs; nil and none where nothing is said. Options of the command line come first.
package struct Configuration: Equatable {
    /// The looks.
    package var theme: String?
    /// Steps a second while playing.
    package var speed: Double?
    /// Draw with ASCII characters only.
    package var ascii: Bool?
    /// Use colours.
    package var color: Bool?
    /// Have the mouse reported.
    package var mouse: Bool?
    /// Whether the screen is for a projector, which only the command line says.
    package var isProjected = false
    /// Keys of commands, each in place of those that it has.
    package var keys = CommandTable.keys

    /// Nothing is said.
    package init() {}

    /// The settings' names, for messages.
    package static let names = ["theme", "speed", "ascii", "color", "mouse", "keys"]
}
