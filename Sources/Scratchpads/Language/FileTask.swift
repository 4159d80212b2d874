package import NPIKit
import Support
import Synchronization

extension TaskDefinition {
    /// The task of a file.
    ///
    /// - Throws: ``TaskFileError`` with everything that is wrong with it.
    package init(_ source: TaskSource) throws(TaskFileError) {
        self.init(FileTask(try TaskBuilder.form(source)))
    }

    /// The task that a recording holds; nil where it holds none, or one that cannot be read.
    package init?(named name: String, recordedAs attachment: Attachment?) {
        guard let attachment, attachment.name == FileTask.attachmentName, let contents = attachment.intactContents
        else {
            return nil
        }
        let source = TaskSource(task: name, text: String(decoding: contents, as: UTF8.self))
        guard let task = try? TaskDefinition(source), task.name == name else { return nil }
        self = task
    }

    /// The text of the task's file; nil for a task that has none.
    package var source: TaskSource? { (task as? FileTask)?.form.source }

    /// The text that models and recordings hold; nil for a task that every npi has.
    package var heldText: String? { (task as? FileTask)?.heldText }
}

/// A task whose scratchpad and programs stand in a file.
package struct FileTask: ScratchpadTask {
    let form: TaskForm
    /// Draws problems in place of what the file says of its inputs.
    private let draws: (any ProblemDraws)?

    init(_ form: TaskForm, draws: (any ProblemDraws)? = nil) {
        self.form = form
        self.draws = draws
    }

    package var name: String { form.name }
    package var summary: String { form.summary }
    package var observationSpec: ObservationSpec { form.spec }
    package var programs: [ProgramDescription] { form.programs.map { ProgramDescription($0.name, $0.purpose) } }
    package var foundation: String? { form.foundation }

    package var inputSyntax: String {
        form.inputs.map { $0.kind == .list ? "\($0.name)..." : $0.name }.joined(separator: " ")
    }

    package var inputDescription: String {
        if let said = form.inputs.first(where: { !$0.description.isEmpty })?.description { return said }
        return form.inputs.map { "\($0.name): \($0.words)" }.joined(separator: ", ")
    }

    package var exampleInput: [String] {
        if !form.example.isEmpty { return form.example }
        var generator = SeededGenerator(seed: 7)
        return randomInput(length: 4, using: &generator)
    }

    package func makeExpert(_ library: ProgramLibrary) throws(ProgramLibraryError) -> FileExpert {
        try FileExpert(form, library)
    }

    package func reason(
        _ expert: FileExpert, program: String, arguments: Arguments, step: Int, in world: TaskPad
    ) -> String { expert.reason(program: program, arguments: arguments, step: step, in: world) }

    package func line(
        _ expert: FileExpert, program: ProgramID, arguments: Arguments, step: Int, in world: TaskPad
    ) -> Int? { expert.line(program: program, arguments: arguments, step: step, in: world) }

    package func carriesOut(
        line: Int, _ expert: FileExpert, program: ProgramID, arguments: Arguments, step: Int, in world: TaskPad
    ) -> Bool { expert.carriesOut(line: line, program: program, arguments: arguments, step: step, in: world) }

    package func lineDone(_ expert: FileExpert, program: ProgramID, step: Int) -> Int? {
        expert.lineDone(program: program, step: step)
    }

    package func line(_ expert: FileExpert, doing decision: Decision, program: ProgramID) -> Int? {
        expert.line(doing: decision, program: program)
    }

    package func makeWorld(_ input: [String]) throws -> TaskPad {
        let values = try InputReader(self).values(input)
        guard let pad = TaskPad(form, values) else {
            throw TaskInputError("these inputs need more than \(TaskPad.largestRow) cells; give shorter ones")
        }
        return pad
    }

    package func output(of world: TaskPad) -> String { world.outputText }

    /// The text of the file, so that a recording replays anywhere; none for a task that every npi has.
    package func attachment(of world: TaskPad) -> Attachment? {
        heldText.map { Attachment(name: Self.attachmentName, contents: Array($0.utf8), isHeld: true) }
    }

    static let attachmentName = "task"

    /// The text of the file; nil for a task that every npi has.
    var heldText: String? { draws == nil ? form.source.text : nil }

    package func scriptsToLearnLater(_ library: ProgramLibrary) -> Set<AuxiliaryScript> {
        form.foundation == nil ? [] : form.scripts(library)
    }

    /// What `check` says of the inputs as they stand on the pad; nil where they do not stand there any more, and without a check.
    package func answer(for world: TaskPad) -> String? {
        guard let check = form.check else { return nil }
        let order = check.ignoresOrder
        guard let inputs = world.inputs(ignoringOrder: order), let value = check.value(inputs) else { return nil }
        return form.text(of: value)
    }

    package func eventBound(for world: TaskPad) -> Int {
        if let bound = form.eventBound?.value(world.inputSizes) { return max(bound, 0) }
        return ExpertMeasure.eventCount(of: self, from: world)
    }

    package func randomInput(length: Int, using generator: inout some RandomNumberGenerator) -> [String] {
        if let draws { return draws.randomInput(length: length, using: &generator) }
        // Inputs that are alike or symmetric hardly come up by themselves, and some programs branch on them alone.
        if form.seeksHardInputs, Int.random(in: 0..<4, using: &generator) == 0 {
            return InputDrawing(form).hardInput(length: length, of: self, tries: 4, using: &generator)
        }
        return InputDrawing(form).input(length: length, using: &generator)
    }

    package func validationInput(
        length: Int, isHard: Bool, using generator: inout some RandomNumberGenerator
    ) -> [String] {
        guard isHard else { return randomInput(length: length, using: &generator) }
        return draws?.hardInput(length: length, using: &generator)
            ?? InputDrawing(form).hardInput(length: length, of: self, using: &generator)
    }

    package var trainingLengths: ClosedRange<Int>? { form.drawnLengths }

    package var lengthLimit: Int? { form.lengthLimit }

    /// At the lengths trained on, and at twice and at four times these; small numbers and the two after those trained on.
    package var validationParts: ValidationParts {
        if let draws { return draws.validationParts }
        let lengths = form.drawnLengths
        let (low, high) = (lengths.lowerBound, lengths.upperBound)
        func possible(_ parts: [(Int, Int)]) -> [(Int, Int)] { parts.filter { $0.0 <= lengthLimit ?? .max } }
        guard form.inputs.contains(where: { $0.kind != .count }) else {
            let all = possible((low...high + 2).map { ($0, 1) })
            return ValidationParts(training: all, full: all, quick: Array(all.prefix(3)))
        }
        let middle = (low + high) / 2
        return ValidationParts(
            training: possible([(low, 10), (middle, 20), (high, 20), (2 * high, 6), (4 * high, 4)]),
            full: possible([(low, 50), (middle, 50), (high, 50), (2 * high, 50), (4 * high, 50)]),
            quick: [(middle, 10)])
    }

    package func formula(_ input: [String], width: Int, ellipsis: String) -> String {
        let text = form.formula ?? form.inputs.map { "{\($0.name)}" }.joined(separator: " ")
        return InputText(form, text).text(input, width: width, ellipsis: ellipsis)
    }

    package func goal(_ input: [String], width: Int, ellipsis: String) -> String {
        guard let goal = form.goal else {
            let room = width == .max ? width : width - summary.count - 2
            return "\(summary): \(formula(input, width: room, ellipsis: ellipsis))"
        }
        return InputText(form, goal).text(input, width: width, ellipsis: ellipsis)
    }
}

