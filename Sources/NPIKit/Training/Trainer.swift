/// Trains a network on frames, one update at a time, so that whoever calls it can show progress, stop and go on.
///
///     var trainer = Trainer(network, on: frames)
///     while !trainer.isFinished { let report = trainer.update() }
public struct Trainer: Sendable {
    /// What one update did.
    public struct Report: Sendable {
        /// The mean loss a step, over the update's batches.
        public var loss: Float
        /// How many network steps were trained on.
        public var stepCount: Int
        /// The gradient's norm before clipping.
        public var gradientNorm: Float
        /// Which lessons were drawn.
        public var lessons: [Int]
    }

    /// What is trained.
    public private(set) var network: Network
    /// How it is trained.
    public let options: TrainingOptions
    /// What it is trained on.
    public private(set) var curriculum: Curriculum
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
    private var passes: ParallelPasses<BatchPass>
    private let images: (any ImageSource)?

    /// Prepares to train `network` on `frames`.
    ///
    /// - Parameters:
    ///   - network: What is trained.
    ///   - frames: What it is trained on: at least one frame, of programs and encoders that the network has.
    ///   - options: How.
    ///   - learned: What is learned; the rest of the network stays as it is, bit for bit.
    ///   - images: Makes the images of frames, each draw another variation; needed where there are any.
    public init(
        _ network: Network, on frames: [FrameTrace], options: TrainingOptions = TrainingOptions(),
        learning learned: LearnedPart = .everything, images: (any ImageSource)? = nil
    ) {
        precondition(options.isSensible, "options out of range: \(options)")
        precondition(!frames.isEmpty && frames.allSatisfy(network.canLearn), "frames that the network cannot learn")
        precondition(images != nil || frames.allSatisfy(\.images.isEmpty), "frames with images need their source")
        self.network = network
        self.options = options
        self.images = images
        self.learned = learned
        trainable = learned.ranges(in: network)
        rates = learned.rates(in: network)
        let practice = network.library.programs.filter { Practice.isPractice(network.library[$0]) }
        curriculum = Curriculum(frames, options: options.curriculum, joining: Set(practice))
        generator = SeededGenerator(seed: options.seed)
        optimizer = AdamOptimizer(count: network.layout.count)
        passes = Self.passes(options, network.layout, images)
    }

    /// Whether the planned updates have been made.
    public var isFinished: Bool { updateCount >= options.updateCount }

    /// Makes one update.
    public mutating func update() -> Report {
        makePassesOwn()
        if updateCount % options.estimateInterval == 0, updateCount > 0 { estimateAll() }
        let lessons = passes.all.map { _ in curriculum.drawLesson(using: &generator) }
        let drawn = lessons.map {
            curriculum.drawFrames(
                of: $0, frameLimit: options.frameLimit, rowLimit: rowLimit(of: $0), using: &generator)
        }
        for (pass, lesson) in zip(passes.all, lessons) where curriculum.lessons[lesson].hasImages {
            pass.variation = generator.next() | 1
        }
        let batches = zip(lessons, drawn).map { lesson, frames in
            frames.map { curriculum.lessons[lesson].frames[$0] }
        }
        let steps = batches.joined().reduce(0) { $0 + $1.stepCount }
        let losses = passes.run(batches, in: network, scale: 1 / Float(steps))
        for (index, lesson) in lessons.enumerated() {
            record(lesson, drawn[index], from: passes.all[index])
        }
        let norm = passes.sumGradients(over: trainable)
        optimizer.step(
            &network.parameters, gradient: passes.all[0].gradient,
            scale: AdamOptimizer.clippingScale(norm: norm, limit: options.gradientLimit),
            learningRate: options.learningRate(at: updateCount), ranges: rates.full, slow: rates.slow)
        updateCount += 1
        stepCount += steps
        return Report(
            loss: losses.reduce(0, +) / Float(steps), stepCount: steps, gradientNorm: norm, lessons: lessons)
    }

    /// Measures frames anew, without learning: every frame, but of lessons with images a part, in turn.
    public mutating func estimateAll() {
        makePassesOwn()
        for pass in passes.all { pass.variation = 0 }
        for lesson in curriculum.lessons.indices {
            let sample = estimated(of: lesson)
            var rest = sample[...]
            while !rest.isEmpty {
                let chunks = passes.all.map { _ in chunk(of: lesson, from: &rest) }.filter { !$0.isEmpty }
                _ = passes.run(
                    chunks.map { $0.map { curriculum.lessons[lesson].frames[$0] } }, in: network, scale: nil)
                for index in chunks.indices { record(lesson, chunks[index], from: passes.all[index]) }
            }
            if curriculum.lessons[lesson].hasImages { curriculum.lessons[lesson].adapt(to: sample) }
        }
    }

    /// A copy of a trainer must not work in the memory of the one it came from.
    private mutating func makePassesOwn() {
        guard !isKnownUniquelyReferenced(&passes) else { return }
        passes = Self.passes(options, network.layout, images)
    }

    private static func passes(
        _ options: TrainingOptions, _ layout: ParameterLayout, _ images: (any ImageSource)?
    ) -> ParallelPasses<BatchPass> {
        ParallelPasses(
            (0..<options.batchesPerUpdate).map { _ in
                let pass = BatchPass(layout: layout)
                pass.images = images
                return pass
            })
    }

    private func rowLimit(of lesson: Int) -> Int {
        curriculum.lessons[lesson].hasImages
            ? min(options.rowLimit, TrainingOptions.imageRowLimit) : options.rowLimit
    }

    /// Which frames of a lesson to measure now.
    private func estimated(of lesson: Int) -> [Int] {
        let lesson = curriculum.lessons[lesson]
        guard lesson.hasImages else { return Array(0..<lesson.frameCount) }
        let stride = (lesson.frameCount - 1) / TrainingOptions.imageEstimateLimit + 1
        let turn = updateCount / 500 % stride
        return Array(Swift.stride(from: turn, to: lesson.frameCount, by: stride))
    }

    private func chunk(of lesson: Int, from rest: inout ArraySlice<Int>) -> [Int] {
        let limit = rowLimit(of: lesson)
        let lesson = curriculum.lessons[lesson]
        var rows = 0
        var frames: [Int] = []
        while let next = rest.first, frames.isEmpty || rows + lesson.frames[next].stepCount <= limit {
            rows += lesson.frames[next].stepCount
            frames.append(next)
            rest = rest.dropFirst()
        }
        return frames
    }

    private mutating func record(_ lesson: Int, _ frames: [Int], from pass: BatchPass) {
        for (place, frame) in frames.enumerated() {
            curriculum.lessons[lesson].record(
                frame, loss: pass.frameLosses[place], isRight: pass.frameIsRight[place])
        }
    }

    /// Goes on from what a checkpoint kept.
    mutating func restore(
        parameters: FloatArena, optimizer: AdamOptimizer, generator: SeededGenerator, lessonStates: [[Float]],
        updateCount: Int, stepCount: Int
    ) {
        network.parameters = parameters
        self.optimizer = optimizer
        self.generator = generator
        for index in lessonStates.indices { curriculum.lessons[index].state = lessonStates[index] }
        self.updateCount = updateCount
        self.stepCount = stepCount
    }
}
