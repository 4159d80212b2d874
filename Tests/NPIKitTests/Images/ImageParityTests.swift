import NPIKit
import Support
import Testing

@Suite("A network that sees images computes what PyTorch computes")
struct ImageParityTests {
    let reference: Reference
    let images = ReferenceImages()

    init() throws {
        reference = try Reference(image: ReferenceImages.shape)
    }

    @Test("one step at a time, each frame's probabilities are PyTorch's")
    func stepByStep() throws {
        let (ends, programs, arguments) = reference.predictStepByStep(images.pixels)
        #expect(worstDifference(ends, try reference.values("ends")) < 4e-6)
        #expect(worstDifference(programs, try reference.values("programs")) < 4e-6)
        #expect(worstDifference(arguments, try reference.values("arguments")) < 4e-6)
    }

    @Test("a batch's loss and every tensor's gradient are PyTorch's")
    func gradients() throws {
        let pass = BatchPass(layout: reference.network.layout)
        pass.images = images
        let steps = reference.frames.reduce(0) { $0 + $1.stepCount }
        let loss = pass.run(reference.frames, in: reference.network, scale: 1 / Float(steps)) / Float(steps)
        #expect(abs(loss - (try reference.values("loss")[0])) < 1e-5)
        for tensor in reference.network.layout.tensors {
            let found = Array(pass.gradient.values[tensor.range])
            let difference = worstDifference(found, try reference.values("gradient.\(tensor.name)"))
            #expect(difference < 3e-6, "\(tensor.name)")
        }
    }

    @Test("along random directions within each tensor of the image's way, the loss changes as its gradient says")
    func numerical() throws {
        let pass = BatchPass(layout: reference.network.layout)
        pass.images = images
        let frames = Array(reference.frames.prefix(3))
        forEachTensor(of: reference.network, named: "encoders.", in: pass, on: frames, count: 3) { tensor, pairs in
            for (found, expected) in pairs {
                #expect(abs(found - expected) < 0.03 + 0.03 * abs(expected), "\(tensor.name): \(found) \(expected)")
            }
        }
    }

    @Test("a variation changes a whole frame's images, and memory of other batches does not shine through")
    func variations() {
        let pass = BatchPass(layout: reference.network.layout)
        pass.images = images
        let plain = pass.run(reference.frames, in: reference.network, scale: nil)
        pass.variation = 17
        let varied = pass.run(reference.frames, in: reference.network, scale: nil)
        #expect(varied != plain)
        _ = pass.run([reference.frames[1]], in: reference.network, scale: nil)
        #expect(pass.run(reference.frames, in: reference.network, scale: nil) == varied)
        pass.variation = 0
        #expect(pass.run(reference.frames, in: reference.network, scale: nil) == plain)
    }
}
