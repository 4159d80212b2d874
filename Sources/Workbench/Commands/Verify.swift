import ArgumentParser
import NPIKit
import Proof
import Scratchpads
import Support

/// `npi verify`.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove that a network is right on inputs of any length, or show where it is not.",
        discussion: """
            From the text of a task follows all that a frame of each program can ever see, on inputs of any length. \
            Where that is finite, the network is asked at every step of it: if it is right there, it is right everywhere. \
            A loop that goes round any number of times sees without end and cannot be proven; a program that calls itself \
            instead can.

            Where it is wrong, the shortest problems are listed, and on a terminal Enter opens them in the debugger.

            Exit status 0: everything is proven; 1: something is wrong or unbounded.

            EXAMPLES:
              npi verify add-recursive
              npi verify                        the tasks of the shipped network
              npi verify my.task --model npi-my.safetensors
              npi verify add-recursive --certificate add.json
              npi verify add-recursive --check add.json
            """)

    @Argument(
        help: ArgumentHelp(
            "Task files, or names of tasks (default: those of the network that have a file).", valueName: "task"),
        completion: .file(extensions: ["task"]))
    var tasks: [String] = []

    @OptionGroup var modelChoice: ModelChoice

    @Flag(help: "Print one JSON object for each task: its certificate, and the problems where it is wrong.")
    var json = false

    @Option(
        help: ArgumentHelp("Write what was found of the task, to be checked by others.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var certificate: String?

    @Flag(help: "Replace a file that is there already.")
    var overwrite = false

    @Option(
        help: ArgumentHelp("Confirm that a certificate holds of this task and network.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var check: String?

    func validate() throws {
        guard tasks.count == 1 || certificate == nil && check == nil else {
            throw ValidationError("a certificate is of one task; name it: npi verify add-recursive --certificate FILE")
        }
    }

    func run() throws {
        Interruption.catchSignals()
        let named = try tasks.map { try TaskFile.task($0) }
        let model = try modelChoice.readWarning(for: named)
        let known = model.contents.learnedTasks.filter { $0.source != nil }
        guard !named.isEmpty || !known.isEmpty else {
            throw UsageError("the network has learned no task that has a file; name one: npi verify FILE.task")
        }
        var output = StandardOutput()
        var isProven = true
        for task in named.isEmpty ? known : named {
            let report = try report(task, model)
            isProven = isProven && report.proof.isProven
            if let check {
                output.writeLine(try confirm(report.certificate, check))
            } else {
                for line in json ? [report.json] : report.lines { output.writeLine(line) }
            }
            if let certificate {
                var file = try OutputFile(certificate, overwriting: overwrite)
                file.write(JSONText.encode(report.certificate) + "\n")
                try file.finish()
            }
            try output.flush()
            if !json, check == nil, ScreenOptions.isTerminal {
                try ProblemMenu(report.listed, listing: report.listing).run(Self.open)
            }
        }
        if !isProven { throw ExitCode(1) }
    }

    /// Opens a problem in the debugger, as `npi run` with `words` behind it does.
    private static func open(_ words: [String]) throws {
        let command = try Run.parse(words)
        try command.run()
    }

    private func report(
        _ task: TaskDefinition, _ model: ChosenModel
    ) throws -> VerificationReport {
        let progress = ProofProgress(task.name)
        defer { progress.end() }
        let predictor = NetworkPredictor(model.network)
        let proof = try TaskProof(task, predictor) { step in
            progress.show(step)
            if Interruption.isRequested { throw RunFailure("\(task.name): stopped before the end; nothing is proven") }
        }
        var search = try CounterexampleSearch(
            proof.calls.flatMap(\.counterexamples), of: task, model.network.library)
        if proof.wrong > 0 { search.run(events: 4_000_000) }
        return try VerificationReport(
            task, proof, Array(search.found.values), model.network, model.identity,
            options: modelChoice.model.map { ["--model", $0] } ?? [])
    }

    /// Compares what was found with a certificate that was written before.
    private func confirm(_ found: Certificate, _ file: String) throws -> String {
        let text: String
        do throws(FileReadingError) {
            text = String(decoding: try FileContents.read(file, limit: 1 << 24), as: UTF8.self)
        } catch {
            throw RunFailure("cannot read \(file.printable): \(error)")
        }
        guard let written = JSONText.decode(Certificate.self, text) else {
            throw RunFailure("\(file.printable) is no certificate; npi verify TASK --certificate FILE writes one")
        }
        if let difference = found.difference(from: written) {
            throw RunFailure("\(file.printable) is not confirmed: \(difference)")
        }
        return
            "\(file.printable) is confirmed: \(found.sequences.grouped) sequences of \(found.task), \(found.isProven ? "all right" : "as it says")"
    }
}
