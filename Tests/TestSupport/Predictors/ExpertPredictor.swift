package import CarModels
package import NPIKit
package import Scratchpads

/// Plays a network that has learned its tasks without a fault: it decides as the expert does, from the observation and
/// the frame's state alone, and is almost sure of it.
///
/// A list of slips makes it blunder: at those evaluations, counted from 1, it decides otherwise.
package struct ExpertPredictor: StepPredictor {
    /// The programs of the tasks; for addition ADD, ADD1, CARRY, LSHIFT, ACT.
    package let library: ProgramLibrary
    /// At least one float; the first is the place in the program.
    package let stateSize: Int

    private let experts: [String: TaskExpert]
    private let slips: [Int: Decision]
    private let act: Int
    private var evaluations = 0

    /// Makes the predictor.
    ///
    /// - Parameters:
    ///   - tasks: What it has learned.
    ///   - slips: What it decides instead at some evaluations.
    ///   - stateSize: How many floats a frame keeps, which costs memory and does nothing.
    package init(_ tasks: [TaskDefinition] = [.add], slips: [Int: Decision] = [:], stateSize: Int = 1) {
        self.stateSize = stateSize
        library = ProgramLibrary(for: tasks)
        var experts: [String: TaskExpert] = [:]
        for task in tasks {
            do {
                let problem = try Problem(task: task, input: task.exampleInput)
                experts[problem.makeWorld().observationSpec.encoder] = try problem.makeExpert(library)
            } catch {
                preconditionFailure("\(error)")
            }
        }
        self.experts = experts
        self.slips = slips
        act = library.program(named: ProgramLibrary.act)!.rawValue
    }

    /// Knows the environments of its tasks.
    package func check(_ spec: ObservationSpec) throws(StepPredictorError) {
        guard experts[spec.encoder] != nil else {
            throw .unknownEncoder(spec.encoder, known: Array(experts.keys))
        }
    }

    /// Asks the expert on a pad that shows nothing but what was observed.
    package mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        evaluations += 1
        let seen =
            switch encoder {
            case "sorting": sortingPad(observation.categories)
            case "car": carScene(observation)
            default: additionPad(observation.categories)
            }
        let place = Int(state[0])
        guard let expert = experts[encoder] else { return }
        let decision =
            slips[evaluations]
            ?? expert.decide(program: program, arguments: arguments, step: place, in: seen)
        next[0] = Float(expert.step(after: place, program: program, arguments: arguments, in: seen))
        prediction.fill(with: decision, act: act)
    }

    /// The pose whose picture this is, among all pictures of ``car``; a car that it does not know looks right to it.
    private func carScene(_ observation: Observation) -> AnyScratchpad {
        let target = CarPose(
            azimuth: Int(observation.categories[0]) * CarPose.step,
            elevation: Int(observation.categories[1]) * CarPose.step)
        let pose = Self.poses[observation.pixels] ?? target
        return AnyScratchpad(CarScene(Self.car, from: pose, to: target))
    }

    /// The only car that it knows.
    package static let car = CarDesign(.saloon, 1).makeModel()

    private static let poses: [[UInt8]: CarPose] = {
        var poses: [[UInt8]: CarPose] = [:]
        for pose in CarPose.all {
            var pixels = [UInt8](repeating: 0, count: 3 * CarScene.imageSide * CarScene.imageSide)
            CarScene(car, from: pose, to: pose).look(into: &pixels)
            poses[pixels] = pose
        }
        return poses
    }()

    private func additionPad(_ seen: [UInt8]) -> AnyScratchpad {
        var pad = Self.pad(.add, ["0", "0"])
        for row in AdditionRow.allCases {
            guard let symbol = AdditionSymbol(rawValue: seen[row.rawValue]) else { continue }
            pad.set(symbol.digit, of: row.rawValue, at: 0)
        }
        return pad
    }

    /// The values at pointers 1 and 2, and whether pointer 1 is at the start, at the end, and pointer 3 at the end.
    private func sortingPad(_ seen: [UInt8]) -> AnyScratchpad {
        let isSingle = seen[2] == 1 && seen[3] == 1
        var pad = Self.pad(.sort, Array(repeating: "\(seen[0])", count: isSingle ? 1 : 3))
        func move(_ pointer: SortingPointer, by count: Int) {
            for _ in 0..<count { _ = pad.perform(SortingAction.move(pointer, .right).arguments) }
        }
        move(.first, by: seen[2] == 1 ? 0 : seen[3] == 1 ? 2 : 1)
        move(.second, by: seen[2] == 1 ? 1 : 0)
        move(.sweeps, by: seen[4] == 1 ? 4 : 0)
        if seen[1] != seen[0] { pad.set(Int(seen[1]), of: 1, at: 0) }
        return pad
    }

    private static func pad(_ task: TaskDefinition, _ input: [String]) -> AnyScratchpad {
        do {
            return try Problem(task: task, input: input).makeWorld()
        } catch {
            preconditionFailure("\(error)")
        }
    }
}

extension Prediction {
    /// Fills in probabilities that are almost sure of `decision`: 0.998 and what is left for the neighbours.
    fileprivate mutating func fill(with decision: Decision, act: Int) {
        self.decision = decision
        end = decision == .end ? 0.9991 : 0.0004
        let (row, values): (Int, Arguments) =
            switch decision {
            case .call(let program, let arguments): (program.rawValue, arguments)
            case .act(let arguments): (act, arguments)
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
