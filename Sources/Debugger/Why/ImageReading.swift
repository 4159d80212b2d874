import NPIKit
import Scratchpads

/// What a network's encoder says to one question about the image that is seen, beside what is true.
package struct ImageReading: Hashable, Sendable, Encodable {
    /// What is asked: "azimuth".
    package let name: String
    /// The likeliest answer.
    package let said: String
    /// How likely that is to the encoder.
    package let probability: Float
    /// The right answer.
    package let right: String
    /// How likely that is to the encoder.
    package let rightProbability: Float

    private enum CodingKeys: String, CodingKey {
        case rightProbability = "right_probability"
        case name, said, probability, right
    }

    /// Whether it says what is true.
    package var isRight: Bool { said == right }

    /// One reading for each question of `world`; none where the encoder says nothing, or was asked something else.
    ///
    /// - Parameter answers: For each question the probabilities of its answers; see ``StepPredictor``.
    static func all(in world: AnyScratchpad, saying answers: [[Float]]?) -> [ImageReading] {
        let questions = world.imageQuestions
        guard let answers, answers.map(\.count) == questions.map(\.answers.count) else { return [] }
        return zip(questions, answers).map { question, answers in
            let likeliest = answers.indices.max { answers[$0] < answers[$1] } ?? 0
            return ImageReading(
                name: question.name, said: question.answers[likeliest], probability: answers[likeliest],
                right: question.answers[question.right], rightProbability: answers[question.right])
        }
    }
}
