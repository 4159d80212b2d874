/// One LSTM layer over packed sequences: where its weights stand in an arena, forward and backward side by side.
///
/// What does not depend on the step before is computed for all rows at once; only the recurrent product runs step by
/// step. It has few rows, so that BLAS would take longer to lay the weight out than to multiply by it: it is laid out once for
/// all steps, where that can be.
struct LSTMLayer {
    /// How many numbers come in at each step.
    let inputSize: Int
    /// H.
    let size: Int

    private let inputWeight: Int
    private let recurrentWeight: Int
    private let inputBias: Int
    private let recurrentBias: Int

    /// Layer `index` of the LSTM whose tensors are called `prefix`.weight_ih_l0 and so on.
    init(_ prefix: String, index: Int, in layout: ParameterLayout) {
        func tensor(_ kind: String) -> ParameterLayout.Tensor {
            layout[ParameterLayout.Names.recurrent(prefix, kind, index)]
        }
        inputSize = tensor("weight_ih").shape[1]
        size = tensor("weight_hh").shape[1]
        inputWeight = tensor("weight_ih").offset
        recurrentWeight = tensor("weight_hh").offset
        inputBias = tensor("bias_ih").offset
        recurrentBias = tensor("bias_hh").offset
    }

    /// Fills `memory` from the inputs (R, in). Every sequence starts from ``LSTMMemory/initialH`` and
    /// ``LSTMMemory/initialC``.
    func forward(
        _ parameters: UnsafePointer<Float>, input: UnsafePointer<Float>, steps: PackedSteps, memory: inout LSTMMemory
    ) {
        let gates = memory.gates.mutablePointer
        let c = memory.c.mutablePointer
        let h = memory.h.mutablePointer
        let bias = memory.bias.mutablePointer
        let initialC = memory.initialC.pointer
        bias.update(from: parameters + inputBias, count: 4 * size)
        VectorMath.add(parameters + recurrentBias, to: bias, count: 4 * size)
        for row in 0..<steps.rowCount { (gates + row * 4 * size).update(from: bias, count: 4 * size) }
        BLAS.multiply(
            input, transposed: parameters + inputWeight, into: gates, m: steps.rowCount, n: 4 * size, k: inputSize,
            beta: 1)
        let panels = usesPanels ? memory.panels.mutablePointer : nil
        if let panels {
            PanelProduct.lay(parameters + recurrentWeight, rows: 4 * size, columns: size, into: panels)
        }
        for step in 0..<steps.stepCount {
            let first = steps.firstRows[step]
            let active = steps.activeCounts[step]
            if step > 0 || !memory.startsFromZero {
                let previous = step > 0 ? UnsafePointer(h + steps.firstRows[step - 1] * size) : memory.initialH.pointer
                if let panels {
                    PanelProduct.multiplyMany(
                        panels, previous, xStride: size, addingTo: gates + first * 4 * size, yStride: 4 * size,
                        rows: 4 * size, columns: size, count: active)
                } else {
                    BLAS.multiply(
                        previous, transposed: parameters + recurrentWeight, into: gates + first * 4 * size, m: active,
                        n: 4 * size, k: size, beta: 1)
                }
            }
            let before = step > 0 ? UnsafePointer(c + steps.firstRows[step - 1] * size) : initialC
            for place in 0..<active {
                let row = first + place
                LSTMCell.step(
                    gates: gates + row * 4 * size, c: before + place * size, nextC: c + row * size,
                    nextH: h + row * size, size: size)
            }
        }
    }

    /// Whether the recurrent weight fills whole panels, both ways, and the processor gains by them.
    private var usesPanels: Bool { size % PanelProduct.width == 0 && PanelProduct.isFastForMany }

