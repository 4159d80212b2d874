import NPIKit

/// A task as its file says it, checked and ready to run. Shared by all pads, experts and problems of the task.
final class TaskForm: Sendable {
    struct Input: Hashable, Sendable {
        var name: String
        var kind: InputKind
        var drawn: ClosedRange<Int>
        var limit: Int
        var description: String
        /// The row that holds it; nil for a count.
        var row: Int?
        /// The symbols of which it is made.
        var alphabet: Alphabet
    }

    struct Row: Hashable, Sendable {
        var name: String
        var alphabet: Alphabet
        var isNeverBlank: Bool
        var isAuxiliary: Bool
        var input: Int?
        var side: Drawing.Side
        var width: SizeFormula
        var filling: UInt8?
        /// The input that says how many symbols stand there at the beginning, the last one first.
        var countdown: Int?

        /// Stands for nothing.
        var blank: UInt8 { UInt8(alphabet.symbols.count) }
        /// How many different things a cell can show.
        var categoryCount: Int { alphabet.symbols.count + (isNeverBlank ? 0 : 1) }
    }

    struct Pointer: Hashable, Sendable {
        var name: String
        /// The row on which it stands; nil for a counter.
        var row: Int?
        var startsRight: Bool
        /// The last position of a counter.
        var limit: SizeFormula
        /// What the symbol under it, or a counter, is called as well.
        var otherName: String?

        /// As in the paper's traces: "INP1", "PTR 1".
        var label: String {
            guard name.hasPrefix("PTR"), name.count > 3, name != "PTR_" else { return name }
            return "PTR " + name.dropFirst(3).drop { $0 == "_" }
        }
    }

    struct Output: Hashable, Sendable {
        var row: Int
        var pointer: Int?
        var form: OutputForm
        var condition: Formula?
    }

    struct Program: Sendable {
        var name: String
        var purpose: String
        var parameterCount: Int
        var code: ProgramCode
        var span: SourceSpan
    }

    /// What holds after every step.
    struct Invariant: Sendable {
        var condition: Formula
        /// As it stands in the file.
        var text: String
    }

    enum View: String, CaseIterable, Hashable, Sendable {
        case columns, bars, tape, grid
    }

    let name: String
    let summary: String
    let inputs: [Input]
    let example: [String]
    let formula: String?
    let goal: String?
    let requirements: [(condition: CheckFormula, text: String)]
    let check: CheckFormula?
    let invariants: [Invariant]
    let encoder: String
    let foundation: String?
    let rows: [Row]
    let pointers: [Pointer]
    let fields: [Formula]
    let spec: ObservationSpec
    let output: Output
    let view: View
    let eventBound: SizeFormula?
    let programs: [Program]
    let actions: ActionSet
    /// The pointers that calls name as arguments.
    let passedPointers: [Int]
    /// What a person can name on its pads.
    let cellMap: [CellEntry]
    /// The text of the file.
    let source: TaskSource
    /// Its lines, and what a run does on each.
    let lines: SourceLines

    init(
        name: String, summary: String, inputs: [Input], example: [String], formula: String?, goal: String?,
        requirements: [(condition: CheckFormula, text: String)], check: CheckFormula?, invariants: [Invariant],
        encoder: String, foundation: String?, rows: [Row], pointers: [Pointer], fields: [Formula], fieldNames: [String],
        output: Output,
        view: View, eventBound: SizeFormula?, programs: [Program], actions: ActionSet, passedPointers: [Int],
        source: TaskSource
    ) {
        self.name = name
        self.summary = summary
        self.inputs = inputs
        self.example = example
        self.formula = formula
        self.goal = goal
        self.requirements = requirements
        self.check = check
        self.invariants = invariants
        self.encoder = encoder
        self.foundation = foundation
        self.rows = rows
        self.pointers = pointers
        self.fields = fields
        self.output = output
        self.view = view
        self.eventBound = eventBound
        self.programs = programs
        self.actions = actions
        self.passedPointers = passedPointers
        self.source = source
        lines = SourceLines(source, programs)
        cellMap = CellEntry.all(rows: rows, pointers: pointers, inputs: inputs)
        spec = ObservationSpec(
            encoder: encoder,
            fields: zip(fields, fieldNames).map { field, name in
                if case .symbol(let pointer) = field, let row = pointers[pointer].row {
                    return ObservationSpec.Field(name, size: max(rows[row].categoryCount, 2))
                }
                return ObservationSpec.Field(name, size: 2)
            })
    }
}

/// The text of a task file, as recordings embed it and the debugger shows it.
package struct TaskSource: Hashable, Sendable {
    /// The file's name, without folders.
    package let file: String
    /// The text.
    package let text: String

    /// What the names of task files end with.
    package static let suffix = ".task"

    /// A text that stands in a file.
    package init(file: String, text: String) {
        self.file = file
        self.text = text
    }

    /// The text of the task `name`, in the file that is named after it.
    package init(task name: String, text: String) {
        self.init(file: name + Self.suffix, text: text)
    }

    /// The lines.
    var lines: [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0.last == "\r" ? $0.dropLast() : $0)
        }
    }
}
