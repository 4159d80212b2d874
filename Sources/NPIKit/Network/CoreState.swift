/// A frame's recurrent state by layer and kind, to be looked at.
public struct CoreState: Hashable, Sendable {
    /// One LSTM layer's state.
    public struct Layer: Hashable, Sendable {
        /// h (H), each -1...1.
        public var hidden: ArraySlice<Float>
        /// c (H).
        public var cell: ArraySlice<Float>
    }

    /// The layers, the first being the one next to the input.
    public let layers: [Layer]

    /// Reads the floats that a frame of a network keeps: h and c of layer 0, then h and c of layer 1.
    public init(_ floats: [Float]) {
        let size = floats.count / (2 * NetworkConfiguration.layerCount)
        layers = (0..<NetworkConfiguration.layerCount).map { layer in
            let start = 2 * layer * size
            return Layer(hidden: floats[start..<(start + size)], cell: floats[(start + size)..<(start + 2 * size)])
        }
    }
}
