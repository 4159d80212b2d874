import Support

/// A training, kept so that it goes on as if it had never stopped.
///
/// A checkpoint is a model file with more in it: it can be run like any model. The frames are not kept; they follow from
/// the caller's recipe, which is part of ``Checkpoint/Summary/notes``.
public enum Checkpoint {
    private enum Key {
        static let state = "npi.checkpoint"
        static let mean = "checkpoint.adam.mean"
        static let square = "checkpoint.adam.square"
        static let best = "checkpoint.best"
        static let stream = "checkpoint.stream"
        static func group(_ index: Int) -> String { "checkpoint.lesson.\(index)" }
    }

    /// What a checkpoint says of its training.
    public struct Summary: Sendable, Codable, Equatable {
        /// Whatever the caller wants to find again, given back as it was.
        public var notes: String
        /// The knobs.
        public var options: TrainingOptions
        /// Updates made.
        public var updateCount: Int
        /// Network steps trained on.
        public var stepCount: Int
        var adamStepCount: Int
        var generator: [UInt64]
        var frameCounts: [Int]
        /// What is learned; nil means everything.
        var learned: LearnedPart?
        /// See ``ModelFile/Contents/texts``; kept beside the summary.
        public internal(set) var texts: [String: String] = [:]

        private enum CodingKeys: CodingKey {
            case notes, options, updateCount, stepCount, adamStepCount, generator, frameCounts, learned
        }

        /// Whether a training can go on with it.
        var isSensible: Bool {
            let counts = 0...1_000_000_000_000
            return options.isSensible && counts.contains(updateCount) && counts.contains(stepCount)
                && counts.contains(adamStepCount)
        }
    }

    /// Writes `trainer` to `path`, or leaves what was there as it was.
    ///
    /// - Parameters:
    ///   - trainer: The training.
    ///   - best: The best network so far, of the same layout, if the caller keeps one.
    ///   - notes: See ``Summary/notes``.
    ///   - training: As for ``ModelFile/write(_:training:texts:to:)``.
    ///   - texts: As for ``ModelFile/write(_:training:texts:to:)``.
    ///   - path: Where to.
    public static func write(
        _ trainer: Trainer, best: Network?, notes: String, training: [String: String], texts: [String: String] = [:],
        to path: String
    ) throws(ModelFileError) {
        var file = ModelFile.container(trainer.network, training: training, texts: texts)
        let groups = trainer.curriculum.groups
        let summary = Summary(
            notes: notes, options: trainer.options, updateCount: trainer.updateCount, stepCount: trainer.stepCount,
            adamStepCount: trainer.optimizer.stepCount, generator: trainer.generator.state,
            frameCounts: groups.map(\.frameCount), learned: trainer.learned)
        file.metadata[Key.state] = ModelFile.encodeJSON(summary)
        func append(_ name: String, _ values: [Float]) {
            file.tensors.append(Safetensors.Tensor(name: name, shape: [values.count], values: values))
        }
        append(Key.mean, trainer.optimizer.mean.values)
        append(Key.square, trainer.optimizer.square.values)
        if let best { append(Key.best, best.parameters.values) }
        if let stream = trainer.stream { append(Key.stream, stream.state) }
        for (index, group) in groups.enumerated() { append(Key.group(index), group.state) }
        try file.write(to: path)
    }

    /// What the checkpoint at `path` says of its training.
    public static func summary(of path: String) throws(ModelFileError) -> Summary {
        try summary(in: try Safetensors(readingFrom: path), path: path)
    }

    /// The training kept at `path` and the best network so far, given the frames that it was made with, the source of those
    /// without end, and that of their images.
    ///
    /// - Throws: ``ModelFileError``, also where the frames are others than those it was made with.
    public static func read(
        _ path: String, frames: [FrameTrace], stream: (any FrameSource)? = nil, images: (any ImageSource)? = nil
    ) throws(ModelFileError) -> (trainer: Trainer, best: Network?) {
        let file = try Safetensors(readingFrom: path)
        let summary = try summary(in: file, path: path)
        let network: Network
        do {
            network = try ModelFile.network(in: file)
        } catch {
            throw ModelFileError(path: path, problem: error)
        }
        let learned = summary.learned ?? .everything
        guard learned.isPart(of: network),
            summary.options.imagesAlone == nil || stream != nil && images != nil && learned.isTold(in: network)
        else { throw ModelFileError(path: path, problem: .notCheckpoint) }
        guard !frames.isEmpty || stream != nil, frames.allSatisfy(network.canLearn) else {
            throw ModelFileError(
                path: path, problem: .otherTraining("its network has other programs or encoders than its frames"))
        }
        var trainer = Trainer(
            network, on: frames, stream: stream, options: summary.options, learning: learned, images: images)
        guard trainer.curriculum.groups.map(\.frameCount) == summary.frameCounts else {
            throw ModelFileError(
                path: path, problem: .otherTraining("it was made with other training frames than this version makes"))
        }
        var values: [String: [Float]] = [:]
        for tensor in file.tensors { values[tensor.name] = tensor.values }
        let count = network.layout.count
        let groups = summary.frameCounts.indices.map { values[Key.group($0)] ?? [] }
        guard let mean = values[Key.mean], let square = values[Key.square], mean.count == count, square.count == count,
            groups.map(\.count) == trainer.curriculum.groups.map(\.state.count),
            values[Key.stream]?.count == trainer.stream?.state.count,
            let generator = SeededGenerator(state: summary.generator),
            values.values.allSatisfy({ $0.allSatisfy(\.isFinite) }), square.allSatisfy({ $0 >= 0 }),
            groups.joined().allSatisfy({ abs($0) <= FrameGroup.largestLoss })
        else { throw ModelFileError(path: path, problem: .otherTraining("its training state is incomplete")) }
        var optimizer = AdamOptimizer(count: count)
        optimizer.mean = FloatArena(mean)
        optimizer.square = FloatArena(square)
        optimizer.stepCount = summary.adamStepCount
        trainer.restore(
            parameters: network.parameters, optimizer: optimizer, generator: generator, groupStates: groups,
            streamState: values[Key.stream], updateCount: summary.updateCount, stepCount: summary.stepCount)
        return (trainer, try best(in: values, like: network, path: path))
    }

    private static func best(
        in values: [String: [Float]], like network: Network, path: String
    ) throws(ModelFileError) -> Network? {
        guard let parameters = values[Key.best] else { return nil }
        guard parameters.count == network.layout.count else {
            throw ModelFileError(path: path, problem: .otherTraining("its best network is incomplete"))
        }
        var best = network
        best.parameters = FloatArena(parameters)
        return best
    }

    private static func summary(in file: Safetensors, path: String) throws(ModelFileError) -> Summary {
        // A checkpoint always has a checksum: nothing but this program writes one.
        guard Checksum.isPresent(in: file),
            var state = file.metadata[Key.state].flatMap({ ModelFile.decodeJSON(Summary.self, $0) }),
            state.isSensible
        else {
            throw ModelFileError(path: path, problem: .notCheckpoint)
        }
        state.texts = ModelFile.texts(in: file)
        return state
    }
}
