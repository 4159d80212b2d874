package import NPIKit
package import Scratchpads

/// The step that the selected frame is about: for the innermost frame the next one, for a caller the call that is open.
package struct SelectedStep: Sendable {
    /// The step.
    package let record: EventRecord
    /// The environment before it.
    package let world: AnyScratchpad
    /// What the expert would do there; nil without expert or open frame.
    package let advice: Decision?
    /// Whether it has been made: the frame is a caller.
    package let isPast: Bool
}

extension Session {
    /// The step that the selected frame is about; nil where it is not known, or no step follows.
    package var selectedStep: SelectedStep? {
        guard selection > 0 else {
            return knownNext(at: position).map {
                SelectedStep(record: $0, world: world, advice: advice, isPast: false)
            }
        }
        guard let callee = stack(limit: selection).last else { return nil }
        let before = history.world(at: callee.call - 1)
        return SelectedStep(
            record: log[callee.call], world: before,
            advice: narrator.advice(at: callee.call - 1, of: log, in: before), isPast: true)
    }

    /// Tells the step in plain words; nil where there is nothing to tell.
    package func narration(of step: SelectedStep) -> Narration? { narration(of: step.record, before: step.world) }

    /// Tells the call of the selected frame in plain words; nil for the top program's.
    package var selectedCallNarration: Narration? {
        guard let call = selectedFrame?.call, call > 0 else { return nil }
        return narration(of: log[call], before: history.world(at: call - 1))
    }
}
