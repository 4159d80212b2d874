extension String {
    /// The one of `names` that was probably meant, if one is near; as the end of a sentence: "; did you mean carry?".
    package func meaning(oneOf names: [String]) -> String {
        guard let near = nearest(in: names) else {
            let rest = names.count > 24 ? " and \(names.count - 24) more" : ""
            return names.isEmpty ? "" : "; there are \(names.prefix(24).joined(separator: ", "))\(rest)"
        }
        return "; did you mean \(near)?"
    }

    /// The name that was probably meant; nil where none is near.
    package func nearest(in names: [String]) -> String? {
        let wanted = lowercased()
        let near = names.map { ($0, wanted.editDistance(to: $0.lowercased())) }.min { $0.1 < $1.1 }
        guard let near, near.1 <= Swift.max(1, wanted.count / 3) else { return nil }
        return near.0
    }
}
