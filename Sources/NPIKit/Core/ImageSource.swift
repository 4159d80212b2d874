/// Stands for an image, so that training need not keep it. What the numbers mean belongs to the environment that made it.
public struct ImageKey: Hashable, Sendable {
    /// What is shown. Within a batch all images of it are of one variation.
    public var object: UInt32
    /// How it is shown.
    public var view: UInt32

    /// Makes a key.
    public init(object: UInt32 = 0, view: UInt32) {
        self.object = object
        self.view = view
    }
}

/// Makes the images of training frames when they are needed.
///
/// Frames hold keys; an image of 128 x 128 pixels takes 49 kB, and a training may know a hundred thousand. Used from
/// several threads at once.
public protocol ImageSource: Sendable {
    /// Writes an image, channel by channel and row by row.
    ///
    /// - Parameters:
    ///   - key: Which image.
    ///   - variation: 0 for the image as the environment shows it; any other number for one that differs as images of the
    ///     same state may, in a way that follows from the number alone.
    ///   - pixels: Receives as many bytes as the image has.
    func write(_ key: ImageKey, variation: UInt64, into pixels: UnsafeMutableBufferPointer<UInt8>)

    /// How many answers there are to each question about an image that ``answers(for:)`` answers; none where nothing is known.
    var answerCounts: [Int] { get }

    /// What is known of an image, such as the pose that it shows: the right answer, from 0, to each question. A network is
    /// asked for it while its encoder is learned, and never told.
    func answers(for key: ImageKey) -> [Int]
}

extension ImageSource {
    /// Nothing is known.
    public var answerCounts: [Int] { [] }
    /// Nothing is known.
    public func answers(for key: ImageKey) -> [Int] { [] }
}
