import Support

/// Trains a network on frames, one update at a time, so that whoever calls it can show progress, stop and go on.
///
///     var trainer = Trainer(network, on: frames)
///     while !trainer.isFinished { let report = trainer.update() }
public struct Trainer: Sendable {
    /// What one update did.
    public struct Report: Sendable {
        /// The mean loss a step, over the update's batches.
        public var loss: Float
        /// How many network steps were trained on, or images alone.
        public var stepCount: Int
        /// The gradient's norm before clipping.
        public var gradientNorm: Float
        /// Which groups were drawn.
        public var groups: [Int]
    }

    /// What is trained.
    public private(set) var network: Network
    /// How it is trained.
    public private(set) var options: TrainingOptions
    /// The listed frames that it is trained on.
    public private(set) var curriculum: Curriculum
    /// The frames without end that it is trained on, if there are any.
    public private(set) var stream: FrameStream?
    /// How many updates have been made.
    public private(set) var updateCount = 0
    /// How many network steps have been trained on.
    public private(set) var stepCount = 0

    var generator: SeededGenerator
    var optimizer: AdamOptimizer
    /// What is learned.
    public let learned: LearnedPart
    private let trainable: [Range<Int>]
    private let rates: (full: [Range<Int>], slow: [Range<Int>])
    private let batchKinds: [BatchKind]
    private var passes: ParallelPasses<BatchPass>
    private var answerPasses: ParallelPasses<AnswerPass>
    private let images: (any ImageSource)?

    /// Prepares to train `network` on `frames` and on what `stream` gives.
    ///
    /// - Parameters:
    ///   - network: What is trained.
    ///   - frames: What it is trained on, of programs and encoders that the network has.
    ///   - stream: Frames without end beside them. Where there is none, there is at least one of `frames`.
    ///   - options: How.
    ///   - learned: What is learned; the rest of the network stays as it is, bit for bit.
    ///   - images: Makes the images of frames, each draw another variation; needed where there are any.
    public init(
        _ network: Network, on frames: [FrameTrace], stream: (any FrameSource)? = nil,
        options: TrainingOptions = TrainingOptions(), learning learned: LearnedPart = .everything,
        images: (any ImageSource)? = nil
    ) {
        precondition(options.isSensible, "options out of range: \(options)")
        precondition(!frames.isEmpty || stream != nil, "nothing to learn")
        precondition(frames.allSatisfy(network.canLearn), "frames that the network cannot learn")
        precondition(images != nil || frames.allSatisfy(\.images.isEmpty), "frames with images need their source")
        precondition(
            options.imagesAlone == nil || stream != nil && images != nil && learned.isTold(in: network),
            "images alone teach nothing but an encoder that says what it sees")
        self.network = network
        self.options = options
        self.images = images
        self.learned = learned
        self.stream = stream.map(FrameStream.init)
        trainable = learned.ranges(in: network)
        rates = learned.rates(in: network)
        let auxiliary = network.library.programs.filter { AuxiliaryPrograms.isAuxiliary(network.library[$0]) }
        curriculum = Curriculum(frames, options: options.curriculum, joining: Set(auxiliary))
        generator = SeededGenerator(seed: options.seed)
        optimizer = AdamOptimizer(count: network.layout.count)
        batchKinds =
            Array(repeating: .listed, count: frames.isEmpty ? 0 : options.batchesPerUpdate)
            + Array(repeating: .streamed, count: stream == nil ? 0 : options.streamedBatchesPerUpdate)
            + Array(repeating: .told, count: learned.isTold(in: network) ? options.toldBatchesPerUpdate : 0)
        passes = Self.passes(batchKinds.count, network.layout, learned, images)
        answerPasses = Self.answerPasses(options, network.layout, stream?.encoder, images)
    }

    /// Where an update's batches come from.
    private enum BatchKind: Sendable {
        case listed
        case streamed
        /// Streamed frames whose images are told rather than seen.
        case told
    }

    /// A batch, and how to tell what was found of its frames.
    private struct Batch {
        var frames: [FrameTrace]
        /// The group and the frames' places in it; nil for streamed frames.
        var group: Int?
        var places: [Int] = []
        /// Whether nothing was seen, so that it says nothing of how well the network does.
        var isTold = false
    }

    /// Whether the planned updates have been made.
    public var isFinished: Bool { updateCount >= options.updateCount }

    /// Plans more updates, or fewer.
    public mutating func plan(updateCount: Int) {
        options.updateCount = updateCount
        precondition(options.isSensible, "options out of range: \(options)")
    }

    /// Makes one update.
    public mutating func update() -> Report {
        makePassesOwn()
        if updateCount % options.estimateInterval == 0, updateCount > 0 { estimateAll() }
        let found = options.imagesAlone.map { passImages($0) } ?? passFrames()
        optimizer.step(
            &network.parameters, gradient: found.gradient,
            scale: AdamOptimizer.clippingScale(norm: found.report.gradientNorm, limit: options.gradientLimit),
            learningRate: options.learningRate(at: updateCount), ranges: rates.full, slow: rates.slow,
            slowShare: options.imageShare(at: updateCount))
        updateCount += 1
        stepCount += found.report.stepCount
        return found.report
    }

