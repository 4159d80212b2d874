public import NPIKit
import Scratchpads

/// Plays a network that has learned addition without a fault: it decides as the expert does, from the observation and the
/// frame's state alone, and is almost sure of it.
///
/// A list of slips makes it blunder: at those evaluations, counted from 1, it decides otherwise.
public struct ExpertPredictor: StepPredictor {
    /// ADD, ADD1, CARRY, LSHIFT, ACT.
    public let library = ProgramLibrary(for: [.add])
    /// One float, the step.
    public let stateSize = 1

    private let expert: AdditionExpert
    private let slips: [Int: Decision]
    private var evaluations = 0

    /// Makes the predictor.
    ///
    /// - Parameter slips: What it decides instead at some evaluations.
    public init(slips: [Int: Decision] = [:]) {
        do { expert = try AdditionExpert(library) } catch { preconditionFailure("\(error)") }
        self.slips = slips
    }

    /// Knows addition alone.
    public func check(_ spec: ObservationSpec) throws(StepPredictorError) {
        guard spec.encoder == "addition" else { throw .unknownEncoder(spec.encoder, known: ["addition"]) }
    }

    /// Asks the expert on a pad that shows nothing but what was observed.
    public mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        evaluations += 1
        var pad = AdditionPad([0], [0])
        for row in AdditionRow.allCases {
            guard let symbol = AdditionSymbol(rawValue: observation.categories[row.rawValue]) else { continue }
            _ = pad.write(symbol, row, pad.pointer(row))
        }
        let decision =
            slips[evaluations]
            ?? expert.decide(program: program, arguments: arguments, step: Int(state[0]), in: pad)
        next[0] = state[0] + 1
        prediction.write(decision, library: library)
    }
}

extension Prediction {
    /// Fills in probabilities that are almost sure of `decision`: 0.998 and what is left for the neighbours.
    fileprivate mutating func write(_ decision: Decision, library: ProgramLibrary) {
        self.decision = decision
        end = decision == .end ? 0.9991 : 0.0004
        let (row, values): (Int, Arguments) =
            switch decision {
            case .call(let program, let arguments): (program.rawValue, arguments)
            case .act(let arguments): (library.count - 1, arguments)
            case .end: (0, .none)
            }
        for index in programs.indices { programs[index] = 0 }
        programs[row] = 0.998
        programs[(row + 1) % programs.count] = 0.0015
        programs[(row + 2) % programs.count] = 0.0005
        for index in arguments.indices { arguments[index] = 0 }
        for index in 0..<Arguments.count {
            arguments[index * Arguments.valueCount + values[index]] = 0.9993
            arguments[index * Arguments.valueCount + (values[index] + 1) % Arguments.valueCount] = 0.0007
        }
    }
}
