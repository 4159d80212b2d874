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