    /// Adds the gradients of the weights, going back through time.
    ///
    /// On entry ``LSTMMemory/dh`` holds the gradient of every h from above, and ``LSTMMemory/dhNext`` and
    /// ``LSTMMemory/dcNext`` those of each sequence's last state; on return the latter hold those of its initial state,
    /// if it does not start from zero.
    ///
    /// - Parameters:
    ///   - gradient: Receives the gradients of the weights; nil where these stay as they are.
    ///   - dInput: Receives the gradient of the inputs (R, in); nil where nobody needs it.
    func backward(
        _ parameters: UnsafePointer<Float>, gradient: UnsafeMutablePointer<Float>?, input: UnsafePointer<Float>,
        steps: PackedSteps, memory: inout LSTMMemory, dInput: UnsafeMutablePointer<Float>?
    ) {
        stepsBackward(parameters, steps: steps, memory: &memory)
        if let gradient { weightsBackward(gradient, input: input, steps: steps, memory: &memory) }
        guard let dInput else { return }
        BLAS.multiply(
            memory.gates.pointer, by: parameters + inputWeight, into: dInput, m: steps.rowCount, n: inputSize,
            k: 4 * size)
    }

    /// Adds the gradients of the weights, given those of the gates' sums.
    private func weightsBackward(
        _ gradient: UnsafeMutablePointer<Float>, input: UnsafePointer<Float>, steps: PackedSteps,
        memory: inout LSTMMemory
    ) {
        let gates = memory.gates.pointer
        let h = memory.h.pointer
        let previousH = memory.previousH.mutablePointer
        for step in steps.firstRows.indices.dropFirst() {
            (previousH + steps.firstRows[step] * size).update(
                from: h + steps.firstRows[step - 1] * size, count: steps.activeCounts[step] * size)
        }
        // Where the first step's h was zero, it adds nothing to the recurrent weight's gradient.
        let first = memory.startsFromZero ? steps.activeCounts[0] : 0
        if first == 0 { previousH.update(from: memory.initialH.pointer, count: steps.activeCounts[0] * size) }
        BLAS.accumulate(
            transposed: gates + first * 4 * size, times: previousH + first * size, into: gradient + recurrentWeight,
            m: 4 * size, n: size, k: steps.rowCount - first)
        BLAS.accumulate(
            transposed: gates, times: input, into: gradient + inputWeight, m: 4 * size, n: inputSize,
            k: steps.rowCount)
        let bias = memory.bias.mutablePointer
        bias.update(repeating: 0, count: 4 * size)
        VectorMath.sumRows(gates, into: bias, rows: steps.rowCount, columns: 4 * size)
        for offset in [inputBias, recurrentBias] { VectorMath.add(bias, to: gradient + offset, count: 4 * size) }
    }

    /// Turns the gates into the gradients of their sums, from the last step to the first.
    private func stepsBackward(_ parameters: UnsafePointer<Float>, steps: PackedSteps, memory: inout LSTMMemory) {
        let gates = memory.gates.mutablePointer
        let c = memory.c.pointer
        let dh = memory.dh.mutablePointer
        let dhNext = memory.dhNext.mutablePointer
        let dcNext = memory.dcNext.mutablePointer
        let panels = usesPanels ? memory.panels.mutablePointer : nil
        if let panels {
            PanelProduct.lay(transposed: parameters + recurrentWeight, rows: 4 * size, columns: size, into: panels)
        }
        for step in steps.firstRows.indices.reversed() {
            let first = steps.firstRows[step]
            let active = steps.activeCounts[step]
            VectorMath.add(dhNext, to: dh + first * size, count: active * size)
            let before = step > 0 ? c + steps.firstRows[step - 1] * size : memory.initialC.pointer
            for place in 0..<active {
                let row = first + place
                LSTMCell.stepBackward(
                    gates: gates + row * 4 * size, c: before + place * size, nextC: c + row * size,
                    dh: dh + row * size, dc: dcNext + place * size, size: size)
            }
            guard step > 0 || !memory.startsFromZero else { break }
            if let panels {
                dhNext.update(repeating: 0, count: active * size)
                PanelProduct.multiplyMany(
                    panels, gates + first * 4 * size, xStride: 4 * size, addingTo: dhNext, yStride: size, rows: size,
                    columns: 4 * size, count: active)
            } else {
                BLAS.multiply(
                    gates + first * 4 * size, by: parameters + recurrentWeight, into: dhNext, m: active, n: size,
                    k: 4 * size)
            }
        }
    }
}
