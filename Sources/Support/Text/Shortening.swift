extension String {
    /// The text, or its beginning and end around `ellipsis` if it has more than `width` characters. A character of each
    /// end always stays, and a text that would not get shorter stays whole.
    package func shortenedInMiddle(to width: Int, ellipsis: String = "…") -> String {
        let kept = max(width - ellipsis.count, 2)
        // Counting characters is linear, and numbers may be long: look no further than needed.
        let longest = max(width, kept + ellipsis.count)
        guard let end = index(startIndex, offsetBy: longest, limitedBy: endIndex), end < endIndex else { return self }
        return "\(prefix((kept + 1) / 2))\(ellipsis)\(suffix(kept / 2))"
    }
}
