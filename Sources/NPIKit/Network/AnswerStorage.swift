import Foundation

/// What adds to the entries of an ``AnswerTable``, which belongs to one thread at a time.
struct AnswerStorage {
    private let entries: AnswerEntries
    private let slots: AnswerSlots
    /// The answers of an earlier run, as far as they are needed.
    private var file: AnswerFile?
    /// Whether some of these are damaged.
    private(set) var isDamaged = false
    /// How many answers are of this run alone.
    private(set) var newCount = 0
    private let limit: Int
    private let stateSize: Int

    /// The states of the nodes that were added last: others are found again by the network.
    private var states: [Float] = []
    private var stateOwners: [UInt32] = []
    private var nextPlace = 0
    private let stateLimit: Int

    private static let stateBytes = 24 << 20

    /// Adds to `entries`, and tells of it by `slots`, at most `limit` nodes; what is in `file` is known already.
    init(_ entries: AnswerEntries, _ slots: AnswerSlots, _ file: AnswerFile?, limit: Int, stateSize: Int) {
        (self.entries, self.slots, self.file) = (entries, slots, file)
        (self.limit, self.stateSize) = (limit, stateSize)
        stateLimit = max(Self.stateBytes / (max(stateSize, 1) * MemoryLayout<Float>.stride), 1)
    }

    /// How many answers there are, in the file or beside it.
    var count: Int { newCount + (file?.count ?? 1) - 1 }

    /// A file of all of them; without those of a damaged file that no frame has come to.
    func data(identity: String) -> Data {
        AnswerFile.data(of: entries, beside: isDamaged ? nil : file, identity: identity)
    }

    /// The node of `key` below `node`, which may be in the file only; nil where it is not there either.
    mutating func find(_ key: [UInt8], at node: UInt32) -> UInt32? {
        // Another thread may have been here meanwhile.
        if let known = slots.find(key, below: node) { return known }
        let head = entries[node]
        guard node == AnswerTable.root || head.origin != AnswerTable.root, hasRoom(below: head),
            let finding = file?.find(key, below: head.origin)
        else { return nil }
        switch finding {
        case .absent: return nil
        case .damaged:
            isDamaged = true
            return nil
        case .record(let record, let found):
            let child = entries.append(record, below: node, origin: found)
            slots.add(child, key, below: node)
            return child
        }
    }

    private func hasRoom(below head: AnswerEntries.Head) -> Bool {
        entries.count < limit && head.depth < AnswerTable.depthLimit
    }

    /// Keeps what was said to a frame at `node` that saw `key`, and the state it has then.
    ///
    /// - Returns: The node that it is at then; nil where the table is full, or the frame too long.
    mutating func add(_ key: [UInt8], at node: UInt32, _ prediction: Prediction, state: [Float]) -> UInt32? {
        // Another thread may have been here meanwhile.
        if let known = slots.find(key, below: node) { return known }
        guard hasRoom(below: entries[node]) else { return nil }
        newCount += 1
        let child = entries.append(key, below: node, prediction, statePlace: UInt32(nextPlace))
        keep(state, of: child)
        slots.add(child, key, below: node)
        return child
    }

    /// The way to `node`: the last node on it whose state is still held, with that state, and what was seen from there on.
    /// `state` is not touched where that node is the root.
    func way(to node: UInt32, state: inout [Float]) -> (start: UInt32, keys: [[UInt8]]) {
        var node = node
        var seen: [[UInt8]] = []
        while node != AnswerTable.root {
            let place = Int(entries[node].statePlace)
            if place < stateOwners.count, stateOwners[place] == node {
                states.withUnsafeBufferPointer { states in
                    state.withUnsafeMutableBufferPointer {
                        $0.baseAddress?.update(from: states.baseAddress! + place * stateSize, count: stateSize)
                    }
                }
                break
            }
            seen.append(entries.key(of: node))
            node = entries[node].parent
        }
        return (node, seen.reversed())
    }

    /// Keeps the state of a node that is added, in place of the oldest where there is no more room.
    private mutating func keep(_ state: [Float], of node: UInt32) {
        // At once: moving what grows took as long as asking the network. The system gives memory where it is written to.
        if states.isEmpty { states.reserveCapacity(stateLimit * stateSize) }
        if stateOwners.count < stateLimit {
            stateOwners.append(node)
            states += state
        } else {
            stateOwners[nextPlace] = node
            states.replaceSubrange(nextPlace * stateSize..<(nextPlace + 1) * stateSize, with: state)
        }
        nextPlace = (nextPlace + 1) % stateLimit
    }
}
