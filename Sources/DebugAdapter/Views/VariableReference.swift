/// What a client can look into. Its number holds all of it, so that nothing has to be kept for a client, however often a run stops.
enum VariableReference: Hashable {
    /// What the network sees.
    case seen
    /// The scratchpad's values, pointers and rows.
    case pad
    /// The cells of a row, an index of the scratchpad's cells.
    case row(Int)
    /// What the network says of the event after a position.
    case prediction(Int)
    /// What is known of the frame that a call opened.
    case frame(Int)

    /// Reads a number that a client was given; nil for any other.
    init?(_ number: Int) {
        let payload = number >> 3
        guard number > 0 else { return nil }
        switch number & 7 {
        case 1 where payload == 0: self = .seen
        case 2 where payload == 0: self = .pad
        case 3: self = .row(payload)
        case 4: self = .prediction(payload)
        case 5: self = .frame(payload)
        default: return nil
        }
    }

    /// The number, above 0.
    var number: Int {
        switch self {
        case .seen: 1
        case .pad: 2
        case .row(let cell): cell << 3 | 3
        case .prediction(let position): position << 3 | 4
        case .frame(let call): call << 3 | 5
        }
    }
}
