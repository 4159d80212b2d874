/// What is wrong with a breakpoint or an expression that a person wrote, and where.
package struct SpecError: Error, Hashable, CustomStringConvertible {
    /// The column of the first character that is wrong, from 1.
    package var column: Int
    /// What is wrong there, and what would be right.
    package var what: String

    /// Makes an error at a column.
    package init(_ what: String, column: Int) {
        self.column = column
        self.what = what
    }

    /// One line for the user.
    package var description: String { "column \(column): \(what)" }
}

extension String {
    /// The one of `names` that was probably meant, if one is near; as the end of a sentence: "; did you mean carry?".
    package func meaning(oneOf names: [String]) -> String {
        let wanted = Array(lowercased())
        let near = names.map { ($0, wanted.distance(to: Array($0.lowercased()))) }.min { $0.1 < $1.1 }
        guard let near, near.1 <= Swift.max(1, wanted.count / 3) else {
            return names.isEmpty ? "" : "; there are \(names.prefix(24).joined(separator: ", "))"
        }
        return "; did you mean \(near.0)?"
    }
}

extension [Character] {
    /// How many characters must be added, removed or replaced (Levenshtein 1966).
    fileprivate func distance(to other: [Character]) -> Int {
        var row = Array<Int>(0...other.count)
        for (index, character) in enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (place, otherCharacter) in other.enumerated() {
                let replaced = diagonal + (character == otherCharacter ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = Swift.min(replaced, row[place] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}
