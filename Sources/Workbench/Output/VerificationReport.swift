import Debugger
import Experiments
import Foundation
import NPIKit
import Proof
import Scratchpads
import Support

/// What a proof has found, for people and for programs.
struct VerificationReport {
    let proof: TaskProof
    let certificate: Certificate
    private let examples: [Example]
    private let requirements: [String]

    /// A sequence that the network decides wrongly, with the problem that shows it if one was found.
    struct Example: Encodable {
        var program: String
        var arguments: [Int]
        var seen: [String]
        var expected: String
        var decided: String
        var input: [String]?
        var event: Int?
        /// What shows it in the debugger.
        var command: String?
    }

    /// How many of the shortest problems are listed.
    private static let listedCount = 9

    /// The problems that are listed, in their order, as what stands behind `npi run` on a command line; nil for those that no problem
    /// was found for.
    let listed: [[String]?]

    /// - Parameter options: What stands behind the input on a command line that runs the network.
    init(
        _ task: TaskDefinition, _ proof: TaskProof, _ found: [FoundCounterexample], _ network: Network,
        _ model: ModelIdentity, options: [String]
    ) throws {
        let structure = try TaskStructure.proving(task, network.library)
        self.proof = proof
        requirements = structure.requirements
        let problems = Dictionary(found.map { ($0.counterexample, $0) }) { one, _ in one }
        examples = proof.calls.flatMap { call in
            call.counterexamples.map { counterexample in
                let problem = problems[counterexample]
                return Example(
                    program: call.program, arguments: call.arguments, seen: counterexample.seen.map(structure.words),
                    expected: structure.words(of: counterexample.expected, network.library),
                    decided: structure.words(of: counterexample.decided, network.library), input: problem?.input,
                    event: problem?.event,
                    command: problem.map {
                        "npi run \((Self.words(task, $0.input, $0.event, options)).map(\.printable).joined(separator: " "))"
                    })
            }
        }.sorted { one, other in
            // Those that a problem shows come first, the shortest run before the others.
            (one.event ?? .max, one.seen.count) < (other.event ?? .max, other.seen.count)
        }
        listed = examples.prefix(Self.listedCount).map { example in
            guard let input = example.input, let event = example.event else { return nil }
            return Self.words(task, input, event, options)
        }
        let text = Array((task.source?.text ?? "").utf8)
        certificate = Certificate(
            proof, taskSHA256: text.withUnsafeBytes(SHA256.hash), model: model.name,
            modelSHA256: model.sha256,
            assumptions: Assumption.allCases.filter { $0 != .lineRequire || !structure.requirements.isEmpty })
    }

    private static func words(
        _ task: TaskDefinition, _ input: [String], _ event: Int, _ options: [String]
    ) -> [String] {
        [task.argument] + input + options + ["--at", "\(event)"]
    }

    private struct Line: Encodable {
        var certificate: Certificate
        var wrong: [Example]
    }

    /// One object on one line.
    var json: String { JSONText.encode(Line(certificate: certificate, wrong: examples)) }

    /// The table, the result, and the shortest problems where it is wrong.
    var lines: [String] {
        let table = TextTable(
            title:
                "task \(certificate.task), network \(certificate.model): what each program can see, on inputs of any length",
            header: ["program", "sequences", "steps", "wrong", "least margin"], rows: rows)
        return table.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            + ["least margin: by how many logits the right decision is ahead of the next, in the closest step", ""]
            + result
    }

    private var rows: [[String]] {
        var names: [String] = []
        for call in proof.calls where !names.contains(call.program) { names.append(call.program) }
        var rows = names.map { name in
            let calls = proof.calls.filter { $0.program == name }
            guard !calls.contains(where: { $0.unbounded != nil }) else {
                return [title(name, calls.count), "unbounded", "", "", ""]
            }
            return row(title(name, calls.count), calls)
        }
        if names.count > 1 { rows.append(row("all", proof.calls.filter { $0.unbounded == nil })) }
        return rows
    }

    private func title(_ name: String, _ count: Int) -> String {
        count > 1 ? "\(name), \(count) arguments" : name
    }

    private func row(_ title: String, _ calls: [CallProof]) -> [String] {
        let margin = calls.leastMargin.map { String(format: "%.2f", $0) } ?? ""
        return [
            title, calls.sequences.grouped, calls.steps.grouped, calls.wrong.grouped, margin,
        ]
    }

    private var result: [String] {
        if proof.isProven {
            return [
                "proven: \(certificate.model) does what the programs of \(certificate.task) say at every step of every problem"
            ]
        }
        var lines: [String] = []
        for call in proof.calls {
            if let why = call.unbounded {
                lines.append("unbounded: \(TaskStructure.words(of: call.program, call.arguments)): \(why)")
            }
        }
        if proof.wrong == 0 {
            lines.append(
                "not proven: right at every step of the programs that are bounded; a program that calls itself in place of a loop is bounded"
            )
            return lines
        }
        let shown = min(examples.count, Self.listedCount)
        lines.append(
            "wrong: \(proof.wrong.grouped) of \(proof.sequences.grouped) sequences; the \(shown == 1 ? "shortest" : "\(shown) shortest"):"
        )
        lines += listing
        if !requirements.isEmpty, examples.contains(where: { $0.command == nil }) {
            lines.append(
                "what no problem shows may be ruled out by the line require (\(requirements.joined(separator: "; "))), which the proof does not use"
            )
        }
        return lines
    }

    /// The listed problems, each with the command that shows it.
    var listing: [String] {
        var lines: [String] = []
        for (index, example) in examples.prefix(Self.listedCount).enumerated() {
            let name = TaskStructure.words(of: example.program, example.arguments)
            lines.append(
                "\(index + 1)  \(name), step \(example.seen.count), seeing \(example.seen.last ?? ""): \(example.decided); right is: \(example.expected)"
            )
            lines.append(example.command.map { "   \($0)" } ?? "   no problem was found that shows it")
        }
        return lines
    }
}
