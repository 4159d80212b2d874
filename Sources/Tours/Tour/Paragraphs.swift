extension String {
    /// The text as paragraphs, each on one line: blank lines part them, and so do lines that begin with "- ".
    ///
    /// So a file may break its lines where it likes, and a screen where it must.
    var paragraphs: [String] {
        var paragraphs: [String] = []
        var isOpen = false
        for line in split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let first = words.first else {
                isOpen = false
                continue
            }
            let text = words.joined(separator: " ")
            if isOpen, first != "-", let last = paragraphs.indices.last {
                paragraphs[last] += " " + text
            } else {
                paragraphs.append(text)
            }
            isOpen = true
        }
        return paragraphs
    }
}
