package import NPIKit
import Scratchpads

extension SortingPad: Environment {
    /// Two values and three bits. Each bit is what one loop needs to know where to stop, and nothing else is shown:
    ///
    /// | bit | loop |
    /// |---|---|
    /// | PTR 1 START | RESET brings pointers 1 and 2 back to the start |
    /// | PTR 1 END | BUBBLE makes its last comparison when pointer 1 comes to the end; RJMP jumps there |
    /// | PTR 3 END | BUBBLESORT has made all its passes |
    ///
    /// No loop depends on pointer 2, which runs one ahead of pointer 1 and clamps. More bits would only give the network
    /// more coincidences to learn from short arrays that do not hold in long ones.
    package var observationSpec: ObservationSpec { Self.spec }

    static let spec = ObservationSpec(
        encoder: "sorting",
        fields: [
            ObservationSpec.Field("PTR 1", size: 10), ObservationSpec.Field("PTR 2", size: 10),
            ObservationSpec.Field("PTR 1 START", size: 2), ObservationSpec.Field("PTR 1 END", size: 2),
            ObservationSpec.Field("PTR 3 END", size: 2),
        ])

    /// Writes the two pointed values and the three bits.
    package func observe(into observation: inout Observation) {
        observation.categories[0] = UInt8(firstValue)
        observation.categories[1] = UInt8(secondValue)
        observation.categories[2] = isAtStart(.first) ? 1 : 0
        observation.categories[3] = isAtEnd(.first) ? 1 : 0
        observation.categories[4] = isAtEnd(.sweeps) ? 1 : 0
    }

    /// Performs the ``SortingAction`` that `arguments` stand for.
    ///
    /// A move against an end and a swap of equal values change nothing.
    package mutating func perform(_ arguments: Arguments) -> Effect {
        switch SortingAction(arguments) {
        case .move(let pointer, let direction): move(pointer, direction)
        case .swap: swap()
        case nil: .none
        }
    }

    /// Takes back a move or a swap.
    package mutating func undo(_ effect: Effect) {
        guard let kind = EffectKind(rawValue: effect.kind) else { return }
        let position = Int(effect.position)
        switch kind {
        case .moved: setPosition(SortingPointer(rawValue: Int(effect.slot))!, to: position)
        case .swapped: swapPointed()
        }
    }

    /// What an effect's parts mean. A move: slot is the pointer, position where it stood. A swap: position is pointer 1's;
    /// both pointers stand there still when it is taken back.
    private enum EffectKind: UInt8 {
        case moved = 1
        case swapped = 2
    }

    private mutating func move(_ pointer: SortingPointer, _ direction: Direction) -> Effect {
        let before = position(pointer)
        let after = before + direction.offset
        guard (0...lastPosition(pointer)).contains(after) else { return .none }
        setPosition(pointer, to: after)
        return Effect(
            kind: EffectKind.moved.rawValue, slot: UInt8(pointer.rawValue), position: Int32(before))
    }

    private mutating func swap() -> Effect {
        guard firstValue != secondValue else { return .none }
        swapPointed()
        return Effect(kind: EffectKind.swapped.rawValue, position: Int32(position(.first)))
    }
}
