/// What a network remembers of its programs, to be looked at: a key and an embedding for each, and the head that asks for a
/// key.
///
/// Reed & de Freitas 2016, section 3: `M_key` and `M_prog`. Letters of shapes as in ``NetworkConfiguration``.
public struct ProgramMemory: Hashable, Sendable {
    /// The programs, by row.
    public let library: ProgramLibrary
    /// (N, K): what is compared with the key that is asked for.
    public let keys: [[Float]]
    /// (N, P): what the core is told of the program that it runs.
    public let embeddings: [[Float]]

    /// (K, H) and (K).
    private let headWeight: [Float]
    private let headBias: [Float]

    /// A memory of these rows.
    ///
    /// - Parameters:
    ///   - library: The programs, one for each row.
    ///   - keys: (N, K).
    ///   - embeddings: (N, P).
    ///   - headWeight: (K, H), row by row: makes a key of the last layer's hidden state.
    ///   - headBias: (K).
    public init(
        library: ProgramLibrary, keys: [[Float]], embeddings: [[Float]], headWeight: [Float], headBias: [Float]
    ) {
        precondition(keys.count == library.count && embeddings.count == library.count, "a row for each program")
        self.library = library
        self.keys = keys
        self.embeddings = embeddings
        self.headWeight = headWeight
        self.headBias = headBias
    }

    /// The key (K) that is asked for when the last layer's hidden state is `hidden` (H): k = W h + b.
    public func keyAsked(by hidden: some Collection<Float>) -> [Float] {
        // An array, whose loop is compiled for it: this is asked at every step of a run.
        let hidden = Array(hidden)
        return headBias.indices.map { row in
            var sum = headBias[row]
            for (unit, value) in hidden.enumerated() { sum += headWeight[row * hidden.count + unit] * value }
            return sum
        }
    }

    /// The score of each row for `query` (K): the product with its key. The softmax of the scores are the probabilities of the
    /// programs.
    public func scores(of query: [Float]) -> [Float] {
        keys.map { key in zip(key, query).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    /// How alike the keys of two rows are: the cosine of the angle between them, -1...1.
    public func similarity(_ first: Int, _ second: Int) -> Float {
        Self.cosine(keys[first], keys[second])
    }

    /// The rows most like `row`, the likest first, without itself.
    public func nearest(to row: Int) -> [(row: Int, similarity: Float)] {
        keys.indices.filter { $0 != row }.map { ($0, similarity(row, $0)) }.sorted { $0.1 > $1.1 }
    }

    private static func cosine(_ first: [Float], _ second: [Float]) -> Float {
        func product(_ left: [Float], _ right: [Float]) -> Float { zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } }
        let lengths = (product(first, first) * product(second, second)).squareRoot()
        return lengths > 0 ? min(max(product(first, second) / lengths, -1), 1) : 0
    }
}
