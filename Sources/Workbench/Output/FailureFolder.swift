import Debugger
import NPIKit
import Scratchpads
import Support

/// A new folder with recordings of wrong runs, a few of each group.
///
/// They are called by their group, the largest being 01, its program, and a number: `01-ADD1-1.npitrace`.
struct FailureFolder {
    private let path: String
    /// How many recordings are kept.
    private let limit: Int

    /// Makes the folder, if it is not there and empty.
    ///
    /// - Throws: ``RunFailure`` if it cannot be made, or holds anything.
    init(_ path: String, limit: Int) throws {
        self.path = path
        self.limit = limit
        let names: [String]
        do throws(SystemError) {
            try FileSystem.makeFolder(path)
            names = try FileSystem.names(in: path)
        } catch {
            throw RunFailure("cannot make the folder \(path): \(error)")
        }
        guard names.isEmpty else {
            throw RunFailure("--failures \(path): the folder holds something already; name a new one")
        }
    }

    /// Records runs of each group, in turns, those that go wrong first before others, until there are enough.
    ///
    /// - Returns: The names of the files, by group.
    /// - Throws: ``RecordingError`` or ``SessionError``.
    func keep(
        _ groups: [FailureGroups.Group], by predictor: any StepPredictor, _ model: ModelIdentity
    ) throws -> [[String]] {
        var names = groups.map { _ in [String]() }
        let width = max(String(groups.count).count, 2)
        for turn in 0..<(groups.map(\.runs.count).max() ?? 0) {
            for (index, group) in groups.enumerated() where turn < group.runs.count {
                guard names.reduce(0, { $0 + $1.count }) < limit else { return names }
                let number = String(index + 1)
                let zeros = String(repeating: "0", count: width - number.count)
                let program = group.mistake?.program.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? "endless"
                let name = "\(zeros)\(number)-\(program)-\(turn + 1).npitrace"
                try record(group.runs[turn].problem, by: predictor, model, to: "\(path)/\(name)")
                names[index].append(name)
            }
        }
        return names
    }

    private func record(
        _ problem: Problem, by predictor: any StepPredictor, _ model: ModelIdentity, to path: String
    ) throws {
        var session = try Session(problem, predictor: predictor, stepLimit: problem.expertEventBound)
        let file = try RecordingFile(path, of: session, model: model)
        repeat {
            session.extend(events: 4_096)
            try file.append(session)
        } while session.ending == nil
        try file.finish(session)
    }
}
