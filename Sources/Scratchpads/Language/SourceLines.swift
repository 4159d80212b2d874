/// The lines of a task's file, and what a run does on each.
///
///     task.sourceLines?.texts[16]        // line 17
///     task.sourceLines?.activity(on: 17) // what happens there
package struct SourceLines: Hashable, Sendable {
    /// What a run does on a line.
    package enum Activity: Hashable, Sendable {
        /// The program of this name begins.
        case heading(String)
        /// A statement of the program of this name is carried out.
        case statement(String)
        /// The condition of a loop of the program of this name is asked.
        case loop(String)

        /// The program's name.
        package var program: String {
            switch self {
            case .heading(let name), .statement(let name), .loop(let name): name
            }
        }
    }

    /// The file's name, without folders.
    package let file: String
    /// The lines' texts; line n is `texts[n - 1]`.
    package let texts: [String]
    private let activities: [Int: Activity]
    private let ranges: [String: ClosedRange<Int>]

    /// The lines of `source`, of which `programs` were made.
    init(_ source: TaskSource, _ programs: [TaskForm.Program]) {
        file = source.file
        texts = source.lines
        var activities: [Int: Activity] = [:]
        var ranges: [String: ClosedRange<Int>] = [:]
        for program in programs {
            activities[program.span.line] = .heading(program.name)
            let activeLines = program.code.activeLines
            let last = activeLines.map(\.line).max() ?? program.span.line
            ranges[program.name] = program.span.line...max(last, program.span.line)
            for (line, isLoop) in activeLines {
                activities[line] = isLoop ? .loop(program.name) : .statement(program.name)
            }
        }
        self.activities = activities
        self.ranges = ranges
    }

    /// The names of the programs, in alphabetical order.
    package var programs: [String] { ranges.keys.sorted() }

    /// How many lines there are.
    package var count: Int { texts.count }

    /// What a run does on line `number`; nil where nothing happens.
    package func activity(on number: Int) -> Activity? { activities[number] }

    /// The first line from `number` on where something happens; nil where nothing does any more.
    package func activeLine(from number: Int) -> Int? {
        number > count ? nil : (max(number, 1)...count).first { activities[$0] != nil }
    }

    /// The last line where something happens.
    package var lastActiveLine: Int? { activities.keys.max() }

    /// The line with which the program `name` begins, and its last one where something happens.
    package func lines(of name: String) -> ClosedRange<Int>? { ranges[name] }
}

extension TaskDefinition {
    /// The lines of the task's file; nil for a task that has none.
    package var sourceLines: SourceLines? { (task as? FileTask)?.form.lines }
}

extension ProgramCode {
    /// The lines that do something, and whether that is to ask a loop's condition.
    fileprivate var activeLines: [(line: Int, isLoop: Bool)] {
        instructions.compactMap { instruction in
            if let place = instruction.place { return (statements[place - 1].span.line, false) }
            guard case .loop(let condition, _, _, let statement) = instruction else { return nil }
            // `repeat` asks nothing.
            return condition.isCondition ? (statements[statement].span.line, true) : nil
        }
    }
}
