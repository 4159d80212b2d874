import NPIKit
import Scratchpads

/// The world at one position of a run, which moves along the log by undoing and performing actions.
///
/// A few copies of the world along the way make far jumps short: at most ``checkpointLimit`` of them, further apart the
/// longer the run, so that memory stays bounded and a jump across a million events passes only some ten thousand.
///
/// Invariant: checkpoints stand in order of position, the first at 0, none after the last known event.
struct StateHistory: Sendable {
    static let checkpointLimit = 64
    /// So many events are sooner passed than the nearest checkpoint is found.
    private static let shortWay = 64

    private(set) var world: AnyScratchpad
    private(set) var position = 0

    private var checkpoints: [Checkpoint]
    private var spacing = 1_024
    private(set) var edits: [Edit] = []

    private struct Checkpoint: Sendable {
        var position: Int
        var world: AnyScratchpad
    }

    /// A change that a person made at a position, after its event.
    struct Edit: Sendable {
        var position: Int
        var before: AnyScratchpad
        var after: AnyScratchpad
        /// What was changed, in order.
        var changes: [CellChange]
    }

    init(_ world: AnyScratchpad) {
        self.world = world
        checkpoints = [Checkpoint(position: 0, world: world)]
    }

    /// Keeps `world`, which is the one at `position`, if it is far enough from the last one kept.
    ///
    /// Positions are offered in increasing order.
    mutating func offerCheckpoint(_ world: @autoclosure () -> AnyScratchpad, at position: Int) {
        guard let last = checkpoints.last, position - last.position >= spacing else { return }
        checkpoints.append(Checkpoint(position: position, world: world()))
        guard checkpoints.count > Self.checkpointLimit else { return }
        checkpoints = checkpoints.indices.filter { $0.isMultiple(of: 2) }.map { checkpoints[$0] }
        spacing *= 2
    }

    /// Moves to `target`, `0...log.count`.
    mutating func move(to target: Int, in log: EventLog) {
        if abs(position - target) > Self.shortWay, let nearest = nearestCheckpoint(to: target),
            abs(nearest.position - target) < abs(position - target)
        {
            world = nearest.world
            position = nearest.position
        }
        if position < target {
            forward(to: target, in: log)
        } else if position > target {
            backward(to: target, in: log)
        }
    }

    /// Forgets what is after `position`, where the line must stand.
    mutating func cut() {
        checkpoints.removeAll { $0.position > position }
        edits.removeAll { $0.position > position }
    }

    /// Changes the world here from outside.
    mutating func edit(_ change: CellChange) {
        var changed = world
        keep(change, at: position, in: &changed)
        world = changed
    }

    /// Makes a change at `position`, which is the latest that was offered or edited, in `latest`, the world there.
    mutating func edit(_ change: CellChange, at position: Int, in latest: inout AnyScratchpad) {
        keep(change, at: position, in: &latest)
        if position == self.position { world = latest }
    }

    private mutating func keep(_ change: CellChange, at position: Int, in world: inout AnyScratchpad) {
        let before = world
        change.perform(in: &world)
        if let index = edits.firstIndex(where: { $0.position == position }) {
            edits[index].after = world
            edits[index].changes.append(change)
        } else {
            edits.append(Edit(position: position, before: before, after: world, changes: [change]))
            edits.sort { $0.position < $1.position }
        }
        if let index = checkpoints.firstIndex(where: { $0.position == position }) { checkpoints[index].world = world }
    }

    private func nearestCheckpoint(to target: Int) -> Checkpoint? {
        checkpoints.min { abs($0.position - target) < abs($1.position - target) }
    }

    private mutating func forward(to target: Int, in log: EventLog) {
        for edit in edits where edit.position > position && edit.position <= target {
            perform(to: edit.position, in: log)
            world = edit.after
        }
        perform(to: target, in: log)
    }

    private mutating func backward(to target: Int, in log: EventLog) {
        for edit in edits.reversed() where edit.position <= position && edit.position > target {
            undo(to: edit.position, in: log)
            world = edit.before
        }
        undo(to: target, in: log)
    }

    private mutating func perform(to target: Int, in log: EventLog) {
        while position < target {
            let event = log.events[position]
            if event.kind == .act { _ = world.perform(event.arguments) }
            position += 1
        }
    }

    private mutating func undo(to target: Int, in log: EventLog) {
        while position > target {
            let event = log.events[position - 1]
            if event.kind == .act { world.undo(event.effect) }
            position -= 1
        }
    }
}
