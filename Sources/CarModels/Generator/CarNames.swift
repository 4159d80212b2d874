import Support

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

    /// How far two words are from each other; long words are cut.
    private static func distance(_ first: String, _ second: String) -> Int {
        first.unicodeScalars.prefix(32).editDistance(to: second.unicodeScalars.prefix(32))
    }
}
