/// What an expert did in one frame: one training sequence.
///
/// As in the paper, every call of every program is a sequence of its own; the last step's decision is ``Decision/end``.
public struct FrameTrace: Hashable, Sendable {
    /// Which encoder reads the observations.
    public var encoder: String
    /// The program that ran.
    public var program: ProgramID
    /// Its arguments.
    public var arguments: Arguments
    /// The categories seen at each step, one after the other: `stepCount` x fields.
    public var categories: [UInt8]
    /// The decision at each step.
    public var decisions: [Decision]
    /// The image seen at each step; empty where the encoder sees none.
    public var images: [ImageKey]

    /// Makes a trace; `categories` holds every field of the encoder's specification for each decision, and `images` an
    /// image for each if there is one.
    public init(
        encoder: String, program: ProgramID, arguments: Arguments, categories: [UInt8], decisions: [Decision],
        images: [ImageKey] = []
    ) {
        self.encoder = encoder
        self.program = program
        self.arguments = arguments
        self.categories = categories
        self.decisions = decisions
        self.images = images
    }

    /// How many steps there are, the return included.
    public var stepCount: Int { decisions.count }
}

/// A whole run of an expert, frame by frame.
public struct Demonstration<World: Environment>: Sendable {
    /// The frames, in the order in which they returned.
    public var frames: [FrameTrace]
    /// The environment at the end.
    public var world: World

    /// Lets `expert` run `program` in `world`.
    ///
    /// - Throws: ``DemonstrationError/stepLimit(_:)`` if it takes more than `maximumSteps` steps.
    public init(
        of program: ProgramID, arguments: Arguments = .none, in world: World, by expert: some Expert<World>,
        maximumSteps: Int = 10_000_000
    ) throws(DemonstrationError) {
        let spec = world.observationSpec
        var world = world
        var observation = Observation(for: spec)
        var open = [FrameTrace(opening: program, arguments, spec)]
        var places = [0]
        var frames: [FrameTrace] = []
        var steps = 0
        while let top = open.indices.last {
            steps += 1
            guard steps <= maximumSteps else { throw .stepLimit(maximumSteps) }
            let decision = expert.decide(
                program: open[top].program, arguments: open[top].arguments, step: places[top], in: world)
            places[top] = expert.step(
                after: places[top], program: open[top].program, arguments: open[top].arguments, in: world)
            world.observe(into: &observation)
            open[top].categories += observation.categories
            open[top].decisions.append(decision)
            if spec.image != nil { open[top].images.append(world.imageKey) }
            switch decision {
            case .call(let callee, let arguments):
                open.append(FrameTrace(opening: callee, arguments, spec))
                places.append(0)
            case .act(let arguments): _ = world.perform(arguments)
            case .end:
                frames.append(open.removeLast())
                places.removeLast()
            }
        }
        self.frames = frames
        self.world = world
    }
}

/// Why a demonstration could not be made.
public enum DemonstrationError: Error, Equatable, CustomStringConvertible {
    /// The expert did not come to an end.
    case stepLimit(Int)

    /// One line for the user.
    public var description: String {
        switch self {
        case .stepLimit(let limit): "the demonstration did not end within \(limit) steps"
        }
    }
}

extension FrameTrace {
    /// A frame that has made no step yet.
    fileprivate init(opening program: ProgramID, _ arguments: Arguments, _ spec: ObservationSpec) {
        self.init(encoder: spec.encoder, program: program, arguments: arguments, categories: [], decisions: [])
    }
}
