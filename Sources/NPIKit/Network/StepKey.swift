/// What a step of a frame is decided by, beside the frame's past, as bytes: the encoder, the program, the arguments and the
/// category of each field that is seen.
struct StepKey: Sendable {
    /// The bytes of the step that was written last; as many for every encoder, the rest zeros.
    private(set) var bytes: [UInt8]
    private let specs: [ObservationSpec]
    private var latest = 0

    /// The encoder, two bytes of the program, the arguments.
    private static let headSize = 3 + Arguments.count

    /// A key for worlds that the encoders `specs` can see.
    init(of specs: [ObservationSpec]) {
        self.specs = specs
        bytes = Array(repeating: 0, count: Self.headSize + (specs.map(\.fields.count).max() ?? 0))
    }

    /// Writes a step.
    mutating func write(
        _ encoder: String, _ categories: [UInt8], _ program: ProgramID, _ arguments: Arguments
    ) {
        if specs[latest].encoder != encoder {
            guard let index = specs.firstIndex(where: { $0.encoder == encoder }) else {
                preconditionFailure("unchecked encoder \(encoder)")
            }
            latest = index
            for index in bytes.indices { bytes[index] = 0 }
        }
        bytes[0] = UInt8(truncatingIfNeeded: latest)
        bytes[1] = UInt8(truncatingIfNeeded: program.rawValue)
        bytes[2] = UInt8(truncatingIfNeeded: program.rawValue >> 8)
        for index in 0..<Arguments.count { bytes[3 + index] = UInt8(arguments[index]) }
        for index in categories.indices { bytes[Self.headSize + index] = categories[index] }
    }

    /// The step that `bytes` stand for.
    func step(
        of bytes: [UInt8]
    ) -> (encoder: String, observation: Observation, program: ProgramID, arguments: Arguments) {
        let spec = specs[Int(bytes[0])]
        var observation = Observation(for: spec)
        for index in observation.categories.indices {
            observation.categories[index] = bytes[Self.headSize + index]
        }
        return (
            spec.encoder, observation, ProgramID(rawValue: Int(bytes[1]) | Int(bytes[2]) << 8),
            Arguments(Int(bytes[3]), Int(bytes[4]), Int(bytes[5]))
        )
    }
}
