/// What was said at each node of an ``AnswerTable``, in the order in which the nodes were added; the first is the root, which says
/// nothing.
struct AnswerEntries: Sendable {
    /// How many bytes describe a step.
    let keySize: Int
    /// How many programs there are to choose from.
    let programCount: Int

    /// How many nodes, the root among them.
    var count: Int { contents.parents.count }
    private(set) var contents: Contents
    private let answerSize: Int

    /// Each node's key, the node that it follows on, what was decided, and with which probabilities: that of the end, those of the
    /// programs, and those of the arguments.
    struct Contents: Sendable {
        var keys: [UInt8]
        var parents: [UInt32]
        var decisions: [Decision]
        var answers: [Float]
    }

    /// The root alone.
    init(keySize: Int, programCount: Int) {
        self.keySize = keySize
        self.programCount = programCount
        answerSize = Self.answerSize(programCount)
        contents = Contents(
            keys: Array(repeating: 0, count: keySize), parents: [AnswerTable.root], decisions: [.end],
            answers: Array(repeating: 0, count: answerSize))
    }

    /// The nodes of `contents`; nil where they make no tree.
    init?(keySize: Int, programCount: Int, _ contents: Contents) {
        self.keySize = keySize
        self.programCount = programCount
        self.contents = contents
        answerSize = Self.answerSize(programCount)
        guard count >= 1, contents.decisions.count == count, contents.keys.count == count * keySize,
            contents.answers.count == count * answerSize, contents.parents[0] == AnswerTable.root,
            contents.answers.allSatisfy({ $0 >= 0 && $0 <= 1 }), nodes.allSatisfy({ parent(of: $0) < $0 }),
            depths.allSatisfy({ $0 <= AnswerTable.depthLimit })
        else { return nil }
    }

    /// How many floats an answer has.
    static func answerSize(_ programCount: Int) -> Int { 1 + programCount + Arguments.count * Arguments.valueCount }

    /// How many steps lead to each node.
    var depths: [Int] {
        var depths = [0]
        for node in nodes { depths.append(depths[Int(parent(of: node))] + 1) }
        return depths
    }

    /// All nodes but the root.
    var nodes: Range<UInt32> { 1..<UInt32(count) }

    /// How many bytes a node takes, with its place among the others.
    var nodeSize: Int {
        keySize + answerSize * MemoryLayout<Float>.stride + MemoryLayout<Decision>.stride + MemoryLayout<UInt32>.stride
    }

    func parent(of node: UInt32) -> UInt32 { contents.parents[Int(node)] }

    func key(of node: UInt32) -> ArraySlice<UInt8> { contents.keys[Int(node) * keySize..<(Int(node) + 1) * keySize] }

    func isNode(_ node: UInt32, _ key: [UInt8], below parent: UInt32) -> Bool {
        guard contents.parents[Int(node)] == parent else { return false }
        let start = Int(node) * keySize
        for index in 0..<keySize where contents.keys[start + index] != key[index] { return false }
        return true
    }

    /// Copies what was said at `node`.
    func read(_ node: UInt32, into prediction: inout Prediction) {
        let start = Int(node) * answerSize
        contents.answers.withUnsafeBufferPointer { answers in
            guard let answer = answers.baseAddress.map({ $0 + start }) else { return }
            prediction.end = answer[0]
            prediction.programs.withUnsafeMutableBufferPointer {
                $0.baseAddress?.update(from: answer + 1, count: programCount)
            }
            prediction.arguments.withUnsafeMutableBufferPointer { [programCount] in
                $0.baseAddress?.update(from: answer + 1 + programCount, count: $0.count)
            }
        }
        prediction.decision = contents.decisions[Int(node)]
    }

    /// Adds a node, and returns it.
    mutating func append(_ key: [UInt8], below parent: UInt32, _ prediction: Prediction) -> UInt32 {
        contents.keys += key
        contents.parents.append(parent)
        contents.decisions.append(prediction.decision)
        contents.answers.append(prediction.end)
        contents.answers += prediction.programs
        contents.answers += prediction.arguments
        return UInt32(count - 1)
    }
}
