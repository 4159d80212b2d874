import NPIKit
import Testing

@Suite("The network computes what PyTorch computes")
struct PyTorchParityTests {
    let reference: Reference

    init() throws {
        reference = try Reference()
    }

    @Test("one step at a time, each frame's probabilities are PyTorch's")
    func stepByStep() throws {
        let (ends, programs, arguments) = reference.predictStepByStep()
        #expect(worstDifference(ends, try reference.values("ends")) < 2e-6)
        #expect(worstDifference(programs, try reference.values("programs")) < 2e-6)
        #expect(worstDifference(arguments, try reference.values("arguments")) < 2e-6)
    }

    @Test("a batch's loss and every tensor's gradient are PyTorch's")
    func gradients() throws {
        let pass = BatchPass(layout: reference.network.layout)
        let steps = reference.frames.reduce(0) { $0 + $1.stepCount }
        let loss = pass.run(reference.frames, in: reference.network, scale: 1 / Float(steps)) / Float(steps)
        #expect(abs(loss - (try reference.values("loss")[0])) < 1e-5)
        for tensor in reference.network.layout.tensors {
            let found = Array(pass.gradient.values[tensor.range])
            let difference = worstDifference(found, try reference.values("gradient.\(tensor.name)"))
            #expect(difference < 1e-6, "\(tensor.name)")
        }
    }

    @Test("ten steps of Adam with gradient clipping end at PyTorch's parameters")
    func adam() throws {
        var network = reference.network
        let pass = BatchPass(layout: network.layout)
        var optimizer = AdamOptimizer(count: network.layout.count)
        let steps = Float(reference.frames.reduce(0) { $0 + $1.stepCount })
        var losses: [Float] = []
        var norms: [Float] = []
        for _ in 0..<10 {
            pass.clearGradient()
            losses.append(pass.run(reference.frames, in: network, scale: 1 / steps) / steps)
            let norm = pass.gradient.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
            norms.append(norm)
            optimizer.step(
                &network.parameters, gradient: pass.gradient,
                scale: AdamOptimizer.clippingScale(norm: norm, limit: 0.5), learningRate: 0.01,
                ranges: [0..<network.layout.count])
        }
        #expect(worstDifference(losses, try reference.values("losses")) < 1e-5)
        #expect(worstDifference(norms, try reference.values("norms")) < 1e-5)
        for tensor in network.layout.tensors {
            // Adam divides by the gradient's size, so where that is almost zero its sign is a matter of rounding.
            let difference = worstDifference(
                network.values(of: tensor.name), try reference.values("after.\(tensor.name)"))
            #expect(difference < 5e-5, "\(tensor.name)")
        }
    }

    @Test("a batch does not depend on the order of its frames, but for rounding")
    func order() {
        let pass = BatchPass(layout: reference.network.layout)
        let forward = pass.run(reference.frames, in: reference.network, scale: nil)
        let losses = pass.frameLosses
        let backward = pass.run(reference.frames.reversed(), in: reference.network, scale: nil)
        #expect(abs(forward - backward) < 1e-4)
        #expect(worstDifference(pass.frameLosses.reversed(), losses) < 1e-5)
    }
}
