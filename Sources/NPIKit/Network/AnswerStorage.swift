/// The entries of an ``AnswerTable`` with what finds them again, which belongs to one thread at a time.
struct AnswerStorage {
    private(set) var entries: AnswerEntries
    private let limit: Int
    private let stateSize: Int

    private var depths: [Int]
    /// Nodes by the hash of their key, in open addressing; the root, which has none, stands for nothing.
    private var slots: [UInt32] = Array(repeating: AnswerTable.root, count: 1 << 12)
    /// The states of the nodes that were added last: others are found again by the network.
    private var states: [Float] = []
    private var stateOwners: [UInt32] = []
    /// Where the state of each node is, if it is still its own.
    private var statePlaces: [UInt32]
    private var nextPlace = 0
    private let stateLimit: Int

    private static let stateBytes = 24 << 20

    /// With `entries` of an earlier table, or those of an empty one.
    init(_ entries: AnswerEntries, stateSize: Int) {
        self.entries = entries
        self.stateSize = stateSize
        limit = AnswerTable.byteLimit / (entries.nodeSize + 16)
        stateLimit = max(Self.stateBytes / (max(stateSize, 1) * MemoryLayout<Float>.stride), 1)
        statePlaces = Array(repeating: 0, count: entries.count)
        depths = entries.depths
        while entries.count * 2 > slots.count { slots += slots }
        index()
    }

    func find(_ key: [UInt8], at node: UInt32, into prediction: inout Prediction) -> UInt32? {
        let child = slots[slot(of: key, at: node)]
        guard child != AnswerTable.root else { return nil }
        entries.read(child, into: &prediction)
        return child
    }

    mutating func add(_ key: [UInt8], at node: UInt32, _ prediction: Prediction, state: [Float]) -> UInt32? {
        let place = slot(of: key, at: node)
        // Another thread may have been here meanwhile.
        guard slots[place] == AnswerTable.root else { return slots[place] }
        guard entries.count < limit, depths[Int(node)] < AnswerTable.depthLimit else { return nil }
        let child = entries.append(key, below: node, prediction)
        depths.append(depths[Int(node)] + 1)
        slots[place] = child
        keep(state, of: child)
        if entries.count * 2 > slots.count { grow() }
        return child
    }

    func way(to node: UInt32, state: inout [Float]) -> (start: UInt32, keys: [[UInt8]]) {
        var node = node
        var seen: [[UInt8]] = []
        while node != AnswerTable.root {
            let place = Int(statePlaces[Int(node)])
            if place < stateOwners.count, stateOwners[place] == node {
                state.replaceSubrange(0..<stateSize, with: states[place * stateSize..<(place + 1) * stateSize])
                break
            }
            seen.append(Array(entries.key(of: node)))
            node = entries.parent(of: node)
        }
        return (node, seen.reversed())
    }

    /// Keeps the state of a node that is added, in place of the oldest where there is no more room.
    private mutating func keep(_ state: [Float], of node: UInt32) {
        statePlaces.append(UInt32(nextPlace))
        if stateOwners.count < stateLimit {
            stateOwners.append(node)
            states += state
        } else {
            stateOwners[nextPlace] = node
            states.replaceSubrange(nextPlace * stateSize..<(nextPlace + 1) * stateSize, with: state)
        }
        nextPlace = (nextPlace + 1) % stateLimit
    }

    /// Where the node of `key` below `node` is, or belongs.
    private func slot(of key: [UInt8], at node: UInt32) -> Int {
        var hash = UInt64(node) &* 0x9E37_79B9_7F4A_7C15
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash ^= hash >> 32
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place] != AnswerTable.root, !entries.isNode(slots[place], key, below: node) {
            place = (place + 1) & (slots.count - 1)
        }
        return place
    }

    private mutating func grow() {
        slots = Array(repeating: AnswerTable.root, count: slots.count * 2)
        index()
    }

    private mutating func index() {
        for node in entries.nodes { slots[slot(of: Array(entries.key(of: node)), at: entries.parent(of: node))] = node }
    }
}
