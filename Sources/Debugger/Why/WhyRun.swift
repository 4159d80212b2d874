import NPIKit
import Scratchpads

/// Finds out what the network would do at one step had it seen something else, by asking it once for each thing that could be seen.
package struct WhyRun: Sendable {
    private let insight: Insight
    private let fields: [Field]
    private let spec: ObservationSpec
    private let act: ProgramID?
    private let right: Decision?
    private var predictor: any StepPredictor
    /// What was really seen.
    private let observation: Observation
    private let readings: [ImageReading]
    private let questions: [Question]
    private var answers: [Answer] = []

    /// An image takes about so many times as long as a step without one.
    private static let imageCost = 8

    /// One thing seen, with the names of everything that could be.
    private struct Field: Sendable {
        var name: String
        var options: [(category: Int, name: String)]
    }

    /// Something else to be seen.
    private enum Question: Sendable {
        case category(field: Int, Int)
        case patch(x: Int, y: Int)
    }

    private struct Answer: Sendable {
        var decision: Decision
        var probability: Float
        var kept: Float
    }

    /// Begins to ask about the step that `insight` is about; nil where there is no network.
    package init?(_ insight: Insight, in session: Session) {
        guard let eye = session.eye, eye.memory != nil else { return nil }
        let world = session.history.world(at: insight.position)
        let spec = world.observationSpec
        var observation = Observation(for: spec)
        world.observe(into: &observation)
        if !observation.pixels.isEmpty { world.look(into: &observation.pixels) }
        let fields = spec.fields.enumerated().map { index, field in
            let seen = Int(observation.categories[index])
            let options = (0..<field.size).compactMap { category in
                (world.categoryName(category, of: index) ?? (category == seen ? "\(seen)" : nil)).map {
                    (category, $0)
                }
            }
            return Field(name: field.name, options: options)
        }
        self.insight = insight
        self.fields = fields
        self.spec = spec
        self.observation = observation
        predictor = eye.uncached
        readings = ImageReading.all(
            in: world, saying: predictor.imageAnswers(encoder: spec.encoder, observation: observation))
        act = predictor.library.program(named: ProgramLibrary.act)
        right = session.narrator.advice(at: insight.position, of: session.log, in: world)?
            .translated(from: session.library, to: predictor.library)
        questions =
            fields.indices.flatMap { field in
                fields[field].options.map { Question.category(field: field, $0.category) }
            } + Self.patches(spec.image)
        answers.reserveCapacity(questions.count)
    }

    private static func patches(_ image: ObservationSpec.Image?) -> [Question] {
        guard let image else { return [] }
        return (0..<Occlusion.placeCount(image.height)).flatMap { row in
            (0..<Occlusion.placeCount(image.width)).map { .patch(x: $0 * Occlusion.stride, y: row * Occlusion.stride) }
        }
    }

    /// How many times the network is asked.
    package var questionCount: Int { questions.count }

    /// Whether it looks for what is to be seen in `session` as it is now.
    package func isCurrent(in session: Session) -> Bool { insight.isCurrent(in: session) }

    /// Asks as often as takes the time of `budget` steps without an image, at least once.
    ///
    /// - Returns: What was looked for, once all is known.
    package mutating func advance(budget: Int) -> Why? {
        let count = max(spec.image == nil ? budget : budget / Self.imageCost, 1)
        var state = insight.before
        var prediction = Prediction(programCount: predictor.library.count)
        for question in questions[answers.count...].prefix(count) {
            predictor.predict(
                encoder: spec.encoder, observation: seen(question), program: insight.program,
                arguments: insight.frame.arguments, from: insight.before, to: &state, into: &prediction)
            answers.append(
                Answer(
                    decision: prediction.decision,
                    probability: prediction.probability(of: prediction.decision, act: act),
                    kept: prediction.probability(of: insight.prediction.decision, act: act)))
        }
        return answers.count == questions.count ? result : nil
    }

    /// What is seen instead.
    private func seen(_ question: Question) -> Observation {
        var seen = observation
        switch question {
        case .category(let field, let category): seen.categories[field] = UInt8(category)
        case .patch(let x, let y):
            guard let image = spec.image else { break }
            for channel in 0..<image.channels {
                for row in y..<y + Occlusion.patchSide {
                    let start = (channel * image.height + row) * image.width + x
                    for pixel in start..<start + Occlusion.patchSide { seen.pixels[pixel] = Occlusion.grey }
                }
            }
        }
        return seen
    }

    private var result: Why {
        var rest = answers[...]
        let cells = fields.enumerated().map { index, field in
            let options = zip(field.options, rest.prefix(field.options.count)).map { option, answer in
                SeenCell.Option(
                    category: option.category, name: option.name, decision: answer.decision,
                    probability: answer.probability, kept: answer.kept)
            }
            rest = rest.dropFirst(field.options.count)
            let seen = options.firstIndex { $0.category == Int(observation.categories[index]) } ?? 0
            return SeenCell(name: field.name, options: options, seen: seen)
        }
        let occlusion = spec.image.map { image in
            Occlusion(
                columns: Occlusion.placeCount(image.width), rows: Occlusion.placeCount(image.height),
                decisions: rest.map(\.decision), kept: rest.map(\.kept), decision: insight.prediction.decision)
        }
        return Why(
            insight: insight, cells: cells, occlusion: occlusion, readings: readings,
            probability: insight.prediction.probability(of: insight.prediction.decision, act: act),
            right: right, rightProbability: right.map { insight.prediction.probability(of: $0, act: act) } ?? 0)
    }
}

extension Decision {
    /// The same by the programs of another network; nil where it lacks the program.
    fileprivate func translated(from own: ProgramLibrary, to other: ProgramLibrary) -> Decision? {
        guard case .call(let program, let arguments) = self else { return self }
        return other.program(named: own[program]).map { .call($0, arguments) }
    }
}
