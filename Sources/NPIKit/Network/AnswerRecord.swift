/// What was said at one node of an ``AnswerTable``.
struct AnswerRecord: Sendable {
    /// What was seen; see ``StepKey``.
    var key: [UInt8]
    /// The node that it follows on.
    var parent: UInt32
    /// What was decided.
    var decision: Decision
    /// With which probabilities: that of the end, those of the programs, and those of the arguments.
    var answer: [Float]

    /// How records are written: the key, the parent, the decision, the answer and a checksum,
    /// all in the machine's own byte order.
    struct Layout: Hashable, Sendable {
        /// How many bytes describe a step.
        var keySize: Int
        /// How many programs there are to choose from.
        var programCount: Int

        /// How many floats an answer has.
        var answerSize: Int { 1 + programCount + Arguments.count * Arguments.valueCount }
        /// How many bytes a record has.
        var size: Int { keySize + 4 + AnswerRecord.decisionSize + 4 * answerSize + 8 }
    }

    private static let decisionSize = 8

    /// A hash of a key below a node.
    static func hash(_ key: ArraySlice<UInt8>, below parent: UInt32) -> UInt64 {
        var hash = UInt64(parent) &* 0x9E37_79B9_7F4A_7C15
        func take(_ word: UInt64) {
            hash = (hash ^ word) &* 0xBF58_476D_1CE4_E5B9
            hash ^= hash >> 32
        }
        key.withUnsafeBytes { bytes in
            let whole = bytes.count / 8 * 8
            for place in stride(from: 0, to: whole, by: 8) {
                take(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            }
            for place in whole..<bytes.count { take(UInt64(bytes[place])) }
        }
        return hash
    }

    init(key: [UInt8], parent: UInt32, decision: Decision, answer: [Float]) {
        (self.key, self.parent, self.decision, self.answer) = (key, parent, decision, answer)
    }

    /// What `written` says.
    init(_ written: Written) {
        let answer = [Float](unsafeUninitializedCapacity: written.layout.answerSize) { answer, count in
            written.copyAnswer(to: answer.baseAddress!)
            count = written.layout.answerSize
        }
        self.init(key: Array(written.key), parent: written.parent, decision: written.decision, answer: answer)
    }

    /// A record as bytes, which are whole and make sense.
    struct Written: Sendable {
        let parent: UInt32
        let decision: Decision
        let layout: Layout
        private let bytes: ArraySlice<UInt8>

        /// The record of `node` in `bytes`, as many as ``Layout/size`` says; nil where they are damaged, or make no sense.
        init?(_ bytes: ArraySlice<UInt8>, of node: UInt32, _ layout: Layout) {
            let (parent, check) = bytes.withUnsafeBytes { bytes in
                (
                    bytes.loadUnaligned(fromByteOffset: layout.keySize, as: UInt32.self),
                    bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
                )
            }
            let first = bytes.startIndex + layout.keySize + 4
            guard AnswerRecord.checksum(of: bytes.dropLast(8), node) == check,
                let decision = AnswerRecord.decision(
                    of: bytes[first..<first + AnswerRecord.decisionSize], layout.programCount)
            else { return nil }
            (self.parent, self.decision) = (parent, decision)
            (self.bytes, self.layout) = (bytes, layout)
            guard areProbabilities else { return nil }
        }

        /// What was seen.
        var key: ArraySlice<UInt8> { bytes.prefix(layout.keySize) }

        /// Writes the probabilities, as many floats as ``Layout/answerSize`` says.
        func copyAnswer(to target: UnsafeMutableRawPointer) {
            bytes.withUnsafeBytes { target.copyMemory(from: $0.baseAddress! + place, byteCount: 4 * layout.answerSize) }
        }

        /// Whether all are.
        private var areProbabilities: Bool {
            bytes.withUnsafeBytes { bytes in
                (0..<layout.answerSize).allSatisfy {
                    let value = bytes.loadUnaligned(fromByteOffset: place + 4 * $0, as: Float.self)
                    return value >= 0 && value <= 1
                }
            }
        }

        /// Where they begin.
        private var place: Int { layout.keySize + 4 + AnswerRecord.decisionSize }
    }

    /// The record as bytes that say that it is of `node`.
    func bytes(of node: UInt32) -> [UInt8] {
        var bytes = key
        withUnsafeBytes(of: parent) { bytes += $0 }
        bytes += Self.bytes(of: decision)
        for value in answer { withUnsafeBytes(of: value) { bytes += $0 } }
        withUnsafeBytes(of: Self.checksum(of: bytes[...], node)) { bytes += $0 }
        return bytes
    }

    /// FNV-1a with 64 bits (Fowler, Noll & Vo 1991), over four bytes at a time, of the node's number and the bytes.
    private static func checksum(of bytes: ArraySlice<UInt8>, _ node: UInt32) -> UInt64 {
        bytes.withUnsafeBytes { raw in
            var hash: UInt64 = (0xCBF2_9CE4_8422_2325 ^ UInt64(node)) &* 0x100_0000_01B3
            let whole = raw.count / 4 * 4
            for place in stride(from: 0, to: whole, by: 4) {
                let word = raw.loadUnaligned(fromByteOffset: place, as: UInt32.self)
                hash = (hash ^ UInt64(word)) &* 0x100_0000_01B3
            }
            for place in whole..<raw.count { hash = (hash ^ UInt64(raw[place])) &* 0x100_0000_01B3 }
            return hash
        }
    }

    private static func bytes(of decision: Decision) -> [UInt8] {
        func bytes(_ kind: UInt8, _ program: Int, _ arguments: Arguments) -> [UInt8] {
            [kind, UInt8(truncatingIfNeeded: program), UInt8(truncatingIfNeeded: program >> 8), 0]
                + (0..<Arguments.count).map { UInt8(arguments[$0]) } + [0]
        }
        switch decision {
        case .end: return bytes(0, 0, .none)
        case .call(let program, let arguments): return bytes(1, program.rawValue, arguments)
        case .act(let arguments): return bytes(2, 0, arguments)
        }
    }

    private static func decision(of bytes: ArraySlice<UInt8>, _ programCount: Int) -> Decision? {
        let first = bytes.startIndex
        let arguments = bytes[first + 4..<first + 4 + Arguments.count].map(Int.init)
        guard arguments.allSatisfy({ $0 < Arguments.valueCount }) else { return nil }
        let program = Int(bytes[first + 1]) | Int(bytes[first + 2]) << 8
        switch bytes[first] {
        case 0: return .end
        case 1 where program < programCount:
            return .call(ProgramID(rawValue: program), Arguments(arguments[0], arguments[1], arguments[2]))
        case 2: return .act(Arguments(arguments[0], arguments[1], arguments[2]))
        default: return nil
        }
    }
}
