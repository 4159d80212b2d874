/// Frames of one encoder, packed for batched training: no row is padding.
///
/// R rows altogether, the sum of all lengths, in the order of ``PackedSteps``.
struct PackedBatch {
    /// Which encoder reads the rows: an index into the network's encoders.
    private(set) var encoder = 0
    /// Which rows belong to which step.
    private(set) var steps = PackedSteps()
    /// The indices of ones among the encoder's inputs: R x (fields + 3).
    private(set) var ones: [Int32] = []
    /// How many ones a row has.
    private(set) var onesPerRow = 0
    /// The different images that the rows show; none where the encoder sees none.
    private(set) var images: [ImageKey] = []
    /// Which of them each row shows: R.
    private(set) var imagePlaces: [Int32] = []
    private var places: [ImageKey: Int32] = [:]
    /// Which of the packed frames each row belongs to: R.
    private(set) var frames: [Int32] = []
    /// The program of each row: R.
    private(set) var programs: [Int32] = []
    /// 1 where the frame returns: R.
    private(set) var ends: [Float] = []
    /// The program called, or -1 where the frame returns: R.
    private(set) var callees: [Int32] = []
    /// The arguments given: R.
    private(set) var arguments: [Arguments] = []

    /// How many frames there are.
    var frameCount: Int { steps.sequenceCount }
    /// How many rows there are.
    var rowCount: Int { steps.rowCount }

    /// Packs `traces`, which share one encoder of `network`, into the memory that the batch already has.
    mutating func pack(_ traces: [FrameTrace], for network: Network) {
        precondition(!traces.isEmpty && traces.allSatisfy { $0.encoder == traces[0].encoder })
        guard let encoder = network.encoders.firstIndex(where: { $0.encoder == traces[0].encoder }),
            let act = network.library.program(named: ProgramLibrary.act)
        else { preconditionFailure("the network has no encoder \(traces[0].encoder) or no ACT") }
        clear()
        self.encoder = encoder
        let spec = network.encoders[encoder]
        let fields = spec.fields.count
        onesPerRow = fields + Arguments.count
        steps.pack(lengths: traces.map(\.stepCount))
        for step in 0..<steps.stepCount {
            for place in 0..<steps.activeCounts[step] {
                append(traces[steps.order[place]], step: step, frame: place, spec: spec, act: act)
            }
        }
    }

    private mutating func append(
        _ trace: FrameTrace, step: Int, frame: Int, spec: ObservationSpec, act: ProgramID
    ) {
        var start: Int32 = 0
        let first = step * spec.fields.count
        for index in spec.fields.indices {
            ones.append(start + Int32(trace.categories[first + index]))
            start += Int32(spec.fields[index].size)
        }
        for index in 0..<Arguments.count {
            ones.append(start + Int32(index * Arguments.valueCount + trace.arguments[index]))
        }
        if !trace.images.isEmpty { append(trace.images[step]) }
        frames.append(Int32(frame))
        programs.append(Int32(trace.program.rawValue))
        switch trace.decisions[step] {
        case .call(let callee, let given): appendTarget(end: 0, callee, given)
        case .act(let given): appendTarget(end: 0, act, given)
        case .end: appendTarget(end: 1, nil, .none)
        }
    }

    private mutating func append(_ image: ImageKey) {
        if let place = places[image] { return imagePlaces.append(place) }
        let place = Int32(images.count)
        images.append(image)
        places[image] = place
        imagePlaces.append(place)
    }

    private mutating func appendTarget(end: Float, _ callee: ProgramID?, _ given: Arguments) {
        ends.append(end)
        callees.append(callee.map { Int32($0.rawValue) } ?? -1)
        arguments.append(given)
    }

    private mutating func clear() {
        ones.removeAll(keepingCapacity: true)
        images.removeAll(keepingCapacity: true)
        imagePlaces.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        frames.removeAll(keepingCapacity: true)
        programs.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        callees.removeAll(keepingCapacity: true)
        arguments.removeAll(keepingCapacity: true)
    }
}
