import NPIKit
import Scratchpads

/// Runs of many problems on one core, whose steps are evaluated together, so that the weights are read once for all of them.
struct ProblemBatch: Sendable {
    /// What is to be run; `place` tells it from the others.
    struct Entry: Sendable {
        var place: Int
        var problem: Problem
        var stepLimit: Int?
    }

    private struct Lane: Sendable {
        var place: Int
        var run: ProblemRun
    }

    private(set) var predictor: any StepPredictor
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

    /// The parts of the runs that are done, added up.
    var share: Double { lanes.reduce(0) { $0 + $1.run.share } }

    /// Begins a run.
    mutating func begin(_ entry: Entry) throws {
        let run = try ProblemRun(of: entry.problem, by: predictor, stepLimit: entry.stepLimit)
        lanes.append(Lane(place: entry.place, run: run))
        if steps.count < lanes.count { steps.append(PendingStep()) }
    }

    /// Goes on with each run until after a step that nobody has asked before.
    ///
    /// - Returns: The runs that have ended thereby, which are here no more.
    mutating func step() -> [(place: Int, result: RunResult)] {
        var ended: [(Int, RunResult)] = []
        var index = 0
        while index < lanes.count {
            if lanes[index].run.goOn(to: &steps[index], knownTo: &predictor) {
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
