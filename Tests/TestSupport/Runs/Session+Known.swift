package import Debugger
package import NPIKit
package import Scratchpads

extension Session {
    /// A run of `task` by a stand-in that makes no mistakes but `slips`, all of it known, at `position`.
    package static func known(
        _ task: TaskDefinition, _ input: String..., at position: Int, slips: [Int: Decision] = [:]
    ) throws -> Session {
        var session = try Session(
            Problem(task: task, input: input), predictor: ExpertPredictor([task], slips: slips))
        session.extend(events: .max)
        session.perform(.go(to: position))
        return session
    }
}
