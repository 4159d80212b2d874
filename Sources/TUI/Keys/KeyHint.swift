/// A key and what it does in a word or two, for the footer.
public struct KeyHint: Hashable, Sendable {
    /// The key, such as "s" or "space".
    public var key: String
    /// What it does, such as "step".
    public var label: String

    /// Makes a hint.
    public init(_ key: String, _ label: String) {
        self.key = key
        self.label = label
    }
}

/// A group in the help overlay: of keys, or of signs on the screen.
public struct KeyHelp: Hashable, Sendable {
    /// The group's title, such as "Moving forwards".
    public var title: String
    /// The keys or signs and their full explanations, in order.
    public var entries: [KeyHint]

    /// Makes a group.
    public init(_ title: String, _ entries: [KeyHint]) {
        self.title = title
        self.entries = entries
    }
}