    /// The gradient of batches of frames.
    private mutating func passFrames() -> (report: Report, gradient: FloatArena) {
        let batches = batchKinds.filter { $0 != .told || updateCount < TrainingOptions.toldUpdateCount }.map {
            draw($0)
        }
        for (pass, batch) in zip(passes.all, batches) { pass.isTold = batch.isTold }
        for pass in passes.all where images != nil { pass.variation = generator.next() | 1 }
        let steps = batches.lazy.flatMap(\.frames).reduce(0) { $0 + $1.stepCount }
        let losses = passes.run(batches.map(\.frames), in: network, scale: 1 / Float(steps))
        for (batch, pass) in zip(batches, passes.all) { record(batch, from: pass) }
        let norm = passes.sumGradients(ofFirst: batches.count, over: trainable)
        let report = Report(
            loss: losses.reduce(0, +) / Float(steps), stepCount: steps, gradientNorm: norm,
            groups: batches.compactMap(\.group))
        return (report, passes.all[0].gradient)
    }

    /// The gradient of `count` images of what the stream shows, each for itself.
    private mutating func passImages(_ count: Int) -> (report: Report, gradient: FloatArena) {
        let keys = stream?.source.drawImages(count, using: &generator) ?? []
        let batches = answerPasses.all.indices.map { pass in
            keys.indices.filter { $0 % answerPasses.all.count == pass }.map { keys[$0] }
        }
        for pass in answerPasses.all { pass.variation = generator.next() }
        let losses = answerPasses.run(batches, in: network, scale: 1 / Float(count))
        for result in answerPasses.all.lazy.flatMap(\.results) {
            stream?.record(loss: result.loss, isRight: result.isRight)
        }
        let norm = answerPasses.sumGradients(ofFirst: batches.count, over: trainable)
        let report = Report(
            loss: losses.reduce(0, +) / Float(count), stepCount: count, gradientNorm: norm, groups: [])
        return (report, answerPasses.all[0].gradient)
    }

    private mutating func draw(_ kind: BatchKind) -> Batch {
        if kind != .listed, let stream {
            let isTold = kind == .told
            let frames = stream.drawFrames(
                imageLimit: isTold ? .max : options.imageLimit, rowLimit: options.rowLimit, using: &generator)
            return Batch(frames: frames, isTold: isTold)
        }
        let group = curriculum.drawGroup(using: &generator)
        let places = curriculum.drawFrames(
            of: group, frameLimit: options.frameLimit, rowLimit: options.rowLimit, using: &generator)
        return Batch(frames: places.map { curriculum.groups[group].frames[$0] }, group: group, places: places)
    }

    private mutating func record(_ batch: Batch, from pass: BatchPass) {
        guard let group = batch.group else {
            for (place, frame) in batch.frames.enumerated() where !batch.isTold {
                stream?.record(frame, loss: pass.frameLosses[place], isRight: pass.frameIsRight[place])
            }
            return
        }
        for (place, frame) in batch.places.enumerated() {
            curriculum.groups[group].record(
                frame, loss: pass.frameLosses[place], isRight: pass.frameIsRight[place])
        }
    }

    /// Measures every listed frame anew, without learning. What is streamed is new whenever it is drawn.
    public mutating func estimateAll() {
        makePassesOwn()
        for pass in passes.all { (pass.variation, pass.isTold) = (0, false) }
        for group in curriculum.groups.indices {
            var rest = curriculum.groups[group].frames.indices
            while !rest.isEmpty {
                let batches = passes.all.map { _ in chunk(of: group, from: &rest) }.filter { !$0.frames.isEmpty }
                _ = passes.run(batches.map(\.frames), in: network, scale: nil)
                for (batch, pass) in zip(batches, passes.all) { record(batch, from: pass) }
            }
        }
    }

    private func chunk(of group: Int, from rest: inout Range<Int>) -> Batch {
        let frames = curriculum.groups[group].frames
        var batch = Batch(frames: [], group: group)
        var rows = 0
        while let next = rest.first, batch.frames.isEmpty || rows + frames[next].stepCount <= options.rowLimit {
            rows += frames[next].stepCount
            batch.frames.append(frames[next])
            batch.places.append(next)
            rest = rest.dropFirst()
        }
        return batch
    }

    /// A copy of a trainer must not work in the memory of the one it came from.
    private mutating func makePassesOwn() {
        if !isKnownUniquelyReferenced(&passes) {
            passes = Self.passes(batchKinds.count, network.layout, learned, images)
        }
        if !isKnownUniquelyReferenced(&answerPasses) {
            answerPasses = Self.answerPasses(options, network.layout, stream?.source.encoder, images)
        }
    }

    /// As many passes as there are streamed batches, where images are learned alone.
    private static func answerPasses(
        _ options: TrainingOptions, _ layout: ParameterLayout, _ encoder: String?, _ images: (any ImageSource)?
    ) -> ParallelPasses<AnswerPass> {
        guard options.imagesAlone != nil, let encoder, let images else { return ParallelPasses([]) }
        return ParallelPasses(
            (0..<options.streamedBatchesPerUpdate).map { _ in
                AnswerPass(layout: layout, images: images, encoder: encoder)
            })
    }

    private static func passes(
        _ count: Int, _ layout: ParameterLayout, _ learned: LearnedPart, _ images: (any ImageSource)?
    ) -> ParallelPasses<BatchPass> {
        ParallelPasses(
            (0..<count).map { _ in
                let pass = BatchPass(layout: layout)
                pass.images = images
                pass.learnsBehindEncoders = !learned.isEncoder
                return pass
            })
    }

    /// Goes on from what a checkpoint kept.
    mutating func restore(
        parameters: FloatArena, optimizer: AdamOptimizer, generator: SeededGenerator, groupStates: [[Float]],
        streamState: [Float]?, updateCount: Int, stepCount: Int
    ) {
        network.parameters = parameters
        self.optimizer = optimizer
        self.generator = generator
        for index in groupStates.indices { curriculum.groups[index].state = groupStates[index] }
        if let streamState { stream?.state = streamState }
        self.updateCount = updateCount
        self.stepCount = stepCount
    }
}
