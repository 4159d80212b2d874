import DebugAdapter
import Debugger
import Foundation
import NPIKit
import Scratchpads

/// Opens the runs that clients of the debug adapter ask for, as `npi run` and `npi replay` do.
struct LaunchedRuns {
    /// What is to be done when the client has left: the networks' answers are kept.
    private(set) var endings: [() -> Void] = []

    /// Opens a run.
    ///
    /// - Throws: What is wrong with what is asked for, in one line or several.
    mutating func open(_ arguments: LaunchArguments) throws -> OpenedRun {
        func path(_ name: String) -> String {
            guard !name.hasPrefix("/"), let folder = arguments.folder else { return name }
            return "\(folder)/\(name)"
        }
        if let recording = arguments.recording {
            // What follows on standard input are messages.
            guard recording != "-" else { throw UsageError("a recording is a file here, such as run.npitrace") }
            let session = try Session(replaying: Recording(path: path(recording)))
            return OpenedRun(session, notes: session.notices, readingTexts: Self.text)
        }
        let name = arguments.task ?? ""
        let isFile = name.hasSuffix(TaskSource.suffix)
        let problem = try ProblemOptions(arguments.options).problem(
            isFile ? path(name) : name, arguments.input, command: "run")
        let source = isFile ? URL(fileURLWithPath: path(name)).standardizedFileURL.path : nil
        if arguments.usesExpert {
            guard let predictor = FilePredictor(problem.task) else {
                throw UsageError("expert runs the programs of a task file; \(problem.task.name) has none")
            }
            let session = try Session(problem, predictor: predictor, stepLimit: arguments.maxSteps)
            return OpenedRun(session, notes: session.notices, sourcePath: source, readingTexts: Self.text)
        }
        let isModelFile = arguments.model?.hasSuffix(".safetensors") == true || arguments.model?.contains("/") == true
        let chosen = try ModelChoice(isModelFile ? arguments.model.map(path) : arguments.model).read(for: problem.task)
        let session = try Session(
            problem, predictor: predictor(chosen, asksAlways: arguments.noCache), stepLimit: arguments.maxSteps)
        return OpenedRun(session, notes: chosen.warnings + session.notices, sourcePath: source, readingTexts: Self.text)
    }

    /// The text of a task file; nil where there is none.
    private static func text(at path: String) -> String? { (try? TaskSource(path: path))?.text }

    private mutating func predictor(_ chosen: ChosenModel, asksAlways: Bool) -> any StepPredictor {
        let network = chosen.network
        guard !asksAlways else { return NetworkPredictor(network, isShared: true) }
        let cache = AnswerCache(of: chosen.identity.sha256)
        let cached = cache?.predictor(network, isShared: true) ?? CachedPredictor(network, isShared: true)
        endings.append { cache?.keep(cached) }
        return cached
    }
}
