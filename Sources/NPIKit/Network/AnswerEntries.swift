/// What was said at each node of an ``AnswerTable``, in the order in which the nodes were added; the first is the root, which says
/// nothing.
struct AnswerEntries: Sendable {
    /// What describes a node.
    let layout: AnswerRecord.Layout

    /// How many nodes, the root among them.
    var count: Int { parents.count }

    private let answerSize: Int
    private var keys: [UInt8]
    private var parents: [UInt32]
    private var decisions: [Decision]
    private var answers: [Float]

    /// The root alone.
    init(_ layout: AnswerRecord.Layout) {
        self.layout = layout
        answerSize = layout.answerSize
        keys = Array(repeating: 0, count: layout.keySize)
        parents = [AnswerTable.root]
        decisions = [.end]
        answers = Array(repeating: 0, count: layout.answerSize)
    }

    /// Makes room for `count` more nodes.
    mutating func reserve(_ count: Int) {
        keys.reserveCapacity(keys.count + count * layout.keySize)
        parents.reserveCapacity(parents.count + count)
        decisions.reserveCapacity(decisions.count + count)
        answers.reserveCapacity(answers.count + count * answerSize)
    }

    /// All nodes but the root.
    var nodes: Range<UInt32> { 1..<UInt32(count) }

    /// How many bytes a node takes, with its place among the others.
    var nodeSize: Int {
        layout.keySize + answerSize * MemoryLayout<Float>.stride + MemoryLayout<Decision>.stride
            + MemoryLayout<UInt32>.stride
    }

    func parent(of node: UInt32) -> UInt32 { parents[Int(node)] }

    func key(of node: UInt32) -> ArraySlice<UInt8> {
        keys[Int(node) * layout.keySize..<(Int(node) + 1) * layout.keySize]
    }

    func isNode(_ node: UInt32, _ key: [UInt8], below parent: UInt32) -> Bool {
        guard parents[Int(node)] == parent else { return false }
        let start = Int(node) * layout.keySize
        for index in 0..<layout.keySize where keys[start + index] != key[index] { return false }
        return true
    }

    func record(of node: UInt32) -> AnswerRecord {
        let start = Int(node) * answerSize
        return AnswerRecord(
            key: Array(key(of: node)), parent: parent(of: node), decision: decisions[Int(node)],
            answer: Array(answers[start..<start + answerSize]))
    }

    /// Copies what was said at `node`.
    func read(_ node: UInt32, into prediction: inout Prediction) {
        let start = Int(node) * answerSize
        answers.withUnsafeBufferPointer { answers in
            guard let answer = answers.baseAddress.map({ $0 + start }) else { return }
            prediction.end = answer[0]
            prediction.programs.withUnsafeMutableBufferPointer { [layout] in
                $0.baseAddress?.update(from: answer + 1, count: layout.programCount)
            }
            prediction.arguments.withUnsafeMutableBufferPointer { [layout] in
                $0.baseAddress?.update(from: answer + 1 + layout.programCount, count: $0.count)
            }
        }
        prediction.decision = decisions[Int(node)]
    }

    /// Adds a node, and returns it.
    mutating func append(_ key: [UInt8], below parent: UInt32, _ prediction: Prediction) -> UInt32 {
        keys += key
        parents.append(parent)
        decisions.append(prediction.decision)
        answers.append(prediction.end)
        answers += prediction.programs
        answers += prediction.arguments
        return UInt32(count - 1)
    }

    /// Adds a node below `parent` with what `record` says, and returns it.
    mutating func append(_ record: AnswerRecord.Written, below parent: UInt32) -> UInt32 {
        keys += record.key
        parents.append(parent)
        decisions.append(record.decision)
        let start = answers.count
        answers.append(contentsOf: repeatElement(0, count: answerSize))
        answers.withUnsafeMutableBytes { record.copyAnswer(to: $0.baseAddress! + start * MemoryLayout<Float>.stride) }
        return UInt32(count - 1)
    }
}
