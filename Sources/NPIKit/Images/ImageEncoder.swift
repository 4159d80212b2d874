/// What an encoder makes of images: three passes of stride-2 convolution and pooling, as in the paper (Reed & de Freitas
/// 2016, section 4.3), which gives no sizes.
///
/// Its features go beside the observation's one-hots into the encoder's first linear layer.
struct ImageEncoder: Hashable, Sendable {
    /// Channels after each pass where a network's sizes do not tell, and the sides of the kernels. **Decision.**
    static let usualChannels = [16, 48, 128]
    static let kernels = [5, 3, 3]

    /// The passes in order.
    let passes: [ImagePass]

    /// How many numbers come out.
    var featureCount: Int { passes[passes.count - 1].outputCount }

    /// The passes over images of `shape` that make so many channels each, without places in an arena.
    init(_ shape: ObservationSpec.Image, channels: [Int]) {
        var passes: [ImagePass] = []
        var (inputs, height, width) = (shape.channels, shape.height, shape.width)
        for (outputs, kernel) in zip(channels, Self.kernels) {
            passes.append(
                ImagePass(inputs: inputs, outputs: outputs, kernel: kernel, height: height, width: width))
            (inputs, height, width) = (outputs, height / 4, width / 4)
        }
        self.passes = passes
    }

    /// The same passes with weights and biases elsewhere.
    init(_ encoder: ImageEncoder, places: [(weight: Int, bias: Int)]) {
        passes = zip(encoder.passes, places).map { pass, place in
            var pass = pass
            (pass.weight, pass.bias) = place
            return pass
        }
    }

    /// Pixels of 0...255 as numbers: (v - 64) / 64. A dark wall is around 0, as what lies beyond an image's edge is.
    func read(_ pixels: UnsafePointer<UInt8>, into x: UnsafeMutablePointer<Float>) {
        let count = passes[0].inputCount
        for index in 0..<count { x[index] = Float(Int32(pixels[index]) &- 64) * (1.0 / 64) }
    }
}
