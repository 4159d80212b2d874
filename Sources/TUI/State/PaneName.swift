/// What a pane of the debugger's screen is called; a pane that is added declares its name in its own file.
package struct PaneName: Hashable, Sendable {
    /// The name.
    let text: String

    /// The environment.
    package static let scratchpad = PaneName(text: "scratchpad")
    /// The open frames.
    package static let stack = PaneName(text: "stack")
    /// What the network says of the next event.
    package static let prediction = PaneName(text: "prediction")
    /// The calls so far and to come.
    package static let trace = PaneName(text: "trace")
}
