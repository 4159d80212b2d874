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

    /// The steps of a batch that are not known, each with its place among all.
    private var unknown: [UnknownStep] = []
    private var asked: [PendingStep] = []

    /// A step that the network is asked, with what has its place in the frame meanwhile.
    private struct UnknownStep {
        var place = 0
        /// The frame's node; nil where it has left the table, or never was in it.
        var node: UInt32?
        /// Whether `state` is the frame's own, in exchange for the network's.
        var isExchanged = false
        var state: [Float] = []
        var next: [Float] = []
    }

    /// Prepares `network`.
    ///
    /// - Parameters:
    ///   - answers: What ``answers(identity:)`` gave before. Where it is damaged, or of something else, nothing is known yet.
    ///   - identity: What the answers depend on.
    package init(_ network: Network, answers: Data = Data(), identity: String = "") {
        self.network = NetworkPredictor(network)
        key = StepKey(of: network.encoders)
        zeros = Array(repeating: 0, count: self.network.stateSize)
        (state, reached, spare) = (zeros, zeros, zeros)
        let (size, programCount) = (key.bytes.count, network.library.count)
        let kept = AnswerFile.entries(in: answers, identity: identity, keySize: size, programCount: programCount)
        let known = kept.flatMap { [key] entries in
            entries.nodes.allSatisfy { key.isStep(entries.key(of: $0), programCount: programCount) } ? entries : nil
        }
        table = AnswerTable(
            known ?? AnswerEntries(keySize: size, programCount: programCount), stateSize: self.network.stateSize)
    }

    /// What is known, for another process that runs the same network by the same arithmetic.
    ///
    /// - Parameter identity: What the answers depend on: the network, and the arithmetic.
    package func answers(identity: String) -> Data { AnswerFile.data(of: table.entries, identity: identity) }

    /// The programs that it can call.
    package var library: ProgramLibrary { network.library }

    /// The network's program memory.
    package var memory: ProgramMemory? { network.memory }

    /// The network itself.
    package var uncached: any StepPredictor { network }

    /// How many different answers are known.
    package var answerCount: Int { table.count - 1 }

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
        if let child = table.find(key.bytes, at: start, into: &prediction) {
            resize(&next, to: stateSize)
            next[0] = Float(bitPattern: child)
            return
        }
        find(start)
        network.predict(
            encoder: encoder, observation: observation, program: program, arguments: arguments, from: self.state,
            to: &reached, into: &prediction)
        if let child = table.add(key.bytes, at: start, prediction, state: reached) {
            resize(&next, to: stateSize)
            next[0] = Float(bitPattern: child)
        } else {
            resize(&next, to: zeros.count)
            swap(&next, &reached)
        }
    }

    /// Looks up the first `count` of `steps`, and asks those that are not known together; see ``StepPredictor``.
    package mutating func predict(_ steps: inout [PendingStep], count: Int) {
        var unknownCount = 0
        for place in 0..<count {
            var node: UInt32?
            if steps[place].state.count == stateSize, steps[place].observation.pixels.isEmpty {
                let start = steps[place].state[0].bitPattern
                write(steps[place])
                if let child = table.find(key.bytes, at: start, into: &steps[place].prediction) {
                    resize(&steps[place].next, to: stateSize)
                    steps[place].next[0] = Float(bitPattern: child)
                    continue
                }
                node = start
            }
            if unknownCount == asked.count {
                unknown.append(UnknownStep())
                asked.append(PendingStep())
            }
            swap(&steps[place], &asked[unknownCount])
            prepare(unknownCount, place: place, node: node)
            unknownCount += 1
        }
        guard unknownCount > 0 else { return }
        network.predict(&asked, count: unknownCount)
        for index in 0..<unknownCount {
            keep(index)
            swap(&steps[unknown[index].place], &asked[index])
        }
    }

    private mutating func write(_ step: PendingStep) {
        key.write(step.encoder, step.observation.categories, step.program, step.arguments)
    }

    /// Gives the step that is asked as number `index` the network's state.
    private mutating func prepare(_ index: Int, place: Int, node: UInt32?) {
        unknown[index].place = place
        unknown[index].node = node
        unknown[index].isExchanged = asked[index].state.count == stateSize
        if unknown[index].isExchanged {
            if unknown[index].state.count != zeros.count { unknown[index].state = zeros }
            if let node {
                find(node)
            } else {
                state.replaceSubrange(0..<state.count, with: zeros)
            }
            unknown[index].state.replaceSubrange(0..<zeros.count, with: state)
            swap(&asked[index].state, &unknown[index].state)
        }
        if asked[index].next.count != zeros.count {
            if unknown[index].next.count != zeros.count { unknown[index].next = zeros }
            swap(&asked[index].next, &unknown[index].next)
        }
    }

    /// Keeps what was said to the step that was asked as number `index`, and gives it back its own state.
    private mutating func keep(_ index: Int) {
        if unknown[index].isExchanged { swap(&asked[index].state, &unknown[index].state) }
        guard let node = unknown[index].node else { return }
        write(asked[index])
        guard let child = table.add(key.bytes, at: node, asked[index].prediction, state: asked[index].next) else {
            return
        }
        swap(&asked[index].next, &unknown[index].next)
        resize(&asked[index].next, to: stateSize)
        asked[index].next[0] = Float(bitPattern: child)
    }

    /// Brings the state at `node` into `state`, by the network where it is not held any more.
    private mutating func find(_ node: UInt32) {
        let (start, keys) = table.way(to: node, state: &state)
        if start == AnswerTable.root { state.replaceSubrange(0..<state.count, with: zeros) }
        guard !keys.isEmpty else { return }
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
