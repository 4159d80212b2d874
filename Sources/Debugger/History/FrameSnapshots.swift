import NPIKit

/// The open frames, states and all, at some positions of a live run, from which any position can be reached again by
/// running the network a little.
///
/// A snapshot shares with its neighbours the states of frames that did not move, so it costs a few kilobytes. When there
/// are too many every other one is dropped.
struct FrameSnapshots: Sendable {
    static let limit = 2_048

    private var snapshots: [Snapshot] = []
    private var spacing = 1_024

    private struct Snapshot: Sendable {
        var position: Int
        var frames: [Frame]
    }

    /// Keeps `frames`, which are those at `position`, if it is far enough from the last ones kept.
    mutating func offer(_ frames: @autoclosure () -> [Frame], at position: Int) {
        guard position - (snapshots.last?.position ?? 0) >= spacing else { return }
        snapshots.append(Snapshot(position: position, frames: frames()))
        guard snapshots.count > Self.limit else { return }
        snapshots = snapshots.indices.filter { $0.isMultiple(of: 2) }.map { snapshots[$0] }
        spacing *= 2
    }

    /// The frames at the last kept position that is not after `position`, and that position: 0 and none if none was kept.
    func nearest(to position: Int) -> (position: Int, frames: [Frame]) {
        let index = snapshots.partitioningIndex { $0.position > position }
        guard index > 0 else { return (0, []) }
        return (snapshots[index - 1].position, snapshots[index - 1].frames)
    }

    /// Forgets what is after `position`.
    mutating func cut(after position: Int) {
        snapshots.removeAll { $0.position > position }
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
