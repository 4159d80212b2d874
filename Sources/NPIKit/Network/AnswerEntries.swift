/// What was said at each node of an ``AnswerTable``, in the order in which the nodes were added; the first is the root, which says
/// nothing.
///
/// Nodes are added by one thread at a time and never change or move, so that the others read them meanwhile, once they have been told
/// of them; see ``AnswerSlots``.
final class AnswerEntries: @unchecked Sendable {
    /// What describes a node.
    let layout: AnswerRecord.Layout
    /// How many nodes, the root among them; for the thread that adds.
    private(set) var count = 0

    /// Where in an entry its parts are, behind its ``Head``: what is compared first stands together.
    private let keyStart = MemoryLayout<Head>.stride
    private let answerStart: Int
    private let stride: Int
    /// The entries, one after the other. The system gives memory where it is written to.
    private let memory: UnsafeMutableRawPointer

    private static let alignment = 64

    /// What is known of a node beside its key and its answer.
    struct Head {
        /// The node that it follows on.
        var parent: UInt32
        /// Which node of the file it was read from; the root where it is from none.
        var origin: UInt32
        /// How many steps lead to it.
        var depth: UInt32
        /// Where its state was kept, for the thread that adds.
        var statePlace: UInt32
        /// What was decided.
        var decision: Decision
    }

    /// The root alone, with room for `limit` nodes.
    init(_ layout: AnswerRecord.Layout, limit: Int) {
        self.layout = layout
        answerStart = (keyStart + layout.keySize + 3) / 4 * 4
        stride = Self.nodeSize(layout)
        memory = .allocate(byteCount: limit * stride, alignment: Self.alignment)
        _ = add(Head(parent: AnswerTable.root, origin: AnswerTable.root, depth: 0, statePlace: 0, decision: .end))
    }

    deinit {
        memory.deallocate()
    }

    /// All nodes but the root.
    var nodes: Range<UInt32> { 1..<UInt32(count) }

    /// How many bytes a node of `layout` takes: whole cache lines.
    static func nodeSize(_ layout: AnswerRecord.Layout) -> Int {
        let size = MemoryLayout<Head>.stride + layout.keySize + 3 + layout.answerSize * MemoryLayout<Float>.stride
        return (size + alignment - 1) / alignment * alignment
    }

    /// What is known of a node.
    subscript(node: UInt32) -> Head { entry(node).load(as: Head.self) }

    func key(of node: UInt32) -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: entry(node) + keyStart, count: layout.keySize))
    }

    func isNode(_ node: UInt32, _ key: [UInt8], below parent: UInt32) -> Bool {
        let entry = entry(node)
        guard entry.load(as: UInt32.self) == parent else { return false }
        for index in 0..<layout.keySize where entry.load(fromByteOffset: keyStart + index, as: UInt8.self) != key[index]
        {
            return false
        }
        return true
    }

    func record(of node: UInt32) -> AnswerRecord {
        let head = self[node]
        let answer = UnsafeRawBufferPointer(
            start: entry(node) + answerStart, count: layout.answerSize * MemoryLayout<Float>.stride)
        return AnswerRecord(
            key: key(of: node), parent: head.parent, decision: head.decision,
            answer: Array(answer.bindMemory(to: Float.self)))
    }

    /// Copies what was said at `node`.
    func read(_ node: UInt32, into prediction: inout Prediction) {
        let entry = entry(node)
        let answer = UnsafeRawPointer(entry + answerStart).assumingMemoryBound(to: Float.self)
        prediction.end = answer[0]
        prediction.programs.withUnsafeMutableBufferPointer { [layout] in
            $0.baseAddress?.update(from: answer + 1, count: layout.programCount)
        }
        prediction.arguments.withUnsafeMutableBufferPointer { [layout] in
            $0.baseAddress?.update(from: answer + 1 + layout.programCount, count: $0.count)
        }
        prediction.decision = entry.load(as: Head.self).decision
    }

    /// Adds a node below `parent`, and returns it.
    func append(_ key: [UInt8], below parent: UInt32, _ prediction: Prediction, statePlace: UInt32) -> UInt32 {
        let entry = add(
            Head(
                parent: parent, origin: AnswerTable.root, depth: self[parent].depth + 1, statePlace: statePlace,
                decision: prediction.decision))
        write(key[...], entry)
        let answer = (entry + answerStart).bindMemory(to: Float.self, capacity: layout.answerSize)
        answer.initialize(to: prediction.end)
        (answer + 1).initialize(from: prediction.programs, count: layout.programCount)
        (answer + 1 + layout.programCount).initialize(from: prediction.arguments, count: prediction.arguments.count)
        return UInt32(count - 1)
    }

    /// Adds a node below `parent` with what `record` of the file's node `origin` says, and returns it.
    func append(_ record: AnswerRecord.Written, below parent: UInt32, origin: UInt32) -> UInt32 {
        let entry = add(
            Head(
                parent: parent, origin: origin, depth: self[parent].depth + 1, statePlace: 0, decision: record.decision)
        )
        write(record.key, entry)
        record.copyAnswer(to: entry + answerStart)
        return UInt32(count - 1)
    }

    private func write(_ key: ArraySlice<UInt8>, _ entry: UnsafeMutableRawPointer) {
        key.withUnsafeBytes { (entry + keyStart).copyMemory(from: $0.baseAddress!, byteCount: layout.keySize) }
    }

    /// Begins an entry.
    private func add(_ head: Head) -> UnsafeMutableRawPointer {
        let entry = memory + count * stride
        entry.initializeMemory(as: Head.self, to: head)
        count += 1
        return entry
    }

    private func entry(_ node: UInt32) -> UnsafeMutableRawPointer {
        memory + Int(node) * stride
    }
}
