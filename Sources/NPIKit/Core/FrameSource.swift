public import Support

/// Draws frames to train on without end, for tasks that have too many of them to list.
public protocol FrameSource: Sendable {
    /// Which encoder reads the frames' observations.
    var encoder: String { get }
    /// The program that the frames are known by: the top one.
    var program: ProgramID { get }

    /// Draws a few frames that belong together. Images that several of them show are made and looked at once.
    ///
    /// - Parameters:
    ///   - error: The root mean square of the losses a step of the ``isBasic(_:)`` frames among those drawn lately, by which
    ///     harder frames may wait.
    ///   - generator: Where all that is drawn follows from.
    func drawFrames(error: Float, using generator: inout SeededGenerator) -> [FrameTrace]

    /// Draws `count` images of the frames' world, each for itself; none where there are no images.
    func drawImages(_ count: Int, using generator: inout SeededGenerator) -> [ImageKey]

    /// Whether `frame` is one of those that come first, whose error tells whether harder ones may follow.
    func isBasic(_ frame: FrameTrace) -> Bool
}

extension FrameSource {
    /// There are none.
    public func drawImages(_ count: Int, using generator: inout SeededGenerator) -> [ImageKey] { [] }
    /// All frames alike.
    public func isBasic(_ frame: FrameTrace) -> Bool { true }
}
