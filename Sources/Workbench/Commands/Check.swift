import ArgumentParser
import Foundation
import Scratchpads
import Support

/// `npi check`.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a task file: its text, and its programs on a thousand problems.",
        discussion: """
            All mistakes are told at once, each with its line. Then the programs run on drawn problems, and
            what they give is compared with the line check.

            EXAMPLES:
              npi check subtract.task
              npi check subtract.task --problems 10000 --seed 7
              npi check --format subtract.task                print it in its one shape
              npi check --format --in-place subtract.task     rewrite it so
            """)

    @Argument(help: ArgumentHelp("The task file.", valueName: "file"), completion: .file(extensions: ["task"]))
    var file: String

    @Option(help: ArgumentHelp("How many problems are drawn.", valueName: "n"))
    var problems = 1_000

    @Option(help: ArgumentHelp("What the problems are drawn from.", valueName: "n"))
    var seed: UInt64 = 0

    @Flag(help: "Print the file in its one shape instead: indentation, spaces and columns; comments stay.")
    var format = false

    @Flag(help: "With --format: rewrite the file instead of printing it.")
    var inPlace = false

    func validate() throws {
        guard format || !inPlace else { throw ValidationError("--in-place goes with --format") }
        guard problems > 0 else { throw ValidationError("--problems must be at least 1, not \(problems)") }
    }

    func run() throws {
        if format { return try reshape() }
        let task = try TaskFile.task(file)
        guard let examination = TaskExamination(task, count: problems, seed: seed) else {
            throw UsageError("\(file) is no task file; npi check takes a name that ends in \(TaskSource.suffix)")
        }
        var output = StandardOutput()
        let errors = examination.findings.filter(\.isError)
        for finding in errors {
            guard !finding.input.isEmpty else {
                output.writeLine("\(file): \(finding.text)")
                continue
            }
            output.writeLine("\(file): problem \(finding.input.joined(separator: " ")): \(finding.text)")
            output.writeLine("  to see it: npi run \(file) \(finding.input.joined(separator: " ")) --expert")
        }
        for finding in examination.findings where !finding.isError {
            output.writeLine("\(file): note: \(finding.text)")
        }
        if errors.isEmpty {
            let average = examination.eventCount / max(examination.problemCount, 1)
            output.writeLine(
                "\(file): \(task.name) \(examination.isJudged ? "is correct" : "halts, right or not,") on \(examination.problemCount.grouped) problems, \(average.grouped) events each on average"
            )
        }
        try output.flush()
        if !errors.isEmpty { throw ExitCode(1) }
    }

    private func reshape() throws {
        let source: TaskSource
        let text: String
        do throws(TaskFileError) {
            source = try TaskSource(path: file)
            text = try source.formatted()
        } catch {
            throw TaskMistakes(error)
        }
        guard inPlace else {
            var output = StandardOutput()
            output.write(text)
            return try output.flush()
        }
        guard text != source.text else { return try StandardOutput.print("\(file) has its shape already") }
        do throws(FileWritingError) {
            try FileWriting.replace(file, with: Data(text.utf8))
        } catch {
            throw RunFailure("\(error)")
        }
        try StandardOutput.print("\(file) is rewritten in its one shape")
    }
}
