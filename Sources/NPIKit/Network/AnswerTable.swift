import Foundation
import Synchronization

/// What a network has said so far, as a tree: a node stands for all that a frame has seen from its call on.
///
/// A frame's state depends on its program, its arguments and what it saw at its own steps, in their order, and on nothing
/// else (Cai, Shin & Song 2017, section 3), so whatever reached a node before was given the same answer, to the bit. Nodes
/// are only added, never changed, so that all copies of a predictor, on any thread, share one table.
final class AnswerTable: Sendable {
    /// The node of a frame that has seen nothing.
    static let root: UInt32 = 0
    /// Frames that have taken more steps than this are in loops, which hardly ever see the same twice.
    static let depthLimit = 16
    /// So many bytes of answers at most.
    static let byteLimit = 96 << 20

    private let storage: Mutex<AnswerStorage>

    /// A table that holds what is in `file`, for networks with `stateSize` floats a frame.
    init(_ layout: AnswerRecord.Layout, _ file: AnswerFile?, stateSize: Int) {
        storage = Mutex(AnswerStorage(layout, file, stateSize: stateSize))
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
        storage.withLock { $0.find(key, at: node, into: &prediction) }
    }

    /// Keeps what was said to a frame at `node` that saw `key`, and the state it has then.
    ///
    /// - Returns: The node that it is at then; nil where the table is full, or the frame too long.
    func add(_ key: [UInt8], at node: UInt32, _ prediction: Prediction, state: [Float]) -> UInt32? {
        storage.withLock { $0.add(key, at: node, prediction, state: state) }
    }

    /// The way to `node`: the last node on it whose state is still held, with that state, and what was seen from there on.
    /// `state` is not touched where that node is the root.
    func way(to node: UInt32, state: inout [Float]) -> (start: UInt32, keys: [[UInt8]]) {
        storage.withLock { $0.way(to: node, state: &state) }
    }
}
