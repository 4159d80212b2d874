/// What one LSTM of a sequence network, the encoder or the decoder, needs for a batch: its rows and its memory.
struct SequenceSide {
    /// Which rows belong to which step.
    private(set) var steps = PackedSteps()
    /// The place in the packed order of each sequence.
    private(set) var places: [Int] = []
    /// How long each sequence is.
    private(set) var lengths: [Int] = []
    /// (R, in): one-hots.
    private(set) var inputs = FloatArena(count: 0)
    /// One for each layer.
    var memories = (0..<NetworkConfiguration.layerCount).map { _ in LSTMMemory() }

    private var rowCapacity = 0
    private var sequenceCapacity = 0

    /// Lays out sequences of these lengths and their one-hot inputs.
    ///
    /// - Parameters:
    ///   - lengths: Each sequence's number of steps.
    ///   - stack: What reads them.
    ///   - mark: Called for each step of each sequence with a pointer to its inputs, all zero, to be marked with ones.
    mutating func pack(
        lengths: [Int], for stack: LSTMStack,
        mark: (_ sequence: Int, _ step: Int, _ inputs: UnsafeMutablePointer<Float>) -> Void
    ) {
        self.lengths = lengths
        steps.pack(lengths: lengths)
        places = Array(repeating: 0, count: lengths.count)
        for (place, sequence) in steps.order.enumerated() { places[sequence] = place }
        reserve(for: stack)
        let x = inputs.mutablePointer
        x.update(repeating: 0, count: steps.rowCount * stack.inputSize)
        for step in 0..<steps.stepCount {
            for place in 0..<steps.activeCounts[step] {
                mark(steps.order[place], step, x + (steps.firstRows[step] + place) * stack.inputSize)
            }
        }
    }

    private mutating func reserve(for stack: LSTMStack) {
        guard steps.rowCount > rowCapacity || steps.sequenceCount > sequenceCapacity else { return }
        rowCapacity = max(steps.rowCount, rowCapacity)
        sequenceCapacity = max(steps.sequenceCount, sequenceCapacity)
        inputs = FloatArena(count: rowCapacity * stack.inputSize)
        for layer in memories.indices {
            memories[layer].reserve(rows: rowCapacity, sequences: sequenceCapacity, size: stack.size)
        }
    }

    /// Sets the gradients of all sequences' last states to zero.
    mutating func clearLastGradients(size: Int) {
        for layer in memories.indices { memories[layer].clearLastGradients(sequences: lengths.count, size: size) }
    }

    /// Lets every sequence start from the last state of the same sequence of `other`.
    mutating func start(from other: SequenceSide, size: Int) {
        for layer in memories.indices {
            memories[layer].startsFromZero = false
            let h = memories[layer].initialH.mutablePointer
            let c = memories[layer].initialC.mutablePointer
            for sequence in lengths.indices {
                let row = other.steps.lastRow(of: other.places[sequence], length: other.lengths[sequence])
                (h + places[sequence] * size).update(from: other.memories[layer].h.pointer + row * size, count: size)
                (c + places[sequence] * size).update(from: other.memories[layer].c.pointer + row * size, count: size)
            }
        }
    }

    /// Takes the gradients of the last states from those of the first states of `other`.
    mutating func takeLastGradients(from other: SequenceSide, size: Int) {
        for layer in memories.indices {
            let dh = memories[layer].dhNext.mutablePointer
            let dc = memories[layer].dcNext.mutablePointer
            for sequence in lengths.indices {
                let (mine, theirs) = (places[sequence] * size, other.places[sequence] * size)
                (dh + mine).update(from: other.memories[layer].dhNext.pointer + theirs, count: size)
                (dc + mine).update(from: other.memories[layer].dcNext.pointer + theirs, count: size)
            }
        }
    }
}
