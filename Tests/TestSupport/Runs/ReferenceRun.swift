package import Debugger
package import NPIKit
package import Scratchpads
import Testing

/// A run told in the plainest way: every state of it side by side.
package struct ReferenceRun {
    package var worlds: [AnyScratchpad]
    package var depths = [0]
    package var stacks: [[ProgramID]] = [[]]
    package var events: [Event] = []

    package init(_ problem: Problem, _ predictor: any StepPredictor, limit: Int) throws {
        let program = try predictor.library.require(problem.program)
        var interpreter = try Interpreter(predictor, in: problem.makeWorld(), running: program)
        worlds = [interpreter.world]
        while interpreter.eventCount < limit, let event = interpreter.step() {
            events.append(event)
            worlds.append(interpreter.world)
            depths.append(interpreter.frames.count)
            stacks.append(interpreter.frames.reversed().map(\.program))
        }
    }

    /// The first position after `position` with at most `depth` open frames.
    package func position(after position: Int, withDepthAtMost depth: Int) -> Int? {
        depths.indices.first { $0 > position && depths[$0] <= depth }
    }

    /// The last position before `position` with at most `depth` open frames.
    package func position(before position: Int, withDepthAtMost depth: Int) -> Int? {
        depths.indices.last { $0 < position && depths[$0] <= depth }
    }
}

/// A problem and a network for it.
package struct Trial: CustomTestStringConvertible, Sendable {
    package var problem: Problem
    package var predictor: any StepPredictor
    package var stepLimit: Int
    package var testDescription: String

    package func session() throws -> Session {
        try Session(problem, predictor: predictor, stepLimit: stepLimit)
    }

    package func reference() throws -> ReferenceRun {
        try ReferenceRun(problem, predictor, limit: stepLimit)
    }

    /// 96 + 125 by a network without fault.
    package static func addition(_ input: [String] = ["96", "125"], slips: [Int: Decision] = [:]) throws -> Trial {
        Trial(
            problem: try Problem(task: .add, input: input), predictor: ExpertPredictor(slips: slips),
            stepLimit: 100_000, testDescription: input.joined(separator: " + "))
    }

    /// Runs of all shapes: halting soon, halting late, never halting, deep, flat.
    package static let random: [Trial] = (0..<24).compactMap { seed in
        guard let problem = try? Problem(task: .add, input: ["\(seed * 7919)", "\(seed * 104_729 + 5)"]) else {
            return nil
        }
        let rates: [(Float, Float)] = [(0.4, 0.35), (0.6, 0.3), (0.3, 0.1), (0.8, 0.45)]
        let (callRate, returnRate) = rates[seed % rates.count]
        return Trial(
            problem: problem,
            predictor: RandomPredictor(seed: UInt64(seed), callRate: callRate, returnRate: returnRate),
            stepLimit: seed.isMultiple(of: 3) ? 300 : 90, testDescription: "seed \(seed)")
    }
}
