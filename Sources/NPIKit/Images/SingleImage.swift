/// Memory for the images of single steps.
struct SingleImage: Sendable {
    private var scratch: [ImageEncoderShape: ImageScratch] = [:]
    private var first = FloatArena(count: 0)
    private var second = FloatArena(count: 0)
    private var winners: [UInt8] = []

    /// What the memory's size depends on.
    private struct ImageEncoderShape: Hashable {
        var inputCount: Int
        var width: Int

        init(_ encoder: ImageEncoder) {
            inputCount = encoder.passes[0].inputCount
            width = encoder.passes[0].width
        }
    }

    /// Memory for images of any of `encoders`.
    init(_ encoders: [ImageEncoder]) {
        var longest = 0
        for encoder in encoders {
            scratch[ImageEncoderShape(encoder)] = ImageScratch(encoder, isLearning: false)
            longest = max(longest, encoder.passes.map(\.outputCount).max() ?? 0)
        }
        first = FloatArena(count: longest)
        second = FloatArena(count: longest)
        winners = Array(repeating: 0, count: longest)
    }

    /// Lends the features of an image to `body`.
    mutating func withFeatures(
        of pixels: [UInt8], _ encoder: ImageEncoder, _ parameters: UnsafePointer<Float>,
        _ body: (UnsafePointer<Float>) -> Void
    ) {
        let shape = ImageEncoderShape(encoder)
        precondition(pixels.count == encoder.passes[0].inputCount, "an image of another size")
        guard var scratch = scratch.removeValue(forKey: shape) else { return }
        let image = scratch.image.mutablePointer
        pixels.withUnsafeBufferPointer { encoder.read($0.baseAddress!, into: image) }
        var input = UnsafePointer(image)
        var output = first.mutablePointer
        var spare = second.mutablePointer
        winners.withUnsafeMutableBufferPointer { winners in
            for pass in encoder.passes {
                pass.forward(parameters, input, into: output, winners: winners.baseAddress!, scratch: &scratch)
                input = UnsafePointer(output)
                swap(&output, &spare)
            }
        }
        body(input)
        self.scratch[shape] = scratch
    }
}
