import NPIKit
import Support

/// Sequences of two channels, 3 and 4 categories, of different lengths, with targets of 5 tokens.
struct SequenceExamples {
    let shape: SequenceShape
    let examples: [SequenceExample]

    init(_ timing: SequenceShape.Timing, count: Int = 7, hiddenSize: Int = 12, seed: UInt64 = 1) {
        shape = SequenceShape(channels: [3, 4], tokenCount: 5, timing: timing, hiddenSize: hiddenSize)
        var generator = SeededGenerator(seed: seed)
        examples = (0..<count).map { _ in
            let steps = Int.random(in: 1...6, using: &generator)
            let length = timing == .whileReading ? steps : Int.random(in: 1...4, using: &generator)
            return SequenceExample(
                source: (0..<steps).flatMap { _ in
                    [UInt8.random(in: 0..<3, using: &generator), UInt8.random(in: 0..<4, using: &generator)]
                }, target: (0..<length).map { _ in UInt8.random(in: 0..<5, using: &generator) })
        }
    }

    func network(seed: UInt64 = 2) -> SequenceNetwork {
        var generator = SeededGenerator(seed: seed)
        return SequenceNetwork(shape, using: &generator)
    }
}
