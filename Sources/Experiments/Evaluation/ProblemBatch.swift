import NPIKit
import Scratchpads

/// Runs of many problems on one core, whose steps are evaluated together, so that the weights are read once for all of them.
struct ProblemBatch {
    private struct Lane {
        var place: Int
        var run: ProblemRun
    }

    private var predictor: any StepPredictor
    private var lanes: [Lane] = []
    /// What the first lanes have lent, in their order.
    private var steps: [PendingStep] = []

    /// No runs yet, of a network that `predictor` evaluates.
    init(_ predictor: any StepPredictor) {
        self.predictor = predictor
    }

    /// Whether all runs have ended.
    var isEmpty: Bool { lanes.isEmpty }

    /// How many runs have not ended.
    var count: Int { lanes.count }

    /// Begins a run; `place` tells it from the others.
    mutating func begin(_ problem: Problem, at place: Int, stepLimit: Int?) throws {
        lanes.append(Lane(place: place, run: try ProblemRun(of: problem, by: predictor, stepLimit: stepLimit)))
        if steps.count < lanes.count { steps.append(PendingStep()) }
    }

    /// Makes a step of each run.
    ///
    /// - Returns: The runs that have ended thereby, which are here no more.
    mutating func step() -> [(place: Int, result: RunResult)] {
        var ended: [(Int, RunResult)] = []
        var index = 0
        while index < lanes.count {
            if lanes[index].run.goOn(to: &steps[index]) {
                index += 1
            } else {
                ended.append((lanes[index].place, lanes[index].run.result))
                lanes.swapAt(index, lanes.count - 1)
                lanes.removeLast()
            }
        }
        predictor.predict(&steps, count: lanes.count)
        for index in lanes.indices { lanes[index].run.takeBack(&steps[index]) }
        return ended
    }
}
