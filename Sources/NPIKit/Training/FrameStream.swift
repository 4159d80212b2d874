package import Support

/// Frames that are drawn anew for each batch, and how badly those drawn last were known.
public struct FrameStream: Sendable {
    /// Where they come from.
    package let source: any FrameSource
    /// The losses a step of the latest frames, negative where a frame was wrong.
    private var latest: [Float]
    private var next = 0
    /// A running mean of the squares of the losses a step of basic frames.
    private var basicSquare: Float

    /// How many of the latest frames are remembered.
    public static let windowSize = 1_024

    package init(_ source: any FrameSource) {
        self.source = source
        latest = Array(repeating: -FrameGroup.untrainedLoss, count: Self.windowSize)
        basicSquare = FrameGroup.untrainedLoss * FrameGroup.untrainedLoss
    }

    /// The root mean square of the latest losses a step.
    public var error: Float {
        (latest.reduce(0) { $0 + $1 * $1 } / Float(latest.count)).squareRoot()
    }

    /// The same of basic frames alone, which may be few among the latest: a mean in which each counts less than the one after it.
    var basicError: Float { basicSquare.squareRoot() }
    /// How much each basic frame counts in it.
    private static let basicShare: Float = 1 / 512

    /// How many of the latest frames were wrong.
    public var wrongCount: Int { latest.count { $0.sign == .minus } }

    /// Keeps what a pass found of a frame.
    package mutating func record(_ frame: FrameTrace, loss: Float, isRight: Bool) {
        let mean = min(loss / Float(frame.stepCount), FrameGroup.largestLoss)
        record(loss: mean, isRight: isRight)
        if source.isBasic(frame) { basicSquare += Self.basicShare * (mean * mean - basicSquare) }
    }

    /// Keeps what a pass found of an image alone, or of a frame's step.
    mutating func record(loss: Float, isRight: Bool) {
        let loss = min(loss, FrameGroup.largestLoss)
        latest[next] = isRight ? loss : -loss
        next = (next + 1) % latest.count
    }

    /// Draws frames until there are `imageLimit` images or `rowLimit` steps; the source's smallest draw at least.
    package func drawFrames(
        imageLimit: Int, rowLimit: Int, using generator: inout SeededGenerator
    ) -> [FrameTrace] {
        var frames: [FrameTrace] = []
        var images: Set<ImageKey> = []
        var rows = 0
        while true {
            let more = source.drawFrames(error: basicError, using: &generator)
            images.formUnion(more.lazy.flatMap(\.images))
            rows += more.reduce(0) { $0 + $1.stepCount }
            guard frames.isEmpty || (images.count <= imageLimit && rows <= rowLimit) else { return frames }
            frames += more
        }
    }

    /// What a checkpoint keeps: the latest losses, oldest first, and what is known of basic frames.
    package var state: [Float] {
        get { Array(latest[next...] + latest[..<next]) + [basicSquare] }
        set {
            (latest, next) = (Array(newValue.dropLast()), 0)
            basicSquare = newValue.last ?? basicSquare
        }
    }
}
