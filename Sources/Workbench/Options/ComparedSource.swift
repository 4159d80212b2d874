import Debugger
import NPIKit
import Scratchpads
import Support

/// What is compared, as it is typed: a recording, or a network.
enum ComparedSource {
    case recording(Recording, path: String)
    case network(ModelChoice)

    /// A file that is not named like a shipped network, weights or a checkpoint is a recording; all else is a network's name.
    ///
    /// - Throws: ``RecordingError``.
    init(_ name: String) throws(RecordingError) {
        let isOtherFile =
            ![".safetensors", ".checkpoint"].contains(where: name.hasSuffix) && !ModelChoice.isShipped(name)
            && FileSystem.exists(name) && !FileSystem.isFolder(name)
        if name.hasSuffix(".npitrace") || isOtherFile {
            self = .recording(try Recording(path: name), path: name)
        } else {
            self = .network(ModelChoice(name))
        }
    }

    /// Opens what a person types in the debugger to stand beside a run of `problem`.
    static func open(_ name: String, _ problem: Problem) throws -> (name: String, session: Session) {
        try Self(expandingTilde(name)).session(of: problem)
    }

    /// What stands behind `npi` on a command line that opens the run of `problem`.
    func words(_ problem: Problem) -> [String] {
        switch self {
        case .recording(_, let path): ["replay", path]
        case .network(let choice):
            ["run", problem.task.argument] + problem.input + ["--model", choice.model ?? ""]
        }
    }

    /// The problem of a recording; nil for a network.
    ///
    /// - Throws: ``RecordingError``.
    func recordedProblem() throws -> Problem? {
        guard case .recording(let recording, _) = self else { return nil }
        return try Session.problem(of: recording.header)
    }

    /// The run of a recording; nil for a network.
    ///
    /// - Throws: ``RecordingError`` or ``ModelFileError``.
    func recordedRun() throws -> ComparedRun? {
        guard case .recording(let recording, let path) = self else { return nil }
        let session = try Session(replaying: recording)
        let chosen = try ModelChoice(nil).readRecorded(recording.header, of: session.problem.task)
        return ComparedRun(
            ModelChoice.name(of: path), session, network: chosen.map { CachedPredictor($0.network) })
    }

    /// Its run of `problem`, of which the rest may become known later, for a screen.
    ///
    /// - Throws: ``RecordingError``, ``RunFailure``, ``ModelFileError`` or ``SessionError``.
    func session(of problem: Problem, stepLimit: Int? = nil) throws -> (name: String, session: Session) {
        switch self {
        case .recording(let recording, let path): return (ModelChoice.name(of: path), try Session(replaying: recording))
        case .network(let choice):
            let chosen = try choice.read(for: problem.task)
            let session = try Session(
                problem, predictor: CachedPredictor(chosen.network, isShared: true), stepLimit: stepLimit)
            return (chosen.identity.name, session)
        }
    }

    /// The run of a network on `problem`; nil for a recording.
    ///
    /// - Throws: ``RunFailure``, ``ModelFileError`` or ``SessionError``.
    func run(of problem: Problem, stepLimit: Int?) throws -> ComparedRun? {
        guard case .network(let choice) = self else { return nil }
        let chosen = try choice.readWarning(for: [problem.task])
        let predictor = CachedPredictor(chosen.network, isShared: true)
        var session = try Session(problem, predictor: predictor, stepLimit: stepLimit)
        session.extend(events: .max)
        return ComparedRun(chosen.identity.name, session, network: predictor)
    }
}
