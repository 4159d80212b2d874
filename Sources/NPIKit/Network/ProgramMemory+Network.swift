extension ProgramMemory {
    /// The memory of `network`.
    public init(_ network: Network) {
        let names = ParameterLayout.Names.self
        self.init(
            library: network.library, keys: network.rows(of: names.memoryKeys),
            embeddings: network.rows(of: names.memoryPrograms), headWeight: network.values(of: "key.weight"),
            headBias: network.values(of: "key.bias"))
    }
}

extension Network {
    /// The rows of a matrix.
    fileprivate func rows(of name: String) -> [[Float]] {
        let width = layout[name].shape[1]
        let values = values(of: name)
        return stride(from: 0, to: values.count, by: width).map { Array(values[$0..<($0 + width)]) }
    }
}
