/// One forward and backward pass of a packed batch, with the memory that it needs. Not a value: it is scratch memory
/// that grows to the largest batch seen and is used again.
///
/// See `BatchPass+Forward`, `+Loss` and `+Backward`.
package final class BatchPass: GradientPass {
    /// The gradient of the mean loss, in the order of the network's layout. Added to by ``run(_:in:scale:)``.
    package var gradient: FloatArena
    /// The loss of each frame of the latest batch, summed over its steps, in the order given.
    package internal(set) var frameLosses: [Float] = []
    /// Whether every decision of each frame was right, in the order given.
    package internal(set) var frameIsRight: [Bool] = []

    /// Makes the images of frames; needed where an encoder sees any.
    package var images: (any ImageSource)?
    /// Whether anything but encoders is learned; otherwise the gradients of all else are left out.
    var learnsBehindEncoders = true
    /// Whether what is known of images is told instead of looked for: no image is made, and nothing learned about looking.
    package var isTold = false
    /// 0 for images as they are; another number for variations that follow from it, each object's its own.
    package var variation: UInt64 = 0

    var batch = PackedBatch()
    var rows = RowMemory()
    var imageMemory = ImageMemory()

    /// A pass for networks of `layout`.
    package init(layout: ParameterLayout) {
        gradient = FloatArena(count: layout.count)
    }

    /// The loss of `traces`, summed over all their steps, and its gradient.
    ///
    /// - Parameters:
    ///   - traces: Frames of one encoder.
    ///   - network: What is trained.
    ///   - scale: The factor of the loss in the gradient, usually 1 / steps of the whole update. Nil skips the backward
    ///     pass.
    /// - Returns: The sum over steps of -log P(end) - log P(program) - log P(arguments); the last two count only where
    ///   the frame does not return.
    package func run(_ traces: [FrameTrace], in network: Network, scale: Float?) -> Float {
        batch.pack(traces, for: network)
        rows.reserve(
            batch.rowCount, frames: batch.frameCount, network: network,
            inputs: network.configuration.encoderInputSize(of: network.encoders[batch.encoder]))
        forward(network)
        let loss = evaluateLoss(network, scale: scale ?? 0)
        if let scale { backward(network, scale: scale) }
        return loss
    }
}

/// Row matrices of a pass, all with R rows.
struct RowMemory {
    private var capacity = 0
    private var frameCapacity = 0
    private var inputCapacity = 0

    /// (R, inputs): one-hots, then the features of images.
    var inputs = FloatArena(count: 0)
    /// Of each image, the gradient of its features and of what its rows make of them; only where there are any.
    var dFeatures = FloatArena(count: 0)
    var dImageHidden = FloatArena(count: 0)
    /// (images, answers): what an encoder says of images, and its gradient; only where it does.
    var answers = FloatArena(count: 0)
    var dAnswers = FloatArena(count: 0)
    /// (R, encoder hidden).
    var encoderHidden = FloatArena(count: 0)
    var dEncoderHidden = FloatArena(count: 0)
    /// (R, D + P): s, then p.
    var fuseInput = FloatArena(count: 0)
    var dFuseInput = FloatArena(count: 0)
    /// (R, F).
    var fuseHidden = FloatArena(count: 0)
    var dFuseHidden = FloatArena(count: 0)
    /// (R, I).
    var coreInput = FloatArena(count: 0)
    var dCoreInput = FloatArena(count: 0)
    /// One for each layer of the core.
    var core: [LSTMMemory] = []
    /// (R, 1), (R, K), (R, 30), (R, N); gradients in place.
    var ends = FloatArena(count: 0)
    var keys = FloatArena(count: 0)
    var dKeys = FloatArena(count: 0)
    var arguments = FloatArena(count: 0)
    var scores = FloatArena(count: 0)

    /// Makes room for `rows` rows of `frames` frames.
    mutating func reserve(_ rows: Int, frames: Int, network: Network, inputs inputCount: Int) {
        guard rows > capacity || frames > frameCapacity || inputCount > inputCapacity else { return }
        let c = network.configuration
        capacity = max(rows, capacity)
        frameCapacity = max(frames, frameCapacity)
        inputCapacity = max(inputCount, inputCapacity)
        let r = capacity
        func matrix(_ columns: Int) -> FloatArena { FloatArena(count: r * columns) }
        inputs = matrix(inputCapacity)
        encoderHidden = matrix(c.largestEncoderHiddenSize)
        dEncoderHidden = matrix(c.largestEncoderHiddenSize)
        fuseInput = matrix(c.stateSize + c.programSize)
        dFuseInput = matrix(c.stateSize + c.programSize)
        fuseHidden = matrix(c.fuseHiddenSize)
        dFuseHidden = matrix(c.fuseHiddenSize)
        coreInput = matrix(c.coreInputSize)
        dCoreInput = matrix(c.coreInputSize)
        core = (0..<NetworkConfiguration.layerCount).map { _ in LSTMMemory() }
        for layer in core.indices { core[layer].reserve(rows: r, sequences: frameCapacity, size: c.hiddenSize) }
        ends = matrix(1)
        keys = matrix(c.keySize)
        dKeys = matrix(c.keySize)
        arguments = matrix(Arguments.count * Arguments.valueCount)
        scores = matrix(network.library.count)
    }
}
