/// Which part of a network is learned. Everything else stays as it is, bit for bit.
public enum LearnedPart: Hashable, Sendable, Codable {
    /// All of it.
    case everything
    /// Only the rows of program memory, keys and embeddings, of the programs with these names (Reed & de Freitas 2016,
    /// section 4.4).
    case programs([String])

    /// The places of what is learned among the network's parameters.
    package func ranges(in network: Network) -> [Range<Int>] {
        switch self {
        case .everything:
            return [0..<network.layout.count]
        case .programs(let names):
            let rows = names.map(network.memoryRows(of:))
            return rows.map(\.key) + rows.map(\.embedding)
        }
    }

    /// Whether `network` has it.
    func isPart(of network: Network) -> Bool {
        switch self {
        case .everything: true
        case .programs(let names): names.allSatisfy { network.library.program(named: $0) != nil }
        }
    }
}
