/// LSTM layers one above the other, over packed sequences.
struct LSTMStack {
    /// The layers, the lowest first.
    let layers: [LSTMLayer]

    /// How many numbers come in at each step.
    var inputSize: Int { layers[0].inputSize }
    /// H, the same for all layers.
    var size: Int { layers[0].size }

    /// The `layerCount` layers whose tensors are called `prefix`.weight_ih_l0 and so on.
    init(_ prefix: String, layerCount: Int, in layout: ParameterLayout) {
        layers = (0..<layerCount).map { LSTMLayer(prefix, index: $0, in: layout) }
    }

    /// Fills `memories`, one a layer, from the inputs (R, in) of the lowest layer.
    func forward(
        _ parameters: UnsafePointer<Float>, input: UnsafePointer<Float>, steps: PackedSteps,
        memories: inout [LSTMMemory]
    ) {
        var input = input
        for (index, layer) in layers.enumerated() {
            layer.forward(parameters, input: input, steps: steps, memory: &memories[index])
            input = memories[index].h.pointer
        }
    }

    /// Adds the gradients of all layers' weights. On entry the highest layer's ``LSTMMemory/dh`` holds the gradient from
    /// above; see ``LSTMLayer/backward(_:gradient:input:steps:memory:dInput:)``.
    func backward(
        _ parameters: UnsafePointer<Float>, gradient: UnsafeMutablePointer<Float>?, input: UnsafePointer<Float>,
        steps: PackedSteps, memories: inout [LSTMMemory], dInput: UnsafeMutablePointer<Float>?
    ) {
        for index in layers.indices.reversed() {
            let below = index > 0 ? memories[index - 1].dh.mutablePointer : dInput
            let input = index > 0 ? memories[index - 1].h.pointer : input
            layers[index].backward(
                parameters, gradient: gradient, input: input, steps: steps, memory: &memories[index], dInput: below)
        }
    }
}
