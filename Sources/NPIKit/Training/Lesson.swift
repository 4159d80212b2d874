/// All different frames of one program in one environment, with how badly each is known.
///
/// The same program in another environment is another lesson: LSHIFT acts by what it sees.
public struct Lesson: Sendable {
    /// The program.
    public let program: ProgramID
    /// The environment's encoder.
    public let encoder: String
    /// The frames, each different from the others.
    package let frames: [FrameTrace]
    /// Each frame's latest loss a step.
    package private(set) var losses: SumTree
    /// Their squares.
    private var squares: SumTree
    /// Which frames were wrong when last looked at.
    private var wrong: [Bool]
    /// A running mean of the squares of the losses that were recorded last; counts where frames show images.
    private var recentSquare: Float
    /// How many of them there are.
    public private(set) var wrongCount: Int

    /// What an untrained network loses a step, roughly: the logarithms of a coin, eight programs and 10 x 10 x 10.
    private static let untrainedLoss: Float = 8

    package init(program: ProgramID, encoder: String, frames: [FrameTrace]) {
        self.program = program
        self.encoder = encoder
        self.frames = frames
        let loss = Array(repeating: Self.untrainedLoss, count: frames.count)
        losses = SumTree(loss)
        squares = SumTree(loss.map { $0 * $0 })
        // Of frames with images most are looked at late or never: they count as wrong only when they were.
        let isWrong = frames[0].images.isEmpty
        wrong = Array(repeating: isWrong, count: frames.count)
        wrongCount = isWrong ? frames.count : 0
        recentSquare = Self.untrainedLoss * Self.untrainedLoss
    }

    /// Whether the frames show images, which cost far more than the rest of a step.
    package var hasImages: Bool { !frames[0].images.isEmpty }

    /// How many different frames there are.
    public var frameCount: Int { frames.count }

    /// The root mean square of the frames' losses a step.
    ///
    /// The paper's curriculum takes the mean. A mean hides one wrong frame among hundreds, such as one entry of ADD1's
    /// table; the root mean square does not.
    ///
    /// Of frames with images, which are too many to be measured again and again, it is that of the frames looked at last.
    public var error: Float {
        hasImages ? recentSquare.squareRoot() : (squares.total / Float(frames.count)).squareRoot()
    }

    /// How much of the running mean a frame makes.
    private static let recentShare: Float = 0.01

    /// The mean loss a step.
    public var meanLoss: Float { losses.total / Float(frames.count) }

    /// Keeps what a pass found of frame `index`.
    package mutating func record(_ index: Int, loss: Float, isRight: Bool) {
        let mean = min(loss / Float(frames[index].stepCount), 1e3)
        losses[index] = mean
        squares[index] = mean * mean
        recentSquare += Self.recentShare * (mean * mean - recentSquare)
        if wrong[index] == isRight {
            wrong[index] = !isRight
            wrongCount += isRight ? -1 : 1
        }
    }

    /// Brings the losses of frames halfway to the mean of those in `sample`, which have just been measured: what is known of
    /// the others is old, or nothing.
    package mutating func adapt(to sample: [Int]) {
        guard !sample.isEmpty else { return }
        let mean = sample.reduce(0) { $0 + losses[$1] } / Float(sample.count)
        var values = frames.indices.map { (losses[$0] + mean) / 2 }
        for index in sample { values[index] = losses[index] }
        losses = SumTree(values)
        squares = SumTree(values.map { $0 * $0 })
    }

    /// What a checkpoint keeps: each frame's loss, negative where it was wrong; behind them, where frames show images, the
    /// running mean.
    package var state: [Float] {
        get { frames.indices.map { wrong[$0] ? -losses[$0] : losses[$0] } + (hasImages ? [recentSquare] : []) }
        set {
            let values = newValue.prefix(frames.count)
            losses = SumTree(values.map(abs))
            squares = SumTree(values.map { $0 * $0 })
            wrong = values.map { $0.sign == .minus }
            wrongCount = wrong.count { $0 }
            if hasImages, let last = newValue.last { recentSquare = last }
        }
    }
}
