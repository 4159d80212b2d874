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

    private let storage: Mutex<Storage>

    /// An empty table for networks of `programCount` programs with `stateSize` floats a frame, whose steps are described by
    /// `keySize` bytes.
    init(programCount: Int, stateSize: Int, keySize: Int) {
        storage = Mutex(Storage(programCount: programCount, stateSize: stateSize, keySize: keySize))
    }

    /// How many answers it holds.
    var count: Int { storage.withLock { $0.count } }

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

/// The table itself, which belongs to one thread at a time.
private struct Storage {
    /// How many nodes, the root among them.
    private(set) var count = 1
    private let limit: Int
    private let programCount: Int
    private let keySize: Int
    private let answerSize: Int
    private let stateSize: Int

    private var keys: [UInt8]
    private var parents: [UInt32] = [AnswerTable.root]
    private var depths: [UInt8] = [0]
    private var decisions: [Decision] = [.end]
    /// A node's end probability, those of its programs, and those of its arguments.
    private var answers: [Float]
    /// Nodes by the hash of their key, in open addressing; the root, which has none, stands for nothing.
    private var slots: [UInt32]
    /// The states of the nodes that were reached last: others are found again by the network.
    private var states: [Float]
    private var stateOwners: [UInt32]

    private static let stateCount = 1_024

    init(programCount: Int, stateSize: Int, keySize: Int) {
        self.programCount = programCount
        self.keySize = keySize
        self.stateSize = stateSize
        answerSize = 1 + programCount + Arguments.count * Arguments.valueCount
        let nodeSize = keySize + answerSize * MemoryLayout<Float>.stride + MemoryLayout<Decision>.stride + 13
        limit = AnswerTable.byteLimit / nodeSize
        keys = Array(repeating: 0, count: keySize)
        answers = Array(repeating: 0, count: answerSize)
        slots = Array(repeating: AnswerTable.root, count: 1 << 12)
        states = Array(repeating: 0, count: Self.stateCount * stateSize)
        stateOwners = Array(repeating: AnswerTable.root, count: Self.stateCount)
    }

    func find(_ key: [UInt8], at node: UInt32, into prediction: inout Prediction) -> UInt32? {
        let child = slots[slot(of: key, at: node)]
        guard child != AnswerTable.root else { return nil }
        let start = Int(child) * answerSize
        answers.withUnsafeBufferPointer { answers in
            guard let answer = answers.baseAddress.map({ $0 + start }) else { return }
            prediction.end = answer[0]
            prediction.programs.withUnsafeMutableBufferPointer {
                $0.baseAddress?.update(from: answer + 1, count: programCount)
            }
            prediction.arguments.withUnsafeMutableBufferPointer { [programCount] in
                $0.baseAddress?.update(from: answer + 1 + programCount, count: $0.count)
            }
        }
        prediction.decision = decisions[Int(child)]
        return child
    }

    mutating func add(_ key: [UInt8], at node: UInt32, _ prediction: Prediction, state: [Float]) -> UInt32? {
        let place = slot(of: key, at: node)
        // Another thread may have been here meanwhile.
        guard slots[place] == AnswerTable.root else { return slots[place] }
        guard count < limit, depths[Int(node)] < AnswerTable.depthLimit else { return nil }
        let child = UInt32(count)
        count += 1
        keys += key
        parents.append(node)
        depths.append(depths[Int(node)] + 1)
        decisions.append(prediction.decision)
        answers.append(prediction.end)
        answers += prediction.programs
        answers += prediction.arguments
        slots[place] = child
        let owned = Int(child) % Self.stateCount
        stateOwners[owned] = child
        states.replaceSubrange(owned * stateSize..<(owned + 1) * stateSize, with: state)
        if count * 2 > slots.count { grow() }
        return child
    }

    func way(to node: UInt32, state: inout [Float]) -> (start: UInt32, keys: [[UInt8]]) {
        var node = node
        var seen: [[UInt8]] = []
        while node != AnswerTable.root {
            let owned = Int(node) % Self.stateCount
            if stateOwners[owned] == node {
                state.replaceSubrange(0..<stateSize, with: states[owned * stateSize..<(owned + 1) * stateSize])
                break
            }
            seen.append(Array(keys[Int(node) * keySize..<(Int(node) + 1) * keySize]))
            node = parents[Int(node)]
        }
        return (node, seen.reversed())
    }

    /// Where the node of `key` below `node` is, or belongs.
    private func slot(of key: [UInt8], at node: UInt32) -> Int {
        var hash = UInt64(node) &* 0x9E37_79B9_7F4A_7C15
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash ^= hash >> 32
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place] != AnswerTable.root, !isNode(slots[place], key, below: node) {
            place = (place + 1) & (slots.count - 1)
        }
        return place
    }

    private func isNode(_ child: UInt32, _ key: [UInt8], below node: UInt32) -> Bool {
        guard parents[Int(child)] == node else { return false }
        let start = Int(child) * keySize
        for index in 0..<keySize where keys[start + index] != key[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: AnswerTable.root, count: slots.count * 2)
        for child in 1..<count {
            let key = Array(keys[child * keySize..<(child + 1) * keySize])
            slots[slot(of: key, at: parents[child])] = UInt32(child)
        }
    }
}
