/// Memory for one image on its way through an encoder, used again for the next.
struct ImageScratch: Sendable {
    /// The image as floats.
    var image = FloatArena(count: 0)
    /// See ``ImagePass/split(_:into:)``, and its gradient.
    var phases = FloatArena(count: 0)
    var dPhases = FloatArena(count: 0)
    /// See ``ImagePass/gather(_:strip:into:)``.
    var patches = FloatArena(count: 0)
    /// A strip of a convolution, or its gradient.
    var convolved = FloatArena(count: 0)
    /// Gradients between passes.
    var gradients: [FloatArena] = []

    /// No memory.
    init() {}

    /// Memory for `encoder`, for the way back too where `isLearning`.
    init(_ encoder: ImageEncoder, isLearning: Bool) {
        func arena(_ size: (ImagePass) -> Int) -> FloatArena { FloatArena(count: encoder.passes.map(size).max() ?? 0) }
        image = FloatArena(count: encoder.passes[0].inputCount)
        phases = arena(\.phaseCount)
        patches = arena { $0.patchSize * $0.stripCount }
        convolved = arena { $0.outputs * $0.stripCount }
        if isLearning {
            dPhases = arena(\.phaseCount)
            gradients = encoder.passes.map { FloatArena(count: $0.inputCount) }
        }
    }
}
