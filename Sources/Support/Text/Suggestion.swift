extension String {
    /// The one of `names` that was probably meant, if one is near; as the end of a sentence: "; did you mean carry?".
    package func meaning(oneOf names: [String]) -> String {
        guard let near = nearest(in: names) else {
            var known: Set<String> = []
            let all = names.filter { known.insert($0).inserted }
            let rest = all.count > 24 ? " and \(all.count - 24) more" : ""
            return all.isEmpty ? "" : "; there are \(all.prefix(24).joined(separator: ", "))\(rest)"
        }
        return "; did you mean \(near)?"
    }

    /// The name that was probably meant; nil where none is near.
    package func nearest(in names: [String]) -> String? {
        let wanted = lowercased()
        let near = names.map { name in
            let other = name.lowercased()
            return (name, wanted.isSwapped(other) ? 1 : wanted.editDistance(to: other))
        }.min { $0.1 < $1.1 }
        guard let near, near.1 <= Swift.max(1, wanted.count / 3) else { return nil }
        return near.0
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
