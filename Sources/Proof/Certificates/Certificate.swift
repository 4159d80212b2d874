/// What was proven, so that anybody can have it confirmed: of which text, of which network, by how many sequences, and on what it
/// rests.
package struct Certificate: Hashable, Codable, Sendable {
    package struct Program: Hashable, Codable, Sendable {
        package var program: String
        package var arguments: [Int]
        package var sequences: Int
        package var steps: Int
        package var wrong: Int
        package var leastMargin: Float?
        /// Why there is no end of what its frames can see.
        package var unbounded: String?
    }

    /// What says that this is one, and in which form.
    package static let format = "npi-certificate 1"

    package var format = Self.format
    package var task: String
    /// The digest of the task file's text.
    package var taskSHA256: String
    package var model: String
    /// The digest of the weight file.
    package var modelSHA256: String
    package var isProven: Bool
    package var situations: Int
    package var sequences: Int
    package var steps: Int
    package var leastMargin: Float?
    package var programs: [Program]
    package var assumptions: [String]

    /// Of a proof.
    package init(
        _ proof: TaskProof, taskSHA256: String, model: String, modelSHA256: String, assumptions: [Assumption]
    ) {
        task = proof.task
        self.taskSHA256 = taskSHA256
        self.model = model
        self.modelSHA256 = modelSHA256
        isProven = proof.isProven
        situations = proof.situations
        sequences = proof.sequences
        steps = proof.steps
        leastMargin = proof.leastMargin
        programs = proof.calls.map { call in
            Program(
                program: call.program, arguments: call.arguments, sequences: call.sequences, steps: call.steps,
                wrong: call.wrong, leastMargin: call.unbounded == nil ? call.leastMargin : nil,
                unbounded: call.unbounded.map { "\($0)" })
        }
        self.assumptions = assumptions.map(\.rawValue)
    }

    /// How this one differs from `other`, in a few words; nil where both say the same. Margins may differ a little: processors
    /// add in another order.
    package func difference(from other: Certificate) -> String? {
        if format != other.format {
            return "it is of the form \(other.format.prefix(40)); this version writes \(format)"
        }
        if task != other.task { return "it is about \(other.task), not \(task)" }
        if taskSHA256 != other.taskSHA256 { return "the text of \(task) has changed since" }
        if modelSHA256 != other.modelSHA256 { return "it is about another network (\(other.model)), not \(model)" }
        for (mine, its) in zip(programs, other.programs) {
            var (one, two) = (mine, its)
            (one.leastMargin, two.leastMargin) = (nil, nil)
            if one != two { return "\(mine.program) has \(mine.counts), not \(its.counts)" }
            if abs((mine.leastMargin ?? 0) - (its.leastMargin ?? 0)) > 0.05 {
                return "the least margin of \(mine.program) is \(mine.leastMargin ?? 0), not \(its.leastMargin ?? 0)"
            }
        }
        if sequences != other.sequences || steps != other.steps || situations != other.situations {
            return "it has other sums than its programs come to"
        }
        if programs.count != other.programs.count || assumptions != other.assumptions || isProven != other.isProven {
            return "it has other programs, assumptions or another result"
        }
        return nil
    }
}

extension Certificate.Program {
    fileprivate var counts: String { "\(sequences) sequences of \(steps) steps, \(wrong) wrong" }
}

/// What a proof rests on; Documentation/Verification.md argues for each.
package enum Assumption: String, CaseIterable, Hashable, Codable, Sendable {
    case freshFrames =
        "a frame begins with the state 0, and nothing but its program, its arguments and what it sees enters"
    case seenAlone = "programs decide by what is seen, their arguments and their place, as the language has it"
    case allLengths = "inputs have any symbols and any length from 1, longer than the limits of the file too"
    case sameArithmetic = "the network was asked by the arithmetic that runs use"
    case lineRequire = "inputs that the line require refuses count too"
    case textIsRight =
        "the network does what the file's programs say; whether these are right, npi check tries on problems"
}

extension CallProof.Unbounded: CustomStringConvertible {
    /// In a few words.
    package var description: String {
        switch self {
        case .loop(let line): "the loop in line \(line) goes round any number of times"
        case .tooMany(let limit): "it takes more than \(limit) steps"
        }
    }
}
