extension String {
    /// The text without what `isTrimmed` at its ends.
    package func trimming(where isTrimmed: (Character) -> Bool) -> String {
        var text = drop(while: isTrimmed)
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return String(text)
    }

    /// The text without `characters` at its ends.
    package func trimming(_ characters: String) -> String {
        trimming(where: characters.contains)
    }
}
