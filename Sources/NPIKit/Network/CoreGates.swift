/// What the gates of a frame's LSTM let through at one step, to be looked at.
public struct CoreGates: Hashable, Sendable {
    /// One layer's gates.
    public struct Layer: Hashable, Sendable {
        /// i (H), each 0...1: how much of what is new enters the cell.
        public var input: [Float]
        /// f (H), each 0...1: how much of the cell stays.
        public var forget: [Float]
        /// o (H), each 0...1: how much of the cell is shown.
        public var output: [Float]
    }

    /// The layers, the first being the one next to the input.
    public let layers: [Layer]

    /// Reads i, f, g and o, (4 H) for each layer.
    init(_ layers: [[Float]]) {
        self.layers = layers.map { gates in
            let size = gates.count / 4
            return Layer(
                input: Array(gates[..<size]), forget: Array(gates[size..<2 * size]),
                output: Array(gates[(3 * size)...]))
        }
    }
}
