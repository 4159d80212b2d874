/// A sequence network in a safetensors file, and its training where that is not over.
public enum SequenceFile {
    /// The newest version of the metadata that is read.
    static let version = "1"

    private enum Key {
        static let version = "npi.sequence.version"
        static let shape = "npi.sequence.shape"
        static let state = "npi.sequence.training"
    }

    /// Writes `network` to `path`, or leaves what was there as it was.
    public static func write(_ network: SequenceNetwork, to path: String) throws(ModelFileError) {
        try container(network).write(to: path)
    }

    /// Reads the network at `path`.
    ///
    /// - Throws: ``ModelFileError``, one line that names the file and what is wrong with it.
    public static func read(_ path: String) throws(ModelFileError) -> SequenceNetwork {
        let file = try Safetensors(readingFrom: path)
        do {
            return try network(in: file)
        } catch {
            throw ModelFileError(path: path, problem: error)
        }
    }

    package static func container(_ network: SequenceNetwork) -> Safetensors {
        let tensors = ModelFile.tensors(of: network.layout, network.parameters)
        return Safetensors(
            metadata: [
                "format": "pt",
                Key.version: version,
                Key.shape: ModelFile.encodeJSON(network.shape),
            ], tensors: tensors)
    }

    package static func network(in file: Safetensors) throws(ModelFileError.Problem) -> SequenceNetwork {
        guard let found = file.metadata[Key.version] else { throw .foreign }
        guard found == version else { throw .version(found) }
        guard let shape = file.metadata[Key.shape].flatMap({ ModelFile.decodeJSON(SequenceShape.self, $0) }),
            shape.isSensible
        else { throw .metadata }
        // First, so that no size is believed that no tensor has.
        let parameters = try ModelFile.parameters(of: ParameterLayout(shape), in: file)
        var network = SequenceNetwork(shape)
        network.parameters = parameters
        return network
    }
}

extension SequenceFile {
    /// What a checkpoint says of its training, beside the tensors.
    private struct State: Codable {
        var options: SequenceTrainingOptions
        var trialsMade: Int
        var current: SequenceAttempt.Progress
        var champion: SequenceAttempt.Progress?
        var exampleCounts: [Int]
        var loss: Float?

        var isSensible: Bool { options.isSensible && current.isSensible && champion?.isSensible ?? true }
    }

    /// The tensors of an attempt, each as long as the parameters.
    private static func names(_ attempt: String) -> [String] {
        ["network", "best", "mean", "square"].map { "checkpoint.\(attempt).\($0)" }
    }

    /// Writes `training` to `path`, or leaves what was there as it was. The file holds the best network so far, too.
    public static func writeCheckpoint(_ training: SequenceTraining, to path: String) throws(ModelFileError) {
        var file = container(training.best)
        file.metadata[Key.state] = ModelFile.encodeJSON(
            State(
                options: training.options, trialsMade: training.trialsMade,
                current: training.current.checkpointProgress, champion: training.champion?.checkpointProgress,
                exampleCounts: training.exampleCounts, loss: training.loss))
        for (label, attempt) in [("current", training.current), ("champion", training.champion)] {
            guard let attempt else { continue }
            let arenas = [
                attempt.network.parameters, attempt.best.parameters, attempt.optimizer.mean, attempt.optimizer.square,
            ]
            for (name, arena) in zip(names(label), arenas) {
                file.tensors.append(Safetensors.Tensor(name: name, shape: [arena.count], values: arena.values))
            }
        }
        try file.write(to: path)
    }

    /// The training kept at `path`, to go on as if it had never stopped, given the examples that it was begun with.
    ///
    /// - Throws: ``ModelFileError``, also where there are more or fewer examples than there were.
    public static func readCheckpoint(
        _ path: String, examples: [SequenceExample], heldOut: [SequenceExample]
    ) throws(ModelFileError) -> SequenceTraining {
        let file = try Safetensors(readingFrom: path)
        do throws(ModelFileError.Problem) {
            let best = try network(in: file)
            guard let text = file.metadata[Key.state], let state = ModelFile.decodeJSON(State.self, text),
                state.isSensible
            else { throw .notCheckpoint }
            guard (examples + heldOut).allSatisfy({ $0.fits(best.shape) }) else {
                throw .otherTraining("its network reads or emits other things than this version's examples hold")
            }
            guard state.exampleCounts == [examples.count, heldOut.count] else {
                throw .otherTraining("it was made with other examples than this version makes")
            }
            let current = attempt("current", state.current, shape: best.shape, in: file)
            let champion = state.champion.map { attempt("champion", $0, shape: best.shape, in: file) }
            guard let current, champion.map({ $0 != nil }) ?? true,
                (0...state.options.learningRates.count).contains(state.trialsMade)
            else { throw .otherTraining("its training state is incomplete") }
            return SequenceTraining(
                best.shape, on: examples, heldOut: heldOut, options: state.options, current: current,
                champion: champion ?? nil, trialsMade: state.trialsMade, loss: state.loss)
        } catch {
            throw ModelFileError(path: path, problem: error)
        }
    }

    private static func attempt(
        _ label: String, _ progress: SequenceAttempt.Progress, shape: SequenceShape, in file: Safetensors
    ) -> SequenceAttempt? {
        var network = SequenceNetwork(shape)
        var best = network
        let arrays = names(label).compactMap { name in file.tensors.first { $0.name == name }?.values }
        guard arrays.count == 4, arrays.allSatisfy({ $0.count == network.layout.count }) else { return nil }
        network.parameters = FloatArena(arrays[0])
        best.parameters = FloatArena(arrays[1])
        return SequenceAttempt(network: network, best: best, mean: arrays[2], square: arrays[3], progress: progress)
    }
}
