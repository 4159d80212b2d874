package import NPIKit

/// Where in their programs an expert sees the open frames of a run that is followed event by event.
package struct ExpertPlaces: Sendable {
    private var places: [Int] = []

    /// No frame is open yet.
    package init() {}

    /// That of the innermost frame.
    package var present: Int { places.last ?? 0 }

    /// Where the innermost of `frames` is after its next call or action, which is still to come.
    package func after(
        _ expert: TaskExpert, _ frames: [Frame], in world: AnyScratchpad
    ) -> Int {
        guard let frame = frames.last else { return 0 }
        return expert.step(after: present, program: frame.program, arguments: frame.arguments, in: world)
    }

    /// Goes on by an event, the frame that decided it being at `place` then.
    package mutating func follow(_ event: Event, after place: Int) {
        if !places.isEmpty { places[places.count - 1] = place }
        switch event {
        case .call: places.append(0)
        case .act: break
        case .return: places.removeLast()
        }
    }
}
