/// Answers of an earlier run as a file holds them, to be read piece by piece.
package struct KeptAnswers: Sendable {
    /// What the answers depend on: the network, and the arithmetic.
    let identity: String
    /// How many bytes there are.
    let size: Int

    private let read: @Sendable (_ place: Int, _ bytes: UnsafeMutableRawBufferPointer) -> Bool

    /// - Parameters:
    ///   - identity: What answers have to depend on to be right now: the network, and the arithmetic.
    ///   - size: How many bytes there are.
    ///   - read: Fills `bytes` with those from `place` on; false where they cannot be read.
    package init(
        identity: String, size: Int,
        read: @escaping @Sendable (_ place: Int, _ bytes: UnsafeMutableRawBufferPointer) -> Bool
    ) {
        self.identity = identity
        self.size = size
        self.read = read
    }

    /// Fills `values` with the bytes from `place` on; false where there are fewer, or they cannot be read.
    func read<Value: FixedWidthInteger>(_ place: Int, into values: inout [Value]) -> Bool {
        values.withUnsafeMutableBytes { place >= 0 && $0.count <= size - place && read(place, $0) }
    }

    /// The `count` numbers from byte `place` on; nil where there are fewer, or they cannot be read.
    func values<Value: FixedWidthInteger>(_ count: Int, at place: Int, as type: Value.Type = Value.self) -> [Value]? {
        guard count <= size / MemoryLayout<Value>.stride else { return nil }
        var values = [Value](repeating: 0, count: count)
        return read(place, into: &values) ? values : nil
    }
}
