import NPIKit
import Support

/// What the programs of a task file come to on many drawn problems, against what `check` says.
package struct TaskExamination: Sendable {
    /// How many problems were tried.
    package private(set) var problemCount = 0
    /// How many events they took together.
    package private(set) var eventCount = 0
    /// Whether the file says what the right output is.
    package let isJudged: Bool
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
        isJudged = file.form.check != nil
        var generator = SeededGenerator(seed: seed)
        var used: Set<SourceSpan> = []
        examineExample(task.exampleInput, file)
        let lengths = file.form.drawnLengths
        for index in 0..<count {
            // From the shortest on, so that what is wrong shows on a short one.
            let length = lengths.lowerBound + index * lengths.count / count
            let input =
                index % 10 == 9
                ? file.validationInput(length: length, isHard: true, using: &generator)
                : file.randomInput(length: length, using: &generator)
            guard examine(input, of: file, &used) else { break }
        }
        if file.form.check == nil {
            findings.append(
                Finding(text: "there is no line check, so nothing tells what the right output is", isError: false))
        }
        guard findings.allSatisfy({ !$0.isError }) else { return }
        findings += UnusedParts(file.form, used, problemCount: problemCount).notes.map {
            Finding(text: $0, isError: false)
        }
    }

    private mutating func examineExample(_ input: [String], _ file: FileTask) {
        do {
            _ = try file.makeWorld(input)
        } catch {
            // It is itself what is given as an example.
            let reason = "\(error)".split(separator: "; for example: ")[0]
            findings.append(Finding(text: "the line example does not fit: \(reason)"))
        }
    }

    /// Returns whether it is worth going on.
    private mutating func examine(
        _ input: [String], of file: FileTask, _ used: inout Set<SourceSpan>
    ) -> Bool {
        // A Problem would run the programs to count their events.
        let pad: TaskPad
        do {
            pad = try file.makeWorld(input)
        } catch {
            findings.append(Finding(text: "a drawn input is refused: \(error)", input: input))
            return false
        }
        problemCount += 1
        if file.form.check != nil, file.answer(for: pad) == nil {
            let names = file.form.inputs.map(\.name)
            let condition = names.count > 1 ? "\(names[0]) >= \(names[1])" : "\(names.first ?? "A") > 0"
            findings.append(
                Finding(
                    text:
                        "check has no value here, being less than 0 or divided by 0; a line such as require \(condition) leaves such inputs out",
                    input: input))
            return false
        }
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
        if let misfit = run.misfit {
            findings.append(
                Finding(
                    text: "line \(misfit.line) gives \(misfit.value), but \(misfit.holder) 0 to \(misfit.largest)",
                    input: input))
            return false
        }
        if !run.isOver {
            findings.append(Finding(text: run.isTooDeep ? run.endlessCalls : run.endlessLoop, input: input))
            return false
        }
        if file.form.eventBound != nil, run.eventCount > file.eventBound(for: pad) {
            findings.append(
                Finding(
                    text:
                        "the run has \(run.eventCount) events, but the line events says at most \(file.eventBound(for: pad)); without that line they are counted",
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
