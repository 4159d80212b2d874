/// Which part of a network is learned. Everything else stays as it is, bit for bit.
public enum LearnedPart: Hashable, Sendable, Codable {
    /// All of it.
    case everything
    /// Only the rows of program memory, keys and embeddings, of the programs with these names (Reed & de Freitas 2016,
    /// section 4.4).
    case programs([String])
    /// Only the encoder of this name: how an environment is seen, and nothing of what is done about it.
    case encoder(String)
    /// Only what the encoder of this name makes of its answers about images, and neither the answers nor what is done then.
    case behindAnswers(String)

    /// The places of what is learned among the network's parameters.
    package func ranges(in network: Network) -> [Range<Int>] {
        switch self {
        case .everything:
            // The embeddings of auxiliary programs, the last of all parameters, are given.
            let given = network.library.names.first(where: AuxiliaryPrograms.isAuxiliary).map(network.memoryRows(of:))
            return [0..<(given?.embedding.lowerBound ?? network.layout.count)]
        case .programs(let names):
            let rows = names.map(network.memoryRows(of:))
            return rows.map(\.key) + rows.map(\.embedding)
        case .encoder(let name):
            return network.layout.tensors.filter { $0.name.hasPrefix("encoders.\(name).") }.map(\.range)
        case .behindAnswers(let name):
            let layers = [0, 2].map { "\(ParameterLayout.Names.encoder(name, layer: $0))." }
            return network.layout.tensors.filter { layers.contains(where: $0.name.hasPrefix) }.map(\.range)
        }
    }

    /// The same places, sorted by how they are learned: encoders that see images later and slower than the rest.
    func rates(in network: Network) -> (full: [Range<Int>], slow: [Range<Int>]) {
        let imageWays = network.encoders.filter { $0.image != nil }.map { "encoders.\($0.encoder)." }
        let slow = network.layout.tensors.filter { imageWays.contains(where: $0.name.hasPrefix) }.map(\.range)
        let all = ranges(in: network)
        guard self == .everything, !slow.isEmpty, let end = all.last?.upperBound else { return (all, []) }
        var full: [Range<Int>] = []
        var next = 0
        for range in slow {
            if next < range.lowerBound { full.append(next..<range.lowerBound) }
            next = range.upperBound
        }
        return (full + [next..<end], slow)
    }

    /// Whether some of the frames are learned from what is known of their images: where an encoder alone is learned, and says
    /// what it sees.
    func isTold(in network: Network) -> Bool { isEncoder && network.configuration.imageQuestions != nil }

    /// Whether it is an encoder alone, or a part of one.
    var isEncoder: Bool {
        switch self {
        case .encoder, .behindAnswers: true
        case .everything, .programs: false
        }
    }

    /// Whether `network` has it.
    func isPart(of network: Network) -> Bool {
        switch self {
        case .everything: true
        case .programs(let names): names.allSatisfy { network.library.program(named: $0) != nil }
        case .encoder(let name): network.encoders.contains { $0.encoder == name }
        case .behindAnswers(let name):
            network.configuration.imageQuestions != nil
                && network.encoders.contains { $0.encoder == name && $0.image != nil }
        }
    }
}

extension Network {
    /// Whether `frame` is one that the network could have made: its encoder, its programs and who may call whom.
    package func canLearn(_ frame: FrameTrace) -> Bool {
        guard let spec = encoders.first(where: { $0.encoder == frame.encoder }),
            let act = library.program(named: ProgramLibrary.act),
            callableCounts.indices.contains(frame.program.rawValue), frame.stepCount > 0,
            frame.categories.count == frame.stepCount * spec.fields.count,
            frame.images.count == (spec.image == nil ? 0 : frame.stepCount)
        else { return false }
        let callable = callableCounts[frame.program.rawValue]
        let isSeen = frame.categories.indices.allSatisfy {
            frame.categories[$0] < spec.fields[$0 % spec.fields.count].size
        }
        return isSeen
            && frame.decisions.allSatisfy { decision in
                switch decision {
                case .call(let callee, _): (0..<callable).contains(callee.rawValue)
                case .act: act.rawValue < callable
                case .end: true
                }
            }
    }
}
