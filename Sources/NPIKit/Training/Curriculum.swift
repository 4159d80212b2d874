package import Support

/// What to train on next: the programs that are known worst, and of these the frames that are known worst.
///
/// Reed & de Freitas 2016, section 4: programs are drawn with a softmax over their errors. Here it goes down to single
/// frames, drawn in proportion to their losses.
public struct Curriculum: Sendable {
    /// How the drawing is tuned.
    public struct Options: Hashable, Sendable, Codable {
        /// Errors are divided by it before the softmax: small means that the worst program is nearly always drawn.
        public var temperature: Float = 0.2
        /// The share of groups drawn evenly, so that nothing is forgotten.
        public var evenGroups: Float = 0.2
        /// The share of frames drawn evenly within a group.
        public var evenFrames: Float = 0.3
        /// The share of groups of auxiliary programs, where there are any.
        public var auxiliary: Float = 0.5

        /// The project's defaults.
        public init() {}
    }

    /// How it draws.
    public let options: Options
    /// The groups, by encoder and program.
    public package(set) var groups: [FrameGroup]
    /// Which of them join the frames of many programs.
    private let joint: [Int]
    private let others: [Int]

    /// A curriculum over the different frames among `frames`.
    ///
    /// - Parameters:
    ///   - frames: What is to be learned.
    ///   - options: How to draw.
    ///   - joined: Programs of which all frames in an environment make one group together, so that a batch holds many of
    ///     them.
    public init(_ frames: [FrameTrace], options: Options = Options(), joining joined: Set<ProgramID> = []) {
        self.options = options
        var seen: Set<FrameTrace> = []
        var grouped: [Key: [FrameTrace]] = [:]
        let first = joined.min()
        for frame in frames where seen.insert(frame).inserted {
            let program = joined.contains(frame.program) ? first ?? frame.program : frame.program
            grouped[Key(encoder: frame.encoder, program: program), default: []].append(frame)
        }
        let groups = grouped.keys.sorted { ($0.encoder, $0.program) < ($1.encoder, $1.program) }.map {
            FrameGroup(program: $0.program, encoder: $0.encoder, frames: grouped[$0] ?? [])
        }
        let joint = groups.indices.filter { joined.contains(groups[$0].program) }
        self.groups = groups
        self.joint = joint
        others = joint.count == groups.count ? joint : groups.indices.filter { !joint.contains($0) }
    }

    private struct Key: Hashable {
        var encoder: String
        var program: ProgramID
    }

    /// How many different frames there are.
    public var frameCount: Int { groups.reduce(0) { $0 + $1.frameCount } }
    /// How many of them the network got wrong when it last saw them.
    public var wrongCount: Int { groups.reduce(0) { $0 + $1.wrongCount } }

    /// Draws a group.
    package func drawGroup(using generator: inout SeededGenerator) -> Int {
        for index in joint where generator.unit() < auxiliaryShare(index) { return index }
        let isEven = generator.unit() < options.evenGroups
        let point = generator.unit()
        guard !isEven else { return others[min(Int(point * Float(others.count)), others.count - 1)] }
        var weights = others.map { min(groups[$0].error / options.temperature, 1e3) }
        weights.withUnsafeMutableBufferPointer { weights in
            guard let base = weights.baseAddress else { return }
            VectorMath.softmax(base, count: weights.count)
        }
        var sum: Float = 0
        for index in weights.indices {
            sum += weights[index]
            if point < sum { return others[index] }
        }
        return others[others.count - 1]
    }

    /// The share of auxiliary group `index`. It is 0 until the real programs of its environment are known: before, it would
    /// only teach that what is seen means nothing.
    private func auxiliaryShare(_ index: Int) -> Float {
        let known = others.lazy.filter { groups[$0].encoder == groups[index].encoder }
        let worst = known.reduce(0) { max($0, groups[$1].error) }
        return options.auxiliary * max(1 - worst / Self.knownError, 0)
    }

    /// From this error on a program counts as unknown: a loop that is right but for its end has about this.
    private static let knownError: Float = 0.25

    /// Draws frames of a group until there are `frameLimit` of them or `rowLimit` steps; at least one.
    package func drawFrames(
        of group: Int, frameLimit: Int, rowLimit: Int, using generator: inout SeededGenerator
    ) -> [Int] {
        let group = groups[group]
        var drawn: [Int] = []
        var rows = 0
        while drawn.count < frameLimit {
            let isEven = generator.unit() < options.evenFrames
            let point = generator.unit()
            let frame =
                isEven
                ? min(Int(point * Float(group.frameCount)), group.frameCount - 1) : group.losses.item(at: point)
            rows += group.frames[frame].stepCount
            if rows > rowLimit, !drawn.isEmpty { break }
            drawn.append(frame)
        }
        return drawn
    }
}
