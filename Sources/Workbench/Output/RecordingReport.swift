import Debugger

extension RecordingOutcome {
    /// Says what became of the recordings that were made on a screen, which is closed by now.
    ///
    /// - Throws: ``RunFailure`` if one of them is not where it should be.
    static func report(_ outcomes: [RecordingOutcome]) throws {
        var problems: [String] = []
        for outcome in outcomes {
            switch outcome {
            case .kept(let path): try StandardOutput.print("recorded: \(path)")
            case .failed(let error): problems.append("\(error)")
            }
        }
        guard let last = problems.popLast() else { return }
        for problem in problems { StandardError.warn("\(problem)") }
        throw RunFailure(last)
    }
}
