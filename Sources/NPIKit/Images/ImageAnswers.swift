/// What an encoder says of an image before anything else is computed from it: the probabilities of the answers to some questions,
/// one softmax for each, such as one over the azimuths of a car and one over its elevations.
package enum ImageAnswers {
    /// How much an image counts beside a step in the loss of a training that knows the right answers.
    static let weight: Float = 4

    /// Turns the scores of the answers into probabilities, question by question.
    package static func normalize(_ scores: UnsafeMutablePointer<Float>, _ questions: [Int]) {
        var place = scores
        for count in questions {
            _ = VectorMath.softmax(place, count: count)
            place += count
        }
    }

    /// Turns the gradient of the probabilities into that of the scores.
    static func normalizeBackward(
        _ gradient: UnsafeMutablePointer<Float>, of probabilities: UnsafePointer<Float>, _ questions: [Int]
    ) {
        var start = 0
        for count in questions {
            let range = start..<(start + count)
            let sum = range.reduce(Float(0)) { $0 + gradient[$1] * probabilities[$1] }
            for index in range { gradient[index] = probabilities[index] * (gradient[index] - sum) }
            start += count
        }
    }
}
