extension BatchPass {
    /// Adds the gradient of the loss times `scale`, which the heads have already, going back through every layer of `forward(_:)` in turn.
    func backward(_ network: Network, scale: Float) {
        let c = network.configuration
        let h = rows.core[1].h.pointer
        let dh = rows.core[1].dh.mutablePointer
        let programCount = network.library.count

        BLAS.multiply(
            rows.scores.pointer, by: network.floats(ParameterLayout.Names.memoryKeys),
            into: rows.dKeys.mutablePointer, m: batch.rowCount, n: c.keySize, k: programCount)
        if learnsBehindEncoders {
            BLAS.accumulate(
                transposed: rows.scores.pointer, times: rows.keys.pointer,
                into: gradients(network, ParameterLayout.Names.memoryKeys), m: programCount, n: c.keySize,
                k: batch.rowCount)
        }
        backward(network, "end", rows.ends.pointer, input: h, dInput: dh)
        backward(network, "key", rows.dKeys.pointer, input: h, dInput: dh, beta: 1)
        backward(network, "argument", rows.arguments.pointer, input: h, dInput: dh, beta: 1)
        for layer in rows.core.indices {
            rows.core[layer].clearLastGradients(sequences: batch.frameCount, size: c.hiddenSize)
        }
        network.core.backward(
            network.parameters.pointer, gradient: laterGradient, input: rows.coreInput.pointer,
            steps: batch.steps, memories: &rows.core, dInput: rows.dCoreInput.mutablePointer)
        fuseBackward(network)
        encodeBackward(network, scale: scale)
    }

    /// The gradient of what comes behind encoders; nil where it is not learned.
    private var laterGradient: UnsafeMutablePointer<Float>? { learnsBehindEncoders ? gradient.mutablePointer : nil }

    private func gradients(_ network: Network, _ name: String) -> UnsafeMutablePointer<Float> {
        gradient.mutablePointer + network.layout[name].offset
    }

    /// The backward pass of the linear layer called `name`, given the gradient of its output.
    private func backward(
        _ network: Network, _ name: String, _ dOutput: UnsafePointer<Float>, stride: Int? = nil,
        input: UnsafePointer<Float>, dInput: UnsafeMutablePointer<Float>?, beta: Float = 0, isOfEncoder: Bool = false
    ) {
        LinearLayer(name, in: network.layout).backward(
            network.parameters.pointer, gradient: isOfEncoder ? gradient.mutablePointer : laterGradient,
            rows: batch.rowCount,
            dOutput: dOutput, stride: stride, input: input, dInput: dInput, beta: beta)
    }

    private func fuseBackward(_ network: Network) {
        let c = network.configuration
        let width = c.stateSize + c.programSize
        let dHidden = rows.dFuseHidden.mutablePointer
        backward(
            network, ParameterLayout.Names.fuse(layer: 2), rows.dCoreInput.pointer, input: rows.fuseHidden.pointer,
            dInput: dHidden)
        VectorMath.rectifyBackward(
            dHidden, activation: rows.fuseHidden.pointer, count: batch.rowCount * c.fuseHiddenSize)
        backward(
            network, ParameterLayout.Names.fuse(layer: 0), dHidden, input: rows.fuseInput.pointer,
            dInput: rows.dFuseInput.mutablePointer)
        guard learnsBehindEncoders else { return }
        let dPrograms = gradients(network, ParameterLayout.Names.memoryPrograms)
        for row in 0..<batch.rowCount {
            VectorMath.add(
                rows.dFuseInput.pointer + row * width + c.stateSize,
                to: dPrograms + Int(batch.programs[row]) * c.programSize, count: c.programSize)
        }
    }

    private func encodeBackward(_ network: Network, scale: Float) {
        let c = network.configuration
        let spec = network.encoders[batch.encoder]
        let width = c.stateSize + c.programSize
        let ds = rows.dFuseInput.mutablePointer
        for row in 0..<batch.rowCount {
            VectorMath.rectifyBackward(
                ds + row * width, activation: rows.fuseInput.pointer + row * width, count: c.stateSize)
        }
        let dHidden = rows.dEncoderHidden.mutablePointer
        backward(
            network, ParameterLayout.Names.encoder(spec.encoder, layer: 2), ds, stride: width,
            input: rows.encoderHidden.pointer, dInput: dHidden, isOfEncoder: true)
        VectorMath.rectifyBackward(
            dHidden, activation: rows.encoderHidden.pointer, count: batch.rowCount * c.hiddenSize(of: spec))
        backward(
            network, ParameterLayout.Names.encoder(spec.encoder, layer: 0), dHidden, input: rows.inputs.pointer,
            dInput: nil, isOfEncoder: true)
        if let image = spec.image { lookBackward(network, image, spec, scale: scale) }
    }
}
