package import Foundation

/// A network that is asked once: what it has said to a frame that saw the same before is looked up.
///
/// Every answer is the network's own, to the bit, since nothing but what a frame has seen enters into it; see
/// ``AnswerTable``. Where the frames of a program are bounded (recursion in place of loops) all that they can see is soon
/// known, and a run no longer asks the network at all. Long loops and worlds with images go to the network.
///
/// A frame that the table knows keeps one float, its node's number, in place of the network's state.
package struct CachedPredictor: StepPredictor {
    /// One number: a frame's node. A frame that has left the table has the network's whole state.
    package let stateSize = 1

    private var network: NetworkPredictor
    private let table: AnswerTable
    private var key: StepKey
    /// What `next` is exchanged with where it must have another size.
    private var spare: [Float]
    private var state: [Float]
    private var reached: [Float]
    private let zeros: [Float]

    /// What has the place of a frame's own buffers while the network is asked, for each step of a batch.
    private var exchanges: [Exchange] = []
    /// The steps of a batch that are the same as others of it.
    private var repeats = RepeatedSteps()

    private struct Exchange {
        /// The frame's node; nil where it has left the table, or never was in it.
        var node: UInt32?
        /// Whether the frame has this `state` in place of its own, which is its node's number.
        var hasState = false
        /// What the frame has seen since it had `state`.
        var keys: [[UInt8]] = []
        var state: [Float] = []
        var next: [Float] = []
    }

    /// Prepares `network`.
    ///
    /// - Parameters:
    ///   - kept: What ``answers(identity:)`` gave before. What of it is damaged, or all where it is of something else, is not known.
    ///   - isShared: See ``NetworkPredictor/init(_:isShared:)``.
    package init(_ network: Network, kept: KeptAnswers? = nil, isShared: Bool = false) {
        self.network = NetworkPredictor(network, isShared: isShared)
        key = StepKey(of: network.encoders)
        zeros = Array(repeating: 0, count: self.network.stateSize)
        (state, reached, spare) = (zeros, zeros, zeros)
        let layout = AnswerRecord.Layout(keySize: key.bytes.count, programCount: network.library.count)
        table = AnswerTable(
            layout, kept.flatMap { AnswerFile($0, layout) }, stateSize: self.network.stateSize)
    }

    /// What is known, for another process that runs the same network by the same arithmetic.
    ///
    /// - Parameter identity: What the answers depend on: the network, and the arithmetic.
    package func answers(identity: String) -> Data { table.data(identity: identity) }

    /// The programs that it can call.
    package var library: ProgramLibrary { network.library }

    /// The network's program memory.
    package var memory: ProgramMemory? { network.memory }

    /// The network itself.
    package var uncached: any StepPredictor { network }

    /// How many different answers are known, kept ones among them.
    package var answerCount: Int { table.counts.all }

    /// How many of these the network has given since the predictor was made.
    package var newAnswerCount: Int { table.counts.new }

    /// Whether kept answers were found to be damaged.
    package var isDamaged: Bool { table.counts.isDamaged }

    /// Checks that the network has an encoder made for `spec`.
    package func check(_ spec: ObservationSpec) throws(StepPredictorError) {
        try network.check(spec)
    }

    /// The network's state of a frame whose state here is `state`.
    package func uncachedState(of state: [Float]) -> [Float] {
        guard state.count == stateSize else { return state }
        var copy = self
        copy.find(state[0].bitPattern)
        return copy.state
    }

    /// What the network's encoder says of an image; see ``StepPredictor``.
    package mutating func imageAnswers(encoder: String, observation: Observation) -> [[Float]]? {
        network.imageAnswers(encoder: encoder, observation: observation)
    }

    /// Looks up one step, or evaluates it; see ``StepPredictor``.
    package mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        guard state.count == stateSize, observation.pixels.isEmpty else {
            resize(&next, to: zeros.count)
            network.predict(
                encoder: encoder, observation: observation, program: program, arguments: arguments,
                from: state.count == stateSize ? zeros : state, to: &next, into: &prediction)
            return
        }
        key.write(encoder, observation.categories, program, arguments)
        let start = state[0].bitPattern
        if lookUp(at: start, to: &next, into: &prediction) { return }
        find(start)
        network.predict(
            encoder: encoder, observation: observation, program: program, arguments: arguments, from: self.state,
            to: &reached, into: &prediction)
        let (seen, said) = (key.bytes, prediction)
        if let child = table.withStorage({ $0.add(seen, at: start, said, state: reached) }) {
            set(&next, to: child)
        } else {
            resize(&next, to: zeros.count)
            swap(&next, &reached)
        }
    }

    /// Looks up one step; see ``StepPredictor``.
    package mutating func recall(_ step: inout PendingStep) -> Bool {
        guard let node = Self.node(of: step) else { return false }
        write(step)
        return lookUp(at: node, to: &step.next, into: &step.prediction)
    }

    /// Looks up what was said to a frame at `node` that sees what `key` says; false where it was never there.
    private mutating func lookUp(
        at node: UInt32, to next: inout [Float], into prediction: inout Prediction
    ) -> Bool {
        guard let child = table.find(key.bytes, at: node, into: &prediction) else { return false }
        set(&next, to: child)
        return true
    }

    /// Makes `next` the state of a frame at `node`.
    private mutating func set(_ next: inout [Float], to node: UInt32) {
        resize(&next, to: stateSize)
        next[0] = Float(bitPattern: node)
    }

    /// Asks the network the first `count` of `steps` together, each once, and keeps what it says; see ``StepPredictor``.
    package mutating func predict(_ steps: inout [PendingStep], count: Int) {
        let different = repeats.gather(&steps, count: count, node: Self.node) { step, node in
            key.write(step.encoder, step.observation.categories, step.program, step.arguments)
            return AnswerRecord.hash(key.bytes[...], below: node ?? AnswerTable.root)
        }
        ask(&steps, count: different)
        for index in different..<count where !recall(&steps[index]) {
            // The table has no room for what was said.
            steps.swapAt(0, index)
            ask(&steps, count: 1)
            steps.swapAt(0, index)
        }
        repeats.putBack(&steps)
    }

    private mutating func ask(_ steps: inout [PendingStep], count: Int) {
        while exchanges.count < count { exchanges.append(Exchange()) }
        table.withStorage { storage in
            for index in 0..<count { prepare(&steps[index], index, storage) }
        }
        for index in 0..<count where !exchanges[index].keys.isEmpty {
            replay(exchanges[index].keys, from: &steps[index].state)
        }
        network.predict(&steps, count: count)
        table.withStorage { storage in
            for index in 0..<count { keep(&steps[index], index, in: &storage) }
        }
    }

    /// Where the frame of `step` is in the table; nil where it has left it, or never was in it.
    private static func node(of step: PendingStep) -> UInt32? {
        step.state.count == 1 && step.observation.pixels.isEmpty ? step.state[0].bitPattern : nil
    }

    private mutating func write(_ step: PendingStep) {
        key.write(step.encoder, step.observation.categories, step.program, step.arguments)
    }

    /// Gives step number `index` the network's state, as far as it is held.
    private mutating func prepare(_ step: inout PendingStep, _ index: Int, _ storage: AnswerStorage) {
        exchanges[index].node = Self.node(of: step)
        exchanges[index].hasState = step.state.count == stateSize
        exchanges[index].keys = []
        if exchanges[index].hasState {
            if exchanges[index].state.count != zeros.count { exchanges[index].state = zeros }
            // A frame that never was in the table has taken no step yet.
            exchanges[index].keys = Self.find(
                exchanges[index].node ?? AnswerTable.root, in: storage, into: &exchanges[index].state)
            swap(&step.state, &exchanges[index].state)
        }
        if step.next.count != zeros.count {
            if exchanges[index].next.count != zeros.count { exchanges[index].next = zeros }
            swap(&step.next, &exchanges[index].next)
        }
    }

    /// Keeps what was said to step number `index`, and gives it back its own state.
    private mutating func keep(_ step: inout PendingStep, _ index: Int, in storage: inout AnswerStorage) {
        if exchanges[index].hasState { swap(&step.state, &exchanges[index].state) }
        guard let node = exchanges[index].node else { return }
        write(step)
        guard let child = storage.add(key.bytes, at: node, step.prediction, state: step.next) else { return }
        swap(&step.next, &exchanges[index].next)
        set(&step.next, to: child)
    }

    /// Brings the state at `node` into `state`, by the network where it is not held any more.
    private mutating func find(_ node: UInt32) {
        let keys = table.withStorage { Self.find(node, in: $0, into: &state) }
        guard !keys.isEmpty else { return }
        var found: [Float] = []
        swap(&state, &found)
        replay(keys, from: &found)
        swap(&state, &found)
    }

    /// Brings the last state on the way to `node` that is held into `state`, and returns what was seen from there on.
    private static func find(_ node: UInt32, in storage: AnswerStorage, into state: inout [Float]) -> [[UInt8]] {
        let (start, keys) = storage.way(to: node, state: &state)
        if start == AnswerTable.root { for index in state.indices { state[index] = 0 } }
        return keys
    }

    /// Makes of a frame's `state` what it is after it has seen `keys`.
    private mutating func replay(_ keys: [[UInt8]], from state: inout [Float]) {
        var prediction = Prediction(programCount: library.count)
        for step in keys.map(key.step) {
            network.predict(
                encoder: step.encoder, observation: step.observation, program: step.program,
                arguments: step.arguments, from: state, to: &reached, into: &prediction)
            swap(&state, &reached)
        }
    }

    /// Gives `buffer` room for `count` floats.
    private mutating func resize(_ buffer: inout [Float], to count: Int) {
        guard buffer.count != count else { return }
        if spare.count != count { spare = Array(repeating: 0, count: count) }
        swap(&buffer, &spare)
    }
}
