import NPIKit
import Support

/// What the programs of a task file come to on many drawn problems, against what `check` says.
package struct TaskExamination: Sendable {
    /// How many problems were tried.
    package private(set) var problemCount = 0
    /// How many events they took together.
    package private(set) var eventCount = 0
    /// What is wrong, or looks so: a line each, the worst first.
    package private(set) var findings: [Finding] = []

    /// Something that was found.
    package struct Finding: Hashable, Sendable {
        /// What it is.
        package var text: String
        /// The input on which it shows; empty for what needs none.
        package var input: [String] = []
        /// Whether the task is wrong, rather than only looking odd.
        package var isError = true
    }

    /// Runs the programs of `task` on `count` problems; nil for a task that has no file.
    package init?(_ task: TaskDefinition, count: Int, seed: UInt64) {
        guard let file = task.task as? FileTask else { return nil }
        var generator = SeededGenerator(seed: seed)
        var used: Set<SourceSpan> = []
        examineExample(of: task)
        let lengths = file.form.drawnLengths
        for index in 0..<count {
            // From the shortest on, so that what is wrong shows on a short one.
            let length = lengths.lowerBound + index * lengths.count / count
            let input =
                index % 10 == 9
                ? file.validationInput(length: length, isHard: true, using: &generator)
                : file.randomInput(length: length, using: &generator)
            guard examine(input, of: task, file, &used) else { break }
        }
        if file.form.check == nil {
            findings.append(
                Finding(text: "there is no line check, so nothing tells what the right output is", isError: false))
        }
        guard findings.allSatisfy({ !$0.isError }) else { return }
        let unused = file.form.programs.flatMap(\.code.statements).filter { $0.next > 0 && !used.contains($0.span) }
        noteUnused(unused.map(\.span.line))
        for (field, spec) in zip(file.form.fields, file.form.spec.fields) where !file.form.asks(for: field) {
            findings.append(Finding(text: "\(spec.name) is seen, but no program asks for it", isError: false))
        }
    }

    private mutating func examineExample(of task: TaskDefinition) {
        do throws(ProblemError) {
            _ = try Problem(task: task, input: task.exampleInput)
        } catch {
            findings.append(Finding(text: "the line example does not fit: \(error)"))
        }
    }

    /// Notes that `lines` were never carried out.
    private mutating func noteUnused(_ lines: [Int]) {
        guard let first = lines.first else { return }
        let shown = lines.prefix(8).map(String.init).joined(separator: ", ")
        let rest = lines.count > 8 ? " and \(lines.count - 8) more" : ""
        let subject = lines.count == 1 ? "line \(first) was" : "lines \(shown)\(rest) were"
        findings.append(Finding(text: "\(subject) never carried out in \(problemCount) problems", isError: false))
    }

    /// Returns whether it is worth going on.
    private mutating func examine(
        _ input: [String], of task: TaskDefinition, _ file: FileTask, _ used: inout Set<SourceSpan>
    ) -> Bool {
        let problem: Problem
        do throws(ProblemError) {
            problem = try Problem(task: task, input: input)
        } catch {
            findings.append(Finding(text: "a drawn input is refused: \(error)", input: input))
            return false
        }
        guard let pad: TaskPad = problem.makeWorld().unwrapped() else { return false }
        problemCount += 1
        var run = ExpertRun(file.form, in: pad, depthLimit: Self.depthLimit)
        var broken: TaskForm.Invariant?
        repeat {
            broken = file.form.invariants.first { !$0.condition.isTrue(in: run.pad, []) }
        } while broken == nil && run.eventCount < Self.eventLimit && run.advance()
        eventCount += run.eventCount
        used.formUnion(run.used)
        if let broken {
            findings.append(
                Finding(
                    text: "\(broken.text) does not hold after \(run.eventCount - 1) events, though it always should",
                    input: input))
            return false
        }
        if !run.isOver {
            findings.append(
                Finding(
                    text: run.isTooDeep
                        ? "the programs call each other without end"
                        : "the programs have not halted after \(Self.eventLimit) events", input: input))
            return false
        }
        if let misfit = run.misfit {
            findings.append(
                Finding(
                    text: "line \(misfit.line) gives \(misfit.value), but \(misfit.holder) 0 to \(misfit.largest)",
                    input: input))
            return false
        }
        let (found, expected) = (run.pad.outputText, file.answer(for: pad))
        guard let expected, found != expected else { return true }
        findings.append(
            Finding(
                text: "the programs give \(found.isEmpty ? "nothing" : found), check says \(expected)", input: input))
        return false
    }

    private static let eventLimit = 1_000_000
    /// How deep calls may nest on the short inputs that are drawn.
    private static let depthLimit = 1 << 16
}

extension TaskForm {
    /// Whether any program decides by `field`.
    fileprivate func asks(for field: Formula) -> Bool {
        func holds(_ formula: Formula) -> Bool { formula == field || formula.parts.contains(where: holds) }
        return programs.flatMap(\.code.instructions).contains { instruction in
            switch instruction {
            case .branch(let condition, _), .loop(let condition, _, _, _): holds(condition)
            case .write(_, let formula, _): holds(formula)
            case .call(_, let formulas, _): formulas.contains(where: holds)
            case .copy(_, let from, _): pointers(of: from).contains { field == .symbol(pointer: $0) }
            case .swap(let one, let other, _):
                (pointers(of: one) + pointers(of: other)).contains { field == .symbol(pointer: $0) }
            case .move, .end, .jump: false
            }
        }
    }
}
