import Foundation

/// The entries of an ``AnswerTable`` with what finds them again, which belongs to one thread at a time.
struct AnswerStorage {
    private var entries: AnswerEntries
    /// Which node of ``file`` each entry is; nil where it is new.
    private var origins: [UInt32?] = [AnswerTable.root]
    /// The answers of an earlier run, as far as they are needed.
    private var file: AnswerFile?
    /// Whether some of these are damaged.
    private(set) var isDamaged = false
    /// How many answers are of this run alone.
    private(set) var newCount = 0
    private let limit: Int
    private let stateSize: Int

    private var depths = [0]
    /// Nodes by the hash of their key, in open addressing; the root, which has none, stands for nothing.
    private var slots: [UInt32] = Array(repeating: AnswerTable.root, count: 1 << 12)
    /// The states of the nodes that were added last: others are found again by the network.
    private var states: [Float] = []
    private var stateOwners: [UInt32] = []
    /// Where the state of each node is, if it is still its own.
    private var statePlaces: [UInt32] = [0]
    private var nextPlace = 0
    private let stateLimit: Int

    private static let stateBytes = 24 << 20

    /// Nothing but what is in `file`.
    init(_ layout: AnswerRecord.Layout, _ file: AnswerFile?, stateSize: Int) {
        entries = AnswerEntries(layout)
        self.file = file
        self.stateSize = stateSize
        limit = AnswerTable.byteLimit / (entries.nodeSize + 16)
        stateLimit = max(Self.stateBytes / (max(stateSize, 1) * MemoryLayout<Float>.stride), 1)
    }

    /// How many answers there are, in the file or beside it.
    var count: Int { newCount + (file?.count ?? 1) - 1 }

    /// A file of all of them; without those of a damaged file that no frame has come to.
    func data(identity: String) -> Data {
        AnswerFile.data(of: entries, origins: origins, beside: isDamaged ? nil : file, identity: identity)
    }

    mutating func find(_ key: [UInt8], at node: UInt32, into prediction: inout Prediction) -> UInt32? {
        let place = slot(of: key, at: node)
        let known = slots[place]
        guard let child = known != AnswerTable.root ? known : fetch(key, at: node, to: place) else { return nil }
        entries.read(child, into: &prediction)
        return child
    }

    /// Adds what the file says of `key` below `node`, if it does; `place` is where it belongs among the slots.
    private mutating func fetch(_ key: [UInt8], at node: UInt32, to place: Int) -> UInt32? {
        guard let origin = origins[Int(node)], hasRoom(below: node),
            let finding = file?.find(key, below: origin)
        else { return nil }
        switch finding {
        case .absent: return nil
        case .damaged:
            isDamaged = true
            return nil
        case .record(let record, let found):
            if entries.count == 1 { reserve() }
            let child = insert(entries.append(record, below: node), below: node, at: place, origin: found)
            statePlaces.append(0)
            return child
        }
    }

    private func hasRoom(below node: UInt32) -> Bool {
        entries.count < limit && depths[Int(node)] < AnswerTable.depthLimit
    }

    /// Makes room for what many runs need before the first entry comes: moving what grows took as long as asking the network. The
    /// system gives memory where it is written to.
    private mutating func reserve() {
        entries.reserve(min(limit, 1 << 15))
        states.reserveCapacity(stateLimit * stateSize)
    }

    private mutating func insert(_ child: UInt32, below node: UInt32, at place: Int, origin: UInt32?) -> UInt32 {
        depths.append(depths[Int(node)] + 1)
        origins.append(origin)
        slots[place] = child
        if entries.count * 2 > slots.count { grow() }
        return child
    }

    mutating func add(_ key: [UInt8], at node: UInt32, _ prediction: Prediction, state: [Float]) -> UInt32? {
        let place = slot(of: key, at: node)
        // Another thread may have been here meanwhile.
        guard slots[place] == AnswerTable.root else { return slots[place] }
        guard hasRoom(below: node) else { return nil }
        if entries.count == 1 { reserve() }
        newCount += 1
        let child = insert(entries.append(key, below: node, prediction), below: node, at: place, origin: nil)
        keep(state, of: child)
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
        var place = Int(truncatingIfNeeded: AnswerRecord.hash(key[...], below: node)) & (slots.count - 1)
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
