import NPIKit
package import Scratchpads

extension Session {
    /// A run of another problem by the same network, at position 0. What stops runs and what is watched comes along as far
    /// as it means something there.
    ///
    /// - Throws: ``SessionError`` if there is no network, or it cannot run the problem.
    package func another(_ problem: Problem) throws(SessionError) -> Session {
        guard let live = history.live else { throw .noNetwork }
        // A limit that a person set holds on; the problem's own goes with the problem.
        let limit = live.stepLimit == self.problem.defaultStepLimit ? nil : live.stepLimit
        var session = try Session(problem, predictor: live.interpreter.predictor, stepLimit: limit)
        for breakpoint in stopPoints.breakpoints {
            guard let set = try? session.addBreakpoint(breakpoint.text) else { continue }
            session.stopPoints.setEnabled(breakpoint.isEnabled, set.id)
        }
        let values = Set(session.vocabulary.valueNames)
        for watch in stopPoints.watches {
            // A value of this task may be called like a program.
            guard values.contains(watch.text) || session.library.program(named: watch.text.uppercased()) == nil else {
                continue
            }
            _ = try? session.addWatch(watch.text + (watch.stopsRun ? " stop" : ""))
        }
        return session
    }
}
