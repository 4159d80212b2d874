extension BatchPass {
    /// Fills every row matrix from the inputs to the heads' sums.
    func forward(_ network: Network) {
        encode(network, network.encoders[batch.encoder])
        fuse(network)
        network.core.forward(
            network.parameters.pointer, input: rows.coreInput.pointer, steps: batch.steps, memories: &rows.core)
        let h = rows.core[1].h.pointer
        forward(network, "end", h, into: rows.ends.mutablePointer)
        forward(network, "key", h, into: rows.keys.mutablePointer)
        forward(network, "argument", h, into: rows.arguments.mutablePointer)
        BLAS.multiply(
            rows.keys.pointer, transposed: network.floats(ParameterLayout.Names.memoryKeys),
            into: rows.scores.mutablePointer, m: batch.rowCount, n: network.library.count,
            k: network.configuration.keySize)
    }

    /// The linear layer called `name` over all rows.
    private func forward(
        _ network: Network, _ name: String, _ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>,
        stride: Int? = nil
    ) {
        LinearLayer(name, in: network.layout).forward(
            network.parameters.pointer, rows: batch.rowCount, input: input, into: output, stride: stride)
    }

    /// s = f_enc(observation, arguments), written into the first D columns of the fuse input.
    private func encode(_ network: Network, _ spec: ObservationSpec) {
        let c = network.configuration
        let inputs = c.encoderInputSize(of: spec)
        let x = rows.inputs.mutablePointer
        x.update(repeating: 0, count: batch.rowCount * inputs)
        for row in 0..<batch.rowCount {
            for index in 0..<batch.onesPerRow {
                x[row * inputs + Int(batch.ones[row * batch.onesPerRow + index])] = 1
            }
        }
        if let image = spec.image { look(network, image, spec) }
        let hidden = rows.encoderHidden.mutablePointer
        forward(network, ParameterLayout.Names.encoder(spec.encoder, layer: 0), x, into: hidden)
        VectorMath.rectify(hidden, count: batch.rowCount * c.hiddenSize(of: spec))
        let s = rows.fuseInput.mutablePointer
        let width = c.stateSize + c.programSize
        forward(network, ParameterLayout.Names.encoder(spec.encoder, layer: 2), hidden, into: s, stride: width)
        for row in 0..<batch.rowCount { VectorMath.rectify(s + row * width, count: c.stateSize) }
    }

    /// The LSTM's input from s and p.
    private func fuse(_ network: Network) {
        let c = network.configuration
        let width = c.stateSize + c.programSize
        let input = rows.fuseInput.mutablePointer
        let programs = network.floats(ParameterLayout.Names.memoryPrograms)
        for row in 0..<batch.rowCount {
            (input + row * width + c.stateSize).update(
                from: programs + Int(batch.programs[row]) * c.programSize, count: c.programSize)
        }
        let hidden = rows.fuseHidden.mutablePointer
        forward(network, ParameterLayout.Names.fuse(layer: 0), input, into: hidden)
        VectorMath.rectify(hidden, count: batch.rowCount * c.fuseHiddenSize)
        forward(network, ParameterLayout.Names.fuse(layer: 2), hidden, into: rows.coreInput.mutablePointer)
    }
}

extension Network {
    /// Where the tensor called `name` stands.
    func floats(_ name: String) -> UnsafePointer<Float> {
        parameters.pointer + layout[name].offset
    }

    /// The core's layers.
    var core: LSTMStack { LSTMStack("core", layerCount: NetworkConfiguration.layerCount, in: layout) }
}
