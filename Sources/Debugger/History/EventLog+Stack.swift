package import NPIKit

/// One open frame at some position, as the call stack pane shows it.
package struct StackFrame: Hashable, Sendable {
    /// The number of the call that opened it.
    package var call: Int
    /// Its program.
    package var program: ProgramID
    /// Its arguments.
    package var arguments: Arguments
    /// How many calls and actions it has made.
    package var step: Int
    /// How many frames lie below it: 0 for the top program.
    package var depth: Int
    /// Where in its program the expert sees it: behind the call that it waits for, if it waits for one.
    package var place: Int
}

extension EventLog {
    /// The number of the call of the innermost open frame at `position`, or 0 when none is open. O(1).
    package func frame(at position: Int) -> Int {
        guard position > 0 else { return 0 }
        let event = events[position - 1]
        switch event.kind {
        case .call: return position
        case .act: return Int(event.frame)
        case .return: return Int(events[Int(event.frame) - 1].frame)
        }
    }

    /// How many frames are open at `position`. O(1).
    package func depth(at position: Int) -> Int {
        guard position > 0 else { return 0 }
        let event = events[position - 1]
        return event.kind == .return ? Int(event.depth) : Int(event.depth) + 1
    }

    /// How many calls and actions the innermost open frame has made at `position`; 0 when none is open. O(1).
    package func step(at position: Int) -> Int {
        guard position > 0 else { return 0 }
        let event = events[position - 1]
        switch event.kind {
        case .call: return 0
        case .act: return Int(event.step) + 1
        case .return:
            let call = events[Int(event.frame) - 1]
            return call.frame == 0 ? 0 : Int(call.step) + 1
        }
    }

    /// Where in its program the expert sees the innermost open frame at `position`; 0 at its beginning. O(1).
    package func place(at position: Int) -> Int {
        guard position > 0 else { return 0 }
        let event = events[position - 1]
        switch event.kind {
        case .call: return 0
        case .act: return place(after: event)
        case .return:
            let call = events[Int(event.frame) - 1]
            return call.frame == 0 ? 0 : place(after: call)
        }
    }

    private func place(after event: PackedEvent) -> Int {
        event.place == PackedEvent.countedPlace ? Int(event.step) + 1 : event.place
    }

    /// The number of the call of the frame that made call `number`, or 0 for the top program. O(1).
    package func parent(of number: Int) -> Int {
        Int(events[number - 1].frame)
    }

    /// The open frames at `position`, the innermost first, at most `limit` of them. O(depth).
    package func stack(at position: Int, limit: Int = .max) -> [StackFrame] {
        var frames: [StackFrame] = []
        var call = frame(at: position)
        var step = step(at: position)
        var place = place(at: position)
        frames.reserveCapacity(min(limit, depth(at: position)))
        while call != 0, frames.count < limit {
            let event = events[call - 1]
            frames.append(
                StackFrame(
                    call: call, program: ProgramID(rawValue: Int(event.program)), arguments: event.arguments,
                    step: step, depth: Int(event.depth), place: place))
            call = Int(event.frame)
            step = Int(event.step) + 1
            place = self.place(after: event)
        }
        return frames
    }
}
