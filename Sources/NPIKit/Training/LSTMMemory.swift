/// What one LSTM layer keeps of a packed batch between its forward and its backward pass.
struct LSTMMemory {
    /// (R, 4 H): the gates; after the backward pass the gradients of their sums.
    var gates = FloatArena(count: 0)
    /// (R, H).
    var c = FloatArena(count: 0)
    var h = FloatArena(count: 0)
    var dh = FloatArena(count: 0)
    /// (R, H): h of the step before.
    var previousH = FloatArena(count: 0)
    /// (sequences, H): what each sequence starts from, in packed order.
    var initialH = FloatArena(count: 0)
    var initialC = FloatArena(count: 0)
    /// Whether that is all zero, which saves a product.
    var startsFromZero = true
    /// (sequences, H): the gradients of the step that follows; see ``LSTMLayer``.
    var dhNext = FloatArena(count: 0)
    var dcNext = FloatArena(count: 0)
    /// (4 H, H): the recurrent weight in panels, or its transpose; see ``LSTMLayer``.
    var panels = FloatArena(count: 0)
    /// (4 H): both biases added.
    var bias = FloatArena(count: 0)

    /// Makes room for `rows` rows of `sequences` sequences, and zeros for what each starts from.
    mutating func reserve(rows: Int, sequences: Int, size: Int) {
        gates = FloatArena(count: rows * 4 * size)
        c = FloatArena(count: rows * size)
        h = FloatArena(count: rows * size)
        dh = FloatArena(count: rows * size)
        previousH = FloatArena(count: rows * size)
        initialH = FloatArena(count: sequences * size)
        initialC = FloatArena(count: sequences * size)
        dhNext = FloatArena(count: sequences * size)
        dcNext = FloatArena(count: sequences * size)
        panels = FloatArena(count: 4 * size * size)
        bias = FloatArena(count: 4 * size)
    }

    /// Sets the gradients of the last states of `sequences` sequences to zero.
    mutating func clearLastGradients(sequences: Int, size: Int) {
        dhNext.mutablePointer.update(repeating: 0, count: sequences * size)
        dcNext.mutablePointer.update(repeating: 0, count: sequences * size)
    }
}
