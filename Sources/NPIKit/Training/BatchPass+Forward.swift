extension BatchPass {
    /// Fills every row matrix from the inputs to the heads' sums.
    func forward(_ network: Network) {
        let spec = network.encoders[batch.encoder]
        encode(network, spec)
        fuse(network)
        core(network, layer: 0, input: rows.coreInput.pointer, inputs: network.configuration.coreInputSize)
        core(network, layer: 1, input: rows.h[0].pointer, inputs: network.configuration.hiddenSize)
        let h = rows.h[1].pointer
        let size = network.configuration.hiddenSize
        linear(network, "end", input: h, inputs: size, into: rows.ends.mutablePointer)
        linear(network, "key", input: h, inputs: size, into: rows.keys.mutablePointer)
        linear(network, "argument", input: h, inputs: size, into: rows.arguments.mutablePointer)
        BLAS.multiply(
            rows.keys.pointer, transposed: network.floats(ParameterLayout.Names.memoryKeys),
            into: rows.scores.mutablePointer, m: batch.rowCount, n: network.library.count,
            k: network.configuration.keySize)
    }

    /// x W^T + b for all rows.
    private func linear(
        _ network: Network, _ prefix: String, input: UnsafePointer<Float>, inputs: Int,
        into output: UnsafeMutablePointer<Float>, stride: Int? = nil
    ) {
        let tensor = network.layout["\(prefix).weight"]
        let outputs = tensor.shape[0]
        let bias = network.floats("\(prefix).bias")
        for row in 0..<batch.rowCount { (output + row * (stride ?? outputs)).update(from: bias, count: outputs) }
        BLAS.multiply(
            input, transposed: network.parameters.pointer + tensor.offset, into: output, cStride: stride,
            m: batch.rowCount, n: outputs, k: inputs, beta: 1)
    }

    /// s = f_enc(observation, arguments), written into the first D columns of the fuse input.
    private func encode(_ network: Network, _ spec: ObservationSpec) {
        let c = network.configuration
        let inputs = spec.oneHotSize + Arguments.count * Arguments.valueCount
        let x = rows.inputs.mutablePointer
        x.update(repeating: 0, count: batch.rowCount * inputs)
        for row in 0..<batch.rowCount {
            for index in 0..<batch.onesPerRow {
                x[row * inputs + Int(batch.ones[row * batch.onesPerRow + index])] = 1
            }
        }
        let hidden = rows.encoderHidden.mutablePointer
        linear(network, ParameterLayout.Names.encoder(spec.encoder, layer: 0), input: x, inputs: inputs, into: hidden)
        VectorMath.rectify(hidden, count: batch.rowCount * c.encoderHiddenSize)
        let s = rows.fuseInput.mutablePointer
        let width = c.stateSize + c.programSize
        linear(
            network, ParameterLayout.Names.encoder(spec.encoder, layer: 2), input: hidden,
            inputs: c.encoderHiddenSize, into: s, stride: width)
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
        linear(network, ParameterLayout.Names.fuse(layer: 0), input: input, inputs: width, into: hidden)
        VectorMath.rectify(hidden, count: batch.rowCount * c.fuseHiddenSize)
        linear(
            network, ParameterLayout.Names.fuse(layer: 2), input: hidden, inputs: c.fuseHiddenSize,
            into: rows.coreInput.mutablePointer)
    }

    /// One LSTM layer over all steps; each frame starts from zeros.
    private func core(_ network: Network, layer: Int, input: UnsafePointer<Float>, inputs: Int) {
        let size = network.configuration.hiddenSize
        let gates = rows.gates[layer].mutablePointer
        let c = rows.c[layer].mutablePointer
        let h = rows.h[layer].mutablePointer
        let zeros = rows.zeros.pointer
        let bias = rows.bias.mutablePointer
        bias.update(from: network.floats(ParameterLayout.Names.core("bias_ih", layer)), count: 4 * size)
        VectorMath.add(network.floats(ParameterLayout.Names.core("bias_hh", layer)), to: bias, count: 4 * size)
        for row in 0..<batch.rowCount { (gates + row * 4 * size).update(from: bias, count: 4 * size) }
        BLAS.multiply(
            input, transposed: network.floats(ParameterLayout.Names.core("weight_ih", layer)), into: gates,
            m: batch.rowCount, n: 4 * size, k: inputs, beta: 1)
        for step in 0..<batch.stepCount {
            let first = batch.firstRows[step]
            let active = batch.activeCounts[step]
            if step > 0 {
                BLAS.multiply(
                    h + batch.firstRows[step - 1] * size,
                    transposed: network.floats(ParameterLayout.Names.core("weight_hh", layer)),
                    into: gates + first * 4 * size, m: active, n: 4 * size, k: size, beta: 1)
            }
            for place in 0..<active {
                let row = first + place
                let before = step > 0 ? UnsafePointer(c + (batch.firstRows[step - 1] + place) * size) : zeros
                LSTMCell.step(
                    gates: gates + row * 4 * size, c: before, nextC: c + row * size, nextH: h + row * size, size: size)
            }
        }
    }
}

extension Network {
    /// Where the tensor called `name` stands.
    func floats(_ name: String) -> UnsafePointer<Float> {
        parameters.pointer + layout[name].offset
    }
}
