import NPIKit
import Scratchpads

/// Why the network does what it does at one step, as one JSON object.
struct WhyJSON: Encodable {
    private let step: Int
    private let program: String
    private let frameStep: Int
    private let decision: Answer
    private let cells: [Cell]
    /// What the expert would do; left out where there is none.
    private let right: Answer?
    /// Null where no single change changes the decision.
    private let smallestChange: Change?
    /// Null where no single change brings what is right; left out where that is done.
    private let correction: Change??
    /// Left out where there is no image.
    private let image: Image?
    /// What the encoder says of the image; left out where it says nothing.
    private let readings: [ImageReading]

    init(_ why: Why, in world: AnyScratchpad, _ library: ProgramLibrary) {
        func answer(_ decision: Decision, _ probability: Float) -> Answer {
            Answer(decision, probability, in: world, library)
        }
        step = why.insight.position
        program = library[why.insight.program]
        frameStep = why.insight.step
        decision = answer(why.decision, why.probability)
        cells = why.cells.map { cell in
            let values = cell.options.map { option in
                Value(value: option.name, kept: option.kept, answer: answer(option.decision, option.probability))
            }
            return Cell(
                name: cell.name, seen: cell.present.name, matters: cell.matters, leastProbability: cell.leastKept,
                values: values)
        }
        func described(_ change: Why.Change) -> Change {
            Change(
                name: change.cell.name, from: change.cell.present.name, to: change.option.name,
                answer: answer(change.option.decision, change.option.probability))
        }
        right = why.right.map { answer($0, why.rightProbability) }
        smallestChange = why.smallestChange.map(described)
        correction = why.isMistake ? .some(why.correction.map(described)) : nil
        readings = why.readings
        image = why.occlusion.map { occlusion in
            Image(
                patch: Occlusion.patchSide, stride: Occlusion.stride, columns: occlusion.columns, rows: occlusion.rows,
                changes: occlusion.decisions.map { $0 != occlusion.decision }, kept: occlusion.kept)
        }
    }

    private enum CodingKeys: String, CodingKey {
        case frameStep = "frame_step"
        case smallestChange = "smallest_change"
        case readings = "encoder_says"
        case step, program, decision, right, correction, cells, image
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(step, forKey: .step)
        try container.encode(program, forKey: .program)
        try container.encode(frameStep, forKey: .frameStep)
        try container.encode(decision, forKey: .decision)
        try container.encode(cells, forKey: .cells)
        try container.encodeIfPresent(right, forKey: .right)
        try container.encode(smallestChange, forKey: .smallestChange)
        if let correction { try container.encode(correction, forKey: .correction) }
        try container.encodeIfPresent(image, forKey: .image)
        if !readings.isEmpty { try container.encode(readings, forKey: .readings) }
    }
}

extension WhyJSON {
    /// A decision as recordings have it.
    private struct Answer: Encodable {
        private let kind: String
        private let program: String?
        private let arguments: [Int]?
        private let say: String?
        private let probability: Float

        init(_ decision: Decision, _ probability: Float, in world: AnyScratchpad, _ library: ProgramLibrary) {
            self.probability = probability
            switch decision {
            case .call(let program, let arguments):
                (kind, self.program, self.arguments, say) = ("call", library[program], arguments.values, nil)
            case .act(let arguments):
                (kind, program, self.arguments, say) = ("act", nil, arguments.values, world.actionName(arguments))
            case .end: (kind, program, arguments, say) = ("return", nil, nil, nil)
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind = "k"
            case arguments = "args"
            case program, say, probability
        }
    }

    private struct Value: Encodable {
        var value: String
        var kept: Float
        var answer: Answer
    }

    private struct Cell: Encodable {
        var name: String
        var seen: String
        var matters: Bool
        var leastProbability: Float
        var values: [Value]

        enum CodingKeys: String, CodingKey {
            case leastProbability = "least_probability"
            case name, seen, matters, values
        }
    }

    private struct Change: Encodable {
        var name: String
        var from: String
        var to: String
        var answer: Answer
    }

    private struct Image: Encodable {
        var patch: Int
        var stride: Int
        var columns: Int
        var rows: Int
        var changes: [Bool]
        var kept: [Float]
    }
}
