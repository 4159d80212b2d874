extension String {
    /// The one of `names` that was probably meant, if one is near; as the end of a sentence: "; did you mean carry?".
    ///
    /// - Parameter listed: What is listed where none is near; nil lists all names.
    package func meaning(oneOf names: [String], listing listed: [String]? = nil) -> String {
        guard let near = nearest(in: names) else {
            var known: Set<String> = []
            let all = (listed ?? names).filter { known.insert($0).inserted }
            let rest = all.count > 24 ? " and \(all.count - 24) more" : ""
            return all.isEmpty ? "" : "; there are \(all.prefix(24).joined(separator: ", "))\(rest)"
        }
        return "; did you mean \(near)?"
    }

    /// The name that was probably meant: one that differs in a letter or few, or else the shortest that begins like it; nil where
    /// there is none.
    package func nearest(in names: [String]) -> String? {
        let wanted = lowercased()
        let near = names.map { name in
            let other = name.lowercased()
            return (name, wanted.isSwapped(other) ? 1 : wanted.editDistance(to: other))
        }.min { $0.1 < $1.1 }
        if let near, near.1 <= Swift.max(1, wanted.count / 3) { return near.0 }
        guard wanted.count > 1 else { return nil }
        return names.filter { $0.lowercased().hasPrefix(wanted) }.min { $0.count < $1.count }
    }

    /// Whether two neighbours in it have changed places, as is often typed.
    private func isSwapped(_ other: String) -> Bool {
        guard count == other.count else { return false }
        let differing = zip(self, other).enumerated().filter { $1.0 != $1.1 }
        guard differing.count == 2, differing[1].offset == differing[0].offset + 1 else { return false }
        let (first, second) = (differing[0].element, differing[1].element)
        return first.0 == second.1 && first.1 == second.0
    }
}
