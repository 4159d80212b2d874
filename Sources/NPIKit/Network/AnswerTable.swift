import Foundation
import Synchronization

/// What a network has said so far, as a tree: a node stands for all that a frame has seen from its call on.
///
/// A frame's state depends on its program, its arguments and what it saw at its own steps, in their order, and on nothing
/// else (Cai, Shin & Song 2017, section 3), so whatever reached a node before was given the same answer, to the bit. Nodes
/// are only added, never changed, so that all copies of a predictor, on any thread, share one table: they look up without waiting
/// for each other, and only what adds to it waits.
final class AnswerTable: Sendable {
    /// The node of a frame that has seen nothing.
    static let root: UInt32 = 0
    /// Frames that have taken more steps than this are in loops, which hardly ever see the same twice.
    static let depthLimit = 16
    /// So many bytes of answers at most.
    static let byteLimit = 96 << 20

    private let entries: AnswerEntries
    private let slots: AnswerSlots
    private let storage: Mutex<AnswerStorage>
    /// Whether answers of an earlier run are still to be read where they are needed.
    private let hasFile: Bool

    /// A table that holds what is in `file`, for networks with `stateSize` floats a frame.
    init(_ layout: AnswerRecord.Layout, _ file: AnswerFile?, stateSize: Int) {
        // Beside an entry a node takes two slots at least.
        let limit = Self.byteLimit / (AnswerEntries.nodeSize(layout) + 16)
        entries = AnswerEntries(layout, limit: limit)
        slots = AnswerSlots(entries)
        hasFile = file != nil
        storage = Mutex(AnswerStorage(entries, slots, file, limit: limit, stateSize: stateSize))
    }

    /// A file of all that it holds; see ``AnswerFile``.
    func data(identity: String) -> Data { storage.withLock { $0.data(identity: identity) } }

    /// How many answers it holds, how many of them are not from its file, and whether that is damaged.
    var counts: (all: Int, new: Int, isDamaged: Bool) {
        storage.withLock { ($0.count, $0.newCount, $0.isDamaged) }
    }

    /// Looks up what was said to a frame at `node` that sees `key`.
    ///
    /// - Returns: The node that it is at then; nil where it was never there.
    func find(_ key: [UInt8], at node: UInt32, into prediction: inout Prediction) -> UInt32? {
        let known = slots.find(key, below: node) ?? (hasFile ? storage.withLock { $0.find(key, at: node) } : nil)
        guard let known else { return nil }
        entries.read(known, into: &prediction)
        return known
    }

    /// What adds to the table, while all others that want to wait.
    func withStorage<Result: Sendable>(_ body: (inout AnswerStorage) -> Result) -> Result {
        storage.withLock { body(&$0) }
    }
}
