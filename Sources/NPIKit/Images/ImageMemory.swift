/// What the images of a batch leave on their way through an encoder, for the way back.
struct ImageMemory {
    private var capacity = 0
    private var encoder: ImageEncoder?

    /// (R, C, H, W): the images.
    var pixels: [UInt8] = []
    /// Of each pass (R, O, H / 4, W / 4): what came out, and which of its 2 x 2 each value is.
    var outputs: [FloatArena] = []
    var winners: [[UInt8]] = []
    var scratch = ImageScratch()

    /// Makes room for `rows` images of `encoder`.
    mutating func reserve(_ rows: Int, _ encoder: ImageEncoder) {
        guard rows > capacity || self.encoder?.passes[0].inputCount != encoder.passes[0].inputCount else { return }
        capacity = max(rows, capacity)
        self.encoder = encoder
        pixels = Array(repeating: 0, count: capacity * encoder.passes[0].inputCount)
        outputs = encoder.passes.map { FloatArena(count: capacity * $0.outputCount) }
        winners = encoder.passes.map { Array(repeating: 0, count: capacity * $0.outputCount) }
        scratch = ImageScratch(encoder, isLearning: true)
    }

    /// Makes image `row`, a variation of `key`, and runs it through all passes.
    mutating func forward(
        _ row: Int, of key: ImageKey, variation: UInt64, from source: any ImageSource, _ encoder: ImageEncoder,
        _ parameters: UnsafePointer<Float>
    ) {
        let count = encoder.passes[0].inputCount
        pixels.withUnsafeMutableBufferPointer { pixels in
            source.write(
                key, variation: variation,
                into: UnsafeMutableBufferPointer(rebasing: pixels[row * count..<(row + 1) * count]))
        }
        forward(row, encoder, parameters)
    }

    /// Image `row` through all passes; its features are then the last pass's output.
    mutating func forward(_ row: Int, _ encoder: ImageEncoder, _ parameters: UnsafePointer<Float>) {
        readImage(row, encoder)
        for (index, pass) in encoder.passes.enumerated() {
            let input = self.input(of: index, row, encoder)
            let output = outputs[index].mutablePointer + row * pass.outputCount
            winners[index].withUnsafeMutableBufferPointer { winners in
                guard let winners = winners.baseAddress else { return }
                pass.forward(
                    parameters, input, into: output, winners: winners + row * pass.outputCount, scratch: &scratch)
            }
        }
    }

    /// The features of image `row`.
    func features(_ row: Int, _ encoder: ImageEncoder) -> UnsafePointer<Float> {
        outputs[outputs.count - 1].pointer + row * encoder.featureCount
    }

    /// Adds the gradients of image `row`, given that of its features.
    mutating func backward(
        _ row: Int, _ encoder: ImageEncoder, _ parameters: UnsafePointer<Float>,
        gradient: UnsafeMutablePointer<Float>, dFeatures: UnsafePointer<Float>
    ) {
        readImage(row, encoder)
        var dOutput = dFeatures
        for (index, pass) in encoder.passes.enumerated().reversed() {
            let input = self.input(of: index, row, encoder)
            let output = outputs[index].pointer + row * pass.outputCount
            let dInput = index == 0 ? nil : scratch.gradients[index].mutablePointer
            winners[index].withUnsafeBufferPointer { winners in
                guard let winners = winners.baseAddress else { return }
                pass.backward(
                    parameters, gradient: gradient, input, output, winners: winners + row * pass.outputCount,
                    dy: dOutput, dx: dInput, scratch: &scratch)
            }
            if let dInput { dOutput = UnsafePointer(dInput) }
        }
    }

    private mutating func readImage(_ row: Int, _ encoder: ImageEncoder) {
        let image = scratch.image.mutablePointer
        pixels.withUnsafeBufferPointer { pixels in
            guard let pixels = pixels.baseAddress else { return }
            encoder.read(pixels + row * encoder.passes[0].inputCount, into: image)
        }
    }

    /// What comes into pass `index` of image `row`, whose pixels have been read.
    private func input(of index: Int, _ row: Int, _ encoder: ImageEncoder) -> UnsafePointer<Float> {
        index == 0
            ? scratch.image.pointer : outputs[index - 1].pointer + row * encoder.passes[index - 1].outputCount
    }
}