/// How many events the programs of a file need.
enum ExpertMeasure {
    /// Beyond it a run is taken for one that never ends.
    static let limit = 20_000_000

    /// By running them, up to ``limit``.
    static func eventCount(of task: FileTask, from world: TaskPad) -> Int {
        var run = ExpertRun(task.form, in: world)
        while run.eventCount < limit, run.advance() {}
        return run.eventCount
    }
}

/// A run of a file's programs by themselves.
struct ExpertRun {
    private(set) var pad: TaskPad
    private(set) var eventCount = 1
    private var frames: [(program: Int, arguments: [Int], place: Int)] = [(0, [0, 0, 0], 0)]
    private let depthLimit: Int
    /// A write or an argument that did not fit, with the line where it stands.
    private(set) var misfit: Misfit?
    private(set) var isTooDeep = false
    /// The statements that were carried out.
    private(set) var used: Set<SourceSpan> = []

    /// A value where it does not fit.
    struct Misfit {
        var line: Int
        var value: Int
        /// What it does not fit into, such as "OUT holds".
        var holder: String
        var largest: Int
    }

    /// - Parameter depthLimit: How deep calls may nest.
    init(_ form: TaskForm, in pad: TaskPad, depthLimit: Int = 1 << 20) {
        self.pad = pad
        self.depthLimit = depthLimit
    }

    /// Whether the first program has returned.
    var isOver: Bool { frames.isEmpty }

    /// Makes the next event. Returns whether there can be another.
    mutating func advance() -> Bool {
        guard let top = frames.last, !isTooDeep else { return false }
        let code = pad.form.programs[top.program].code
        let step = code.step(from: top.place, in: pad, top.arguments)
        frames[frames.count - 1].place = step.place
        eventCount += 1
        if let statement = step.statement { used.insert(code.statements[statement].span) }
        switch step.instruction {
        case .call(let callee, let formulas, _):
            let values = formulas.map { $0.value(in: pad, top.arguments) ?? 0 }
            note(values, "an argument is", 9, step, code)
            guard frames.count < depthLimit else {
                isTooDeep = true
                return false
            }
            frames.append((callee, values.map { min(max($0, 0), 9) } + [0, 0, 0], 0))
        case .write(let term, let formula, _):
            let value = formula.value(in: pad, top.arguments)
            if let index = pad.form.pointers[pad.form.pointer(term, top.arguments)].row, let value {
                let row = pad.form.rows[index]
                note([value], "\(row.name) holds", row.alphabet.symbols.count - 1, step, code)
            }
            step.action(in: pad, top.arguments).map { _ = pad.perform($0.arguments) }
        case .move, .swap, .copy: step.action(in: pad, top.arguments).map { _ = pad.perform($0.arguments) }
        case .end, .jump, .branch, .loop, nil: frames.removeLast()
        }
        return !frames.isEmpty
    }

    private mutating func note(
        _ values: [Int], _ holder: @autoclosure () -> String, _ largest: Int, _ step: ProgramCode.Step,
        _ code: ProgramCode
    ) {
        guard misfit == nil, let statement = step.statement,
            let value = values.first(where: { !(0...largest).contains($0) })
        else { return }
        misfit = Misfit(
            line: code.statements[statement].span.line, value: value, holder: holder(), largest: largest)
    }
}
