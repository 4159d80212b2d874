import NPIKit

/// The open frames, states and all, at some positions of a live run, from which any position can be reached again by
/// running the network a little.
///
/// A snapshot has only the frames that have moved since the one before, so all of them together take little more than the
/// deepest one, however deep calls nest. When there are too many every other one is dropped.
struct FrameSnapshots: Sendable {
    static let limit = 2_048

    private var snapshots: [Snapshot] = []
    private var spacing = 1_024
    /// How many frames, from the top program's on, have not moved since the last snapshot.
    private var unmovedCount = 0

    private struct Snapshot: Sendable {
        var position: Int
        /// How many frames are those of the snapshot before.
        var sharedCount: Int
        /// The frames above them.
        var frames: [Frame]
    }

    /// Notes that the innermost of `count` open frames is about to move or to return.
    mutating func willMove(innermostOf count: Int) {
        unmovedCount = min(unmovedCount, max(count - 1, 0))
    }

    /// Keeps `frames`, which are those at `position`, if it is far enough from the last ones kept.
    mutating func offer(_ frames: @autoclosure () -> [Frame], at position: Int) {
        guard position - (snapshots.last?.position ?? 0) >= spacing else { return }
        let frames = frames()
        let shared = snapshots.isEmpty ? 0 : unmovedCount
        snapshots.append(Snapshot(position: position, sharedCount: shared, frames: Array(frames[shared...])))
        unmovedCount = frames.count
        if snapshots.count > Self.limit { thinOut() }
    }

    /// The frames at the last kept position that is not after `position`, and that position: 0 and none if none was kept.
    func nearest(to position: Int) -> (position: Int, frames: [Frame]) {
        let index = snapshots.partitioningIndex { $0.position > position }
        guard index > 0 else { return (0, []) }
        var parts: [ArraySlice<Frame>] = []
        var missing = Int.max
        for snapshot in snapshots[..<index].reversed() where missing > snapshot.sharedCount {
            parts.append(snapshot.frames.prefix(missing - snapshot.sharedCount))
            missing = snapshot.sharedCount
            if missing == 0 { break }
        }
        return (snapshots[index - 1].position, parts.reversed().flatMap { $0 })
    }

    /// Forgets what is after `position`.
    mutating func cut(after position: Int) {
        snapshots.removeAll { $0.position > position }
        // What is done from here on is not compared with the last one left.
        unmovedCount = 0
    }

    /// Drops every other snapshot. Those that stay take over the frames that they shared with the one before.
    private mutating func thinOut() {
        snapshots = stride(from: 0, to: snapshots.count, by: 2).map { index in
            var kept = snapshots[index]
            guard index > 0 else { return kept }
            let dropped = snapshots[index - 1]
            if dropped.sharedCount < kept.sharedCount {
                kept.frames = dropped.frames.prefix(kept.sharedCount - dropped.sharedCount) + kept.frames
                kept.sharedCount = dropped.sharedCount
            }
            return kept
        }
        spacing *= 2
    }
}

extension Array {
    /// The index of the first element that satisfies `predicate`, which none before it does and all after it do.
    func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if predicate(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
