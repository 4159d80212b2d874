/// All pads of a task, of any size, that agree in what is known: how the pointers' places, the lengths and the ends differ, and
/// what stands in some cells near the pointers.
struct SymbolicPad: Hashable {
    /// Stands for a cell of which nothing is known.
    static let unknown = UInt8.max

    var zone: Zone
    /// For each pointer, what stands in the cells around it. A cell near two pointers whose distance is known is kept at the
    /// first alone.
    var cells: [UInt8]
}

/// A part of a pad's possibilities, with something that is now known of it.
struct Case<Value> {
    var pad: SymbolicPad
    var value: Value
}
