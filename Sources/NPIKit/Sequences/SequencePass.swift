/// One forward and backward pass of a batch of examples through a sequence network, with the memory that it needs.
///
/// The decoder is always shown the right token before (teacher forcing). So an example counts as right exactly when the
/// network, left alone with its own likeliest tokens, would emit the whole target: up to the first mistake both see the
/// same.
package final class SequencePass: GradientPass {
    package var gradient: FloatArena
    /// The loss of each example, summed over its tokens.
    package private(set) var exampleLosses: [Float] = []
    /// How many tokens of each example are right, the right one before given.
    package private(set) var rightTokens: [Int] = []

    private var encoding = SequenceSide()
    private var decoding = SequenceSide()
    /// (R, tokens): scores; gradients in place.
    private var scores = FloatArena(count: 0)

    /// A pass for networks of `layout`.
    package init(layout: ParameterLayout) {
        gradient = FloatArena(count: layout.count)
    }

    /// The loss of `examples`, summed over all tokens, and its gradient; see ``GradientPass``.
    package func run(_ examples: [SequenceExample], in network: SequenceNetwork, scale: Float?) -> Float {
        forward(examples, network)
        let loss = evaluateLoss(examples, network, scale: scale ?? 0)
        if scale != nil { backward(network) }
        return loss
    }

    private func forward(_ examples: [SequenceExample], _ network: SequenceNetwork) {
        let parameters = network.parameters.pointer
        let size = network.shape.hiddenSize
        let decoder = network.decoder
        if let encoder = network.encoder {
            pack(examples, network.shape, into: &encoding, for: encoder)
            encoder.forward(
                parameters, input: encoding.inputs.pointer, steps: encoding.steps, memories: &encoding.memories)
            let start = network.shape.tokenCount
            decoding.pack(lengths: examples.map(\.target.count), for: decoder) { example, step, inputs in
                inputs[step > 0 ? Int(examples[example].target[step - 1]) : start] = 1
            }
            decoding.start(from: encoding, size: size)
        } else {
            pack(examples, network.shape, into: &decoding, for: decoder)
            precondition(decoding.lengths == examples.map(\.target.count), "one token is emitted at each step")
        }
        decoder.forward(
            parameters, input: decoding.inputs.pointer, steps: decoding.steps, memories: &decoding.memories)
        let rows = decoding.steps.rowCount
        if scores.count < rows * network.shape.tokenCount {
            scores = FloatArena(count: rows * network.shape.tokenCount)
        }
        network.output.forward(
            parameters, rows: rows, input: decoding.memories[decoding.memories.count - 1].h.pointer,
            into: scores.mutablePointer)
    }

    /// Lays out what is read.
    private func pack(
        _ examples: [SequenceExample], _ shape: SequenceShape, into side: inout SequenceSide, for stack: LSTMStack
    ) {
        let channels = shape.channels
        side.pack(lengths: examples.map { $0.source.count / channels.count }, for: stack) { example, step, inputs in
            var start = 0
            for channel in channels.indices {
                inputs[start + Int(examples[example].source[step * channels.count + channel])] = 1
                start += channels[channel]
            }
        }
    }

    private func evaluateLoss(_ examples: [SequenceExample], _ network: SequenceNetwork, scale: Float) -> Float {
        let tokenCount = network.shape.tokenCount
        let scores = scores.mutablePointer
        let steps = decoding.steps
        exampleLosses = Array(repeating: 0, count: examples.count)
        rightTokens = Array(repeating: 0, count: examples.count)
        var total: Float = 0
        for step in 0..<steps.stepCount {
            for place in 0..<steps.activeCounts[step] {
                let example = steps.order[place]
                let choice = CrossEntropy.evaluate(
                    scores + (steps.firstRows[step] + place) * tokenCount, count: tokenCount,
                    target: Int(examples[example].target[step]), scale: scale)
                exampleLosses[example] += choice.loss
                rightTokens[example] += choice.isRight ? 1 : 0
                total += choice.loss
            }
        }
        return total
    }

    private func backward(_ network: SequenceNetwork) {
        let parameters = network.parameters.pointer
        let gradient = gradient.mutablePointer
        let size = network.shape.hiddenSize
        let top = decoding.memories.count - 1
        network.output.backward(
            parameters, gradient: gradient, rows: decoding.steps.rowCount, dOutput: scores.pointer,
            input: decoding.memories[top].h.pointer, dInput: decoding.memories[top].dh.mutablePointer)
        decoding.clearLastGradients(size: size)
        network.decoder.backward(
            parameters, gradient: gradient, input: decoding.inputs.pointer, steps: decoding.steps,
            memories: &decoding.memories, dInput: nil)
        guard let encoder = network.encoder else { return }
        encoding.takeLastGradients(from: decoding, size: size)
        // Nothing but its last states is used of what the encoder computes.
        encoding.memories[top].dh.mutablePointer.update(repeating: 0, count: encoding.steps.rowCount * size)
        encoder.backward(
            parameters, gradient: gradient, input: encoding.inputs.pointer, steps: encoding.steps,
            memories: &encoding.memories, dInput: nil)
    }
}
