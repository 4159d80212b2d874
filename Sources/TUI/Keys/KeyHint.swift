/// A key and what it does in a word or two, for the footer.
package struct KeyHint: Hashable, Sendable {
    /// The key, such as "s" or "space".
    package var key: String
    /// What it does, such as "step".
    package var label: String

    /// Makes a hint.
    package init(_ key: String, _ label: String) {
        self.key = key
        self.label = label
    }
}

/// A group in the help overlay: of keys, or of signs on the screen.
package struct KeyHelp: Hashable, Sendable {
    /// The group's title, such as "Moving forwards".
    package var title: String
    /// The keys or signs and their full explanations, in order.
    package var entries: [KeyHint]

    /// Makes a group.
    package init(_ title: String, _ entries: [KeyHint]) {
        self.title = title
        self.entries = entries
    }

    /// What of the group has `text` in it, in whichever letters; all where its title has. Nil where nothing has.
    func about(_ text: String) -> KeyHelp? {
        guard !text.isEmpty, !title.hasText(text) else { return self }
        let found = entries.filter { $0.key.hasText(text) || $0.label.hasText(text) }
        return found.isEmpty ? nil : KeyHelp(title, found)
    }
}

extension String {
    fileprivate func hasText(_ text: String) -> Bool { lowercased().contains(text.lowercased()) }
}
