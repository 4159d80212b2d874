/// Finds the cars that somebody may have meant.
package enum CarNames {
    /// Names of cars like `name`, the likeliest first; the shipped ones' kinds if none is like it.
    package static func near(_ name: String) -> [String] {
        let shipped = CarSplit.shipped.map(\.name)
        let word = name.lowercased()
        let kind = String(word.prefix { $0 != "-" })
        let ranked = shipped.map { (name: $0, distance: min(distance(word, $0), distance(kind, kindOf($0)))) }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
        let close = ranked.filter { $0.distance <= max(1, kind.count / 3) }.prefix(3).map(\.name)
        return close.isEmpty ? CarKind.allCases.map { "\($0.rawValue)-1" } : Array(close)
    }

    private static func kindOf(_ name: String) -> String { String(name.prefix { $0 != "-" }) }

    /// How many letters have to be changed, added or taken away (Levenshtein 1966); long words are cut.
    private static func distance(_ first: String, _ second: String) -> Int {
        let (a, b) = (Array(first.unicodeScalars.prefix(32)), Array(second.unicodeScalars.prefix(32)))
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let change = diagonal + (a[i] == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
