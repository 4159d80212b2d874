/// All different frames of one program in one environment, with how badly each is known.
///
/// The same program in another environment is another group: LSHIFT acts on what it sees.
public struct FrameGroup: Sendable {
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
    /// Which frames were wrong when they were last trained on.
    private var wrong: [Bool]
    /// How many of them there are.
    public private(set) var wrongCount: Int

    /// What an untrained network loses a step, roughly: the logarithms of a coin, eight programs and 10 x 10 x 10.
    static let untrainedLoss: Float = 8
    /// What a frame's loss a step is held to.
    static let largestLoss: Float = 1e3

    package init(program: ProgramID, encoder: String, frames: [FrameTrace]) {
        self.program = program
        self.encoder = encoder
        self.frames = frames
        let loss = Array(repeating: Self.untrainedLoss, count: frames.count)
        losses = SumTree(loss)
        squares = SumTree(loss.map { $0 * $0 })
        wrong = Array(repeating: true, count: frames.count)
        wrongCount = frames.count
    }

    /// How many different frames there are.
    public var frameCount: Int { frames.count }

    /// The root mean square of the frames' losses a step.
    ///
    /// The paper's curriculum takes the mean. A mean hides one wrong frame among hundreds, such as one entry of ADD1's
    /// table; the root mean square does not.
    public var error: Float { (squares.total / Float(frames.count)).squareRoot() }

    /// The mean loss a step.
    public var meanLoss: Float { losses.total / Float(frames.count) }

    /// Keeps what a pass found of frame `index`.
    package mutating func record(_ index: Int, loss: Float, isRight: Bool) {
        let mean = min(loss / Float(frames[index].stepCount), Self.largestLoss)
        losses[index] = mean
        squares[index] = mean * mean
        if wrong[index] == isRight {
            wrong[index] = !isRight
            wrongCount += isRight ? -1 : 1
        }
    }

    /// What a checkpoint keeps: each frame's loss, negative where it was wrong.
    package var state: [Float] {
        get { frames.indices.map { wrong[$0] ? -losses[$0] : losses[$0] } }
        set {
            losses = SumTree(newValue.map(abs))
            squares = SumTree(newValue.map { $0 * $0 })
            wrong = newValue.map { $0.sign == .minus }
            wrongCount = wrong.count { $0 }
        }
    }
}
