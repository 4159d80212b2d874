import Support

/// A set of measurements that one command makes.
package enum SuiteName: String, CaseIterable, Hashable, Sendable, Codable {
    /// A minute's look at a network.
    case quick
    /// Table 1 of Reed & de Freitas 2016: one task, several tasks, a program added.
    case table1
    /// Figure 5: how many examples sorting takes.
    case fig5
    /// Figure 6: sorting arrays longer than those trained on.
    case fig6
    /// Figure 9: adding numbers longer than those trained on.
    case fig9
    /// Addition and sorting with many seeds: whether a proof tells what is right everywhere.
    case seeds

    /// The suite that `text` is most likely meant to name, if one alone comes near.
    package static func nearest(to text: String) -> SuiteName? {
        let text = text.lowercased()
        let distances = allCases.map { (name: $0, distance: text.utf8.prefix(64).editDistance(to: $0.rawValue.utf8)) }
        guard let least = distances.map(\.distance).min(), least <= 3, least < text.count else { return nil }
        let nearest = distances.filter { $0.distance == least }
        return nearest.count == 1 ? nearest[0].name : nil
    }
}
