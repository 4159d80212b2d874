extension Collection where Element: Equatable {
    /// How many elements must be added, removed or replaced to make `other` of this (Levenshtein 1966).
    ///
    ///     "carrry".editDistance(to: "carry")  // 1
    ///
    /// It takes time in proportion to the product of both lengths.
    package func editDistance(to other: some Collection<Element>) -> Int {
        let other = Array(other)
        var row = Array(0...other.count)
        for (index, element) in enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in other.indices {
                let replaced = diagonal + (element == other[place] ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = Swift.min(replaced, row[place] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}
