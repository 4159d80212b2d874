/// One forward and backward pass of images alone: an encoder that says what it sees learns to say it, and nothing follows.
///
/// Frames show an object from many sides at once, since what is done about images costs little beside them; such images are much
/// alike, and a batch of them tells less of how all images are than one in which each shows another object. Not a value: it is
/// scratch memory that grows to the largest batch seen and is used again.
package final class AnswerPass: GradientPass {
    /// The gradient of the loss, in the order of the network's layout. Added to by ``run(_:in:scale:)``.
    package var gradient: FloatArena
    /// Whether each image of the latest batch was answered rightly, and its loss, in the order given.
    package private(set) var results: [(loss: Float, isRight: Bool)] = []
    /// What the variations of images follow from, each its own.
    var variation: UInt64 = 0

    private let images: any ImageSource
    private let encoder: String
    private var memory = ImageMemory()
    /// (images, answers): what is said of each image, then its gradient.
    private var answers = FloatArena(count: 0)
    /// (images, features).
    private var dFeatures = FloatArena(count: 0)

    /// A pass for networks of `layout`, of which the encoder called `encoder` says what it sees of `images`.
    package init(layout: ParameterLayout, images: any ImageSource, encoder: String) {
        gradient = FloatArena(count: layout.count)
        self.images = images
        self.encoder = encoder
    }

    /// The loss of what `network` says of `keys`, summed over images and questions: -log p of the right answer.
    ///
    /// - Parameter scale: The factor of the loss in the gradient; nil skips the backward pass.
    package func run(_ keys: [ImageKey], in network: Network, scale: Float?) -> Float {
        guard let spec = network.encoders.first(where: { $0.encoder == encoder }), let shape = spec.image,
            let questions = network.configuration.imageQuestions, questions == images.answerCounts
        else { preconditionFailure("an encoder that says something else of images") }
        let layers = network.imageEncoder(shape, named: encoder)
        let layer = LinearLayer(ParameterLayout.Names.answer(encoder), in: network.layout)
        reserve(keys.count, layers, layer)
        let parameters = network.parameters.pointer
        for (place, key) in keys.enumerated() {
            memory.forward(place, of: key, variation: Self.mix(variation, place), from: images, layers, parameters)
        }
        layer.forward(
            parameters, rows: keys.count, input: memory.features(0, layers), into: answers.mutablePointer)
        evaluate(keys, questions, width: layer.outputSize, scale: scale ?? 0)
        if scale != nil { backward(keys.count, layers, layer, parameters) }
        return results.reduce(0) { $0 + $1.loss }
    }

    private func reserve(_ count: Int, _ layers: ImageEncoder, _ layer: LinearLayer) {
        memory.reserve(count, layers)
        guard answers.count < count * layer.outputSize else { return }
        answers = FloatArena(count: count * layer.outputSize)
        dFeatures = FloatArena(count: count * layers.featureCount)
    }

    private func evaluate(_ keys: [ImageKey], _ questions: [Int], width: Int, scale: Float) {
        results.removeAll(keepingCapacity: true)
        for (row, key) in keys.enumerated() {
            var scores = answers.mutablePointer + row * width
            var result: (loss: Float, isRight: Bool) = (0, true)
            for (right, count) in zip(images.answers(for: key), questions) {
                let answer = CrossEntropy.evaluate(scores, count: count, target: right, scale: scale)
                result = (result.loss + answer.loss, result.isRight && answer.isRight)
                scores += count
            }
            results.append(result)
        }
    }

    private func backward(
        _ count: Int, _ layers: ImageEncoder, _ layer: LinearLayer, _ parameters: UnsafePointer<Float>
    ) {
        layer.backward(
            parameters, gradient: gradient.mutablePointer, rows: count, dOutput: answers.pointer,
            input: memory.features(0, layers), dInput: dFeatures.mutablePointer)
        for place in 0..<count {
            memory.backward(
                place, layers, parameters, gradient: gradient.mutablePointer,
                dFeatures: dFeatures.pointer + place * layers.featureCount)
        }
    }

    /// The variation of the image at a place, never 0.
    private static func mix(_ variation: UInt64, _ place: Int) -> UInt64 {
        (variation ^ (UInt64(place + 1) &* 0x9E37_79B9_7F4A_7C15)) | 1
    }
}
