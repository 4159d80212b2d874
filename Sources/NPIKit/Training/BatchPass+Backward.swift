extension BatchPass {
    /// Adds the gradient of the loss, going back through every layer of `forward(_:)` in turn.
    func backward(_ network: Network) {
        let c = network.configuration
        let h = rows.h[1].pointer
        let dh = rows.dh[1].mutablePointer
        let programCount = network.library.count

        BLAS.multiply(
            rows.scores.pointer, by: network.floats(ParameterLayout.Names.memoryKeys),
            into: rows.dKeys.mutablePointer, m: batch.rowCount, n: c.keySize, k: programCount)
        BLAS.accumulate(
            transposed: rows.scores.pointer, times: rows.keys.pointer,
            into: gradients(network, ParameterLayout.Names.memoryKeys), m: programCount, n: c.keySize,
            k: batch.rowCount)
        linearBackward(network, "end", rows.ends.pointer, input: h, inputs: c.hiddenSize, dInput: dh, beta: 0)
        linearBackward(network, "key", rows.dKeys.pointer, input: h, inputs: c.hiddenSize, dInput: dh, beta: 1)
        linearBackward(
            network, "argument", rows.arguments.pointer, input: h, inputs: c.hiddenSize, dInput: dh, beta: 1)

        coreBackward(
            network, layer: 1, input: rows.h[0].pointer, inputs: c.hiddenSize, dInput: rows.dh[0].mutablePointer)
        coreBackward(
            network, layer: 0, input: rows.coreInput.pointer, inputs: c.coreInputSize,
            dInput: rows.dCoreInput.mutablePointer)
        fuseBackward(network)
        encodeBackward(network)
    }

    private func gradients(_ network: Network, _ name: String) -> UnsafeMutablePointer<Float> {
        gradient.mutablePointer + network.layout[name].offset
    }

    /// The backward pass of x W^T + b, given the gradient of its output.
    private func linearBackward(
        _ network: Network, _ prefix: String, _ dOutput: UnsafePointer<Float>, stride: Int? = nil,
        input: UnsafePointer<Float>, inputs: Int, dInput: UnsafeMutablePointer<Float>?, beta: Float = 0
    ) {
        let tensor = network.layout["\(prefix).weight"]
        let outputs = tensor.shape[0]
        let width = stride ?? outputs
        let dBias = gradients(network, "\(prefix).bias")
        for row in 0..<batch.rowCount { VectorMath.add(dOutput + row * width, to: dBias, count: outputs) }
        BLAS.accumulate(
            transposed: dOutput, aStride: stride, times: input, into: gradients(network, "\(prefix).weight"),
            m: outputs, n: inputs, k: batch.rowCount)
        guard let dInput else { return }
        BLAS.multiply(
            dOutput, aStride: stride, by: network.parameters.pointer + tensor.offset, into: dInput,
            m: batch.rowCount, n: inputs, k: outputs, beta: beta)
    }

    /// The backward pass of one LSTM layer through time. On entry the layer's dh holds the gradient from above.
    private func coreBackward(
        _ network: Network, layer: Int, input: UnsafePointer<Float>, inputs: Int, dInput: UnsafeMutablePointer<Float>
    ) {
        let size = network.configuration.hiddenSize
        let gates = rows.gates[layer].mutablePointer
        let h = rows.h[layer].pointer
        let previousH = rows.previousH.mutablePointer
        stepsBackward(network, layer: layer, gates: gates)
        for step in batch.firstRows.indices.dropFirst() {
            (previousH + batch.firstRows[step] * size).update(
                from: h + batch.firstRows[step - 1] * size, count: batch.activeCounts[step] * size)
        }
        // The first step's h was zero: it adds nothing to the recurrent weight's gradient.
        let first = batch.activeCounts[0]
        BLAS.accumulate(
            transposed: gates + first * 4 * size, times: previousH + first * size,
            into: gradients(network, ParameterLayout.Names.core("weight_hh", layer)), m: 4 * size, n: size,
            k: batch.rowCount - first)
        BLAS.accumulate(
            transposed: gates, times: input, into: gradients(network, ParameterLayout.Names.core("weight_ih", layer)),
            m: 4 * size, n: inputs, k: batch.rowCount)
        let bias = rows.bias.mutablePointer
        bias.update(repeating: 0, count: 4 * size)
        VectorMath.sumRows(gates, into: bias, rows: batch.rowCount, columns: 4 * size)
        for name in ["bias_ih", "bias_hh"] {
            VectorMath.add(bias, to: gradients(network, ParameterLayout.Names.core(name, layer)), count: 4 * size)
        }
        BLAS.multiply(
            gates, by: network.floats(ParameterLayout.Names.core("weight_ih", layer)), into: dInput,
            m: batch.rowCount, n: inputs, k: 4 * size)
    }

    /// Turns the gates of one layer into the gradients of their sums, from the last step to the first.
    private func stepsBackward(_ network: Network, layer: Int, gates: UnsafeMutablePointer<Float>) {
        let size = network.configuration.hiddenSize
        let c = rows.c[layer].pointer
        let dh = rows.dh[layer].mutablePointer
        let dhNext = rows.dhNext.mutablePointer
        let dcNext = rows.dcNext.mutablePointer
        let zeros = rows.zeros.pointer
        dhNext.update(repeating: 0, count: batch.frameCount * size)
        dcNext.update(repeating: 0, count: batch.frameCount * size)
        for step in batch.firstRows.indices.reversed() {
            let first = batch.firstRows[step]
            let active = batch.activeCounts[step]
            VectorMath.add(dhNext, to: dh + first * size, count: active * size)
            for place in 0..<active {
                let row = first + place
                let before = step > 0 ? c + (batch.firstRows[step - 1] + place) * size : zeros
                LSTMCell.stepBackward(
                    gates: gates + row * 4 * size, c: before, nextC: c + row * size, dh: dh + row * size,
                    dc: dcNext + place * size, size: size)
            }
            guard step > 0 else { break }
            BLAS.multiply(
                gates + first * 4 * size, by: network.floats(ParameterLayout.Names.core("weight_hh", layer)),
                into: dhNext, m: active, n: size, k: 4 * size)
        }
    }

    private func fuseBackward(_ network: Network) {
        let c = network.configuration
        let width = c.stateSize + c.programSize
        let dHidden = rows.dFuseHidden.mutablePointer
        linearBackward(
            network, ParameterLayout.Names.fuse(layer: 2), rows.dCoreInput.pointer, input: rows.fuseHidden.pointer,
            inputs: c.fuseHiddenSize, dInput: dHidden)
        VectorMath.rectifyBackward(
            dHidden, activation: rows.fuseHidden.pointer, count: batch.rowCount * c.fuseHiddenSize)
        linearBackward(
            network, ParameterLayout.Names.fuse(layer: 0), dHidden, input: rows.fuseInput.pointer, inputs: width,
            dInput: rows.dFuseInput.mutablePointer)
        let dPrograms = gradients(network, ParameterLayout.Names.memoryPrograms)
        for row in 0..<batch.rowCount {
            VectorMath.add(
                rows.dFuseInput.pointer + row * width + c.stateSize,
                to: dPrograms + Int(batch.programs[row]) * c.programSize, count: c.programSize)
        }
    }

    private func encodeBackward(_ network: Network) {
        let c = network.configuration
        let spec = network.encoders[batch.encoder]
        let width = c.stateSize + c.programSize
        let ds = rows.dFuseInput.mutablePointer
        for row in 0..<batch.rowCount {
            VectorMath.rectifyBackward(
                ds + row * width, activation: rows.fuseInput.pointer + row * width, count: c.stateSize)
        }
        let dHidden = rows.dEncoderHidden.mutablePointer
        linearBackward(
            network, ParameterLayout.Names.encoder(spec.encoder, layer: 2), ds, stride: width,
            input: rows.encoderHidden.pointer, inputs: c.encoderHiddenSize, dInput: dHidden)
        VectorMath.rectifyBackward(
            dHidden, activation: rows.encoderHidden.pointer, count: batch.rowCount * c.encoderHiddenSize)
        linearBackward(
            network, ParameterLayout.Names.encoder(spec.encoder, layer: 0), dHidden, input: rows.inputs.pointer,
            inputs: spec.oneHotSize + Arguments.count * Arguments.valueCount, dInput: nil)
    }
}
