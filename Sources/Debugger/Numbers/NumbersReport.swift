import NPIKit
import Scratchpads
import Support

/// What is counted of a run, as text for a person or a script.
package struct NumbersReport: Sendable {
    private let numbers: RunNumbers
    private let title: String
    private let library: ProgramLibrary
    private let world: AnyScratchpad
    private let ending: Ending?

    /// Counts all that is known of the run of `session`.
    package init(_ session: Session) {
        var numbers = RunNumbers(session)
        while !numbers.isDone(in: session) { numbers.advance(budget: .max / 2, in: session) }
        self.numbers = numbers
        title = session.problem.title(width: 60)
        library = session.library
        world = session.world
        ending = session.ending
    }

    /// Writes it as tables.
    package func write(to output: inout some TextOutputStream) {
        let expert = numbers.expertEventCount.map { "; the expert needs \($0.grouped)" } ?? ""
        output.writeLine(
            "\(title): \(numbers.eventCount.grouped) events\(expert); \(Self.count(numbers.mistakes, "mistake"))")
        output.writeLine()
        let called = library.names.indices.filter { numbers.programs[$0].calls > 0 }
        Self.write(
            [["program", "called", "calls", "actions", "mistakes"]]
                + called.map { row in
                    let count = numbers.programs[row]
                    return [library.names[row]]
                        + [count.calls, count.callsMade, count.actions, count.mistakes].map { $0.grouped }
                }, to: &output)
        if !numbers.actions.isEmpty {
            output.writeLine()
            Self.write(
                [["action", "times"]] + numbers.actionCounts(in: world).map { [$0.name, $0.count.grouped] }, to: &output
            )
        }
        output.writeLine()
        let classes = zip(RunNumbers.confidenceNames, numbers.confidences)
        Self.write([["confidence", "decisions"]] + classes.map { [$0, $1.grouped] }, to: &output)
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number.grouped) \(noun)\(number == 1 ? "" : "s")"
    }

    /// The first column at the left, the others at the right.
    private static func write(_ rows: [[String]], to output: inout some TextOutputStream) {
        for line in rows.alignedLines(atRight: { $0 > 0 }) { output.writeLine(line) }
    }

    /// It as one JSON object.
    package var json: String {
        JSONText.encode(
            Object(
                events: numbers.eventCount, halted: ending == .halted, expertEvents: numbers.expertEventCount,
                mistakes: numbers.mistakes,
                programs: library.names.indices.filter { numbers.programs[$0].calls > 0 }.map { row in
                    let count = numbers.programs[row]
                    return Object.Program(
                        program: library.names[row], called: count.calls, calls: count.callsMade,
                        actions: count.actions,
                        returns: count.returns, mistakes: count.mistakes)
                },
                actions: numbers.actionCounts(in: world).map { Object.Action(say: $0.name, count: $0.count) },
                confidence: zip(RunNumbers.confidenceBounds, numbers.confidences).map {
                    Object.Class(from: $0, count: $1)
                }))
    }

    private struct Object: Encodable {
        struct Program: Encodable {
            var program: String
            var called: Int
            var calls: Int
            var actions: Int
            var returns: Int
            var mistakes: Int
        }

        struct Action: Encodable {
            var say: String
            var count: Int
        }

        struct Class: Encodable {
            var from: Double
            var count: Int
        }

        var events: Int
        var halted: Bool
        var expertEvents: Int?
        var mistakes: Int
        var programs: [Program]
        var actions: [Action]
        var confidence: [Class]

        enum CodingKeys: String, CodingKey {
            case expertEvents = "expert_events"
            case events, halted, mistakes, programs, actions, confidence
        }
    }
}
