import Debugger
import Scratchpads
import Support

/// A comparison for programs: one JSON object, and one for each step if they are asked for.
///
///     {"a":{"correct":false,"events":37,"halted":true,"name":"half-trained","output":"115"},"b":{...},"common":11,
///      "decision":{"a":"CARRY","b":"return","event":12,"program":"ADD1"},"input":["58","67"],
///      "paths":[{"a":-0.52,"b":-7.91,"differences":3,"first":12,"run":"a","steps":36},...],
///      "probability":{"a":0.98,"b":0.99,"event":2,"program":"ADD","what":"p(ADD1)"},"same":false,"task":"add"}
///     {"a":0.97,"b":0.99,"decision":"ADD1","event":2,"program":"ADD","run":"a"}
///
/// `decision` and `probability` are missing where nothing differs. `paths` has each run whose other network is at hand, with the
/// natural logarithm of its probability to either; only one where both are the same run.
struct ComparisonLines {
    private let runs: [ComparedRun]
    private let comparison: RunComparison
    private let hasSteps: Bool

    init(_ first: ComparedRun, _ second: ComparedRun, _ comparison: RunComparison, hasSteps: Bool) {
        runs = [first, second]
        self.comparison = comparison
        self.hasSteps = hasSteps
    }

    /// Writes it.
    func write(_ isSame: Bool, to output: inout some TextOutputStream) {
        let problem = runs[0].session.problem
        let summary = Summary(
            same: isSame, task: problem.task.name, input: problem.input, common: comparison.commonCount,
            a: Side(runs[0]), b: Side(runs[1]),
            decision: comparison.decision.map {
                Decision(event: $0.event, program: $0.program, a: $0.first, b: $0.second)
            },
            probability: comparison.probability.map {
                Probability(event: $0.event, program: $0.program, what: $0.what, a: $0.first, b: $0.second)
            },
            paths: comparison.runsToFollow(runs[0], runs[1]).compactMap(path))
        output.writeLine(JSONText.encode(summary))
        guard hasSteps else { return }
        for index in comparison.runsToFollow(runs[0], runs[1]) {
            guard var forced = ForcedComparison(along: runs[index], by: runs[1 - index]) else { continue }
            while let step = forced.next() {
                output.writeLine(
                    JSONText.encode(
                        Step(
                            run: Self.marks[index], event: step.event, program: step.program, decision: step.decision,
                            a: index == 0 ? step.own : step.other, b: index == 0 ? step.other : step.own,
                            instead: step.choice)))
            }
        }
    }

    private static let marks = ["a", "b"]

    private func path(_ index: Int) -> Path? {
        guard var forced = ForcedComparison(along: runs[index], by: runs[1 - index]) else { return nil }
        while forced.next() != nil {}
        return Path(
            run: Self.marks[index], steps: forced.count, differences: forced.differences,
            first: forced.firstDifference?.event, a: index == 0 ? forced.ownLogarithm : forced.otherLogarithm,
            b: index == 0 ? forced.otherLogarithm : forced.ownLogarithm)
    }

    private struct Summary: Encodable {
        var same: Bool
        var task: String
        var input: [String]
        var common: Int
        var a: Side
        var b: Side
        var decision: Decision?
        var probability: Probability?
        var paths: [Path]
    }

    private struct Side: Encodable {
        var name: String
        var output: String
        var correct: Bool
        var halted: Bool
        var events: Int

        init(_ run: ComparedRun) {
            let world = run.session.latestWorld
            name = run.name
            output = run.session.problem.output(of: world)
            halted = run.session.ending == .halted
            correct = halted && run.session.problem.isCorrect(world)
            events = run.session.log.count
        }
    }

    private struct Decision: Encodable {
        var event: Int
        var program: String
        var a: String
        var b: String
    }

    private struct Probability: Encodable {
        var event: Int
        var program: String
        var what: String
        var a: Double
        var b: Double
    }

    private struct Path: Encodable {
        var run: String
        var steps: Int
        var differences: Int
        var first: Int?
        var a: Double?
        var b: Double?
    }

    private struct Step: Encodable {
        var run: String
        var event: Int
        var program: String
        var decision: String
        var a: Double?
        var b: Double?
        var instead: String?
    }
}
