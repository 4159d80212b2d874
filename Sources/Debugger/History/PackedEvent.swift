import NPIKit

/// One event as it is kept: 64 bytes.
struct PackedEvent: Sendable {
    var prediction: PredictionSummary
    private var packedArguments: UInt16
    /// The event number of the call of the frame that decided this: the caller's for a call. 0 for the first event.
    var frame: UInt32
    /// How many calls and actions that frame had made before.
    var step: UInt32
    /// How many frames lie below the event's own, which for a call is the one that it opens.
    var depth: UInt32
    // For an action its effect in eight bytes; for a call the number of its return, 0 while it is open.
    private var payload: Effect
    var program: UInt16
    private var tag: UInt8
    // The lower bits of the place; the upper ones are with the arguments.
    private var lowPlace: UInt8 = 0

    /// Where the expert saw the frame that decided this afterwards; ``countedPlace`` for one more step than before.
    var place: Int {
        get { Int(lowPlace) | Int(packedArguments >> 12) << 8 }
        set {
            lowPlace = UInt8(newValue & 0xFF)
            packedArguments = packedArguments & 0xFFF | UInt16(newValue >> 8) << 12
        }
    }

    /// Stands for a place that is only counted, and may be of any size.
    static let countedPlace = 4_095

    init(
        _ event: Event, prediction: PredictionSummary?, judgement: Judgement, isForced: Bool, frame: Int, step: Int,
        depth: Int
    ) {
        self.prediction = prediction ?? PredictionSummary(end: .zero)
        self.frame = UInt32(frame)
        self.step = UInt32(step)
        self.depth = UInt32(depth)
        payload = .none
        packedArguments = 0
        program = 0
        tag = judgement.rawValue << 2 | (isForced ? 16 : 0) | (prediction != nil ? 32 : 0)
        switch event {
        case .call(let program, let arguments):
            tag |= EventKind.call.rawValue
            self.program = UInt16(program.rawValue)
            packedArguments = Self.pack(arguments)
        case .act(let arguments, let effect):
            tag |= EventKind.act.rawValue
            packedArguments = Self.pack(arguments)
            payload = effect
        case .return(let program):
            tag |= EventKind.return.rawValue
            self.program = UInt16(program.rawValue)
        }
        place = Self.countedPlace
    }

    var kind: EventKind { EventKind(rawValue: tag & 3)! }

    var judgement: Judgement { Judgement(rawValue: tag >> 2 & 3)! }

    var isForced: Bool { tag & 16 != 0 }

    var hasPrediction: Bool { tag & 32 != 0 }

    var arguments: Arguments {
        Arguments(Int(packedArguments & 15), Int(packedArguments >> 4 & 15), Int(packedArguments >> 8 & 15))
    }

    /// The action's arguments as one number 0..<4096, for tables by action.
    var actionCode: Int { Int(packedArguments & 0xFFF) }

    var effect: Effect {
        get { payload }
        set { payload = newValue }
    }

    var returnNumber: Int {
        get { Int(UInt32(bitPattern: payload.position)) }
        set { payload.position = Int32(bitPattern: UInt32(newValue)) }
    }

    var event: Event {
        switch kind {
        case .call: .call(ProgramID(rawValue: Int(program)), arguments)
        case .act: .act(arguments, payload)
        case .return: .return(ProgramID(rawValue: Int(program)))
        }
    }

    private static func pack(_ arguments: Arguments) -> UInt16 {
        UInt16(arguments[0] | arguments[1] << 4 | arguments[2] << 8)
    }
}
