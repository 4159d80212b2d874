import NPIKit
import Scratchpads

/// A row of lamps and somebody who stands at one of them, sees whether it is on, and can switch it on or walk to the right.
package struct LampRow: Hashable, Sendable {
    /// 1 for a lamp that is on, 0 for one that is off.
    package private(set) var lamps: [UInt8]
    private var place = 0

    /// A row of at least one lamp.
    package init(_ lamps: [UInt8]) {
        self.lamps = lamps
    }

    /// Whether the lamp here is on.
    package var isOn: Bool { lamps[place] == 1 }
    /// Whether this is the last lamp.
    package var isLast: Bool { place == lamps.count - 1 }
}

/// What the network sees and does.
extension LampRow: Environment {
    static let spec = ObservationSpec(encoder: "lamps", fields: [.init("LAMP", size: 2), .init("LAST", size: 2)])

    /// The arguments of the two actions.
    static let right = Arguments(0, 1, 0)
    static let switchOn = Arguments(0, 2, 1)

    package var observationSpec: ObservationSpec { Self.spec }

    package func observe(into observation: inout Observation) {
        observation.categories[0] = lamps[place]
        observation.categories[1] = isLast ? 1 : 0
    }

    package mutating func perform(_ arguments: Arguments) -> Effect {
        if arguments == Self.right, !isLast {
            place += 1
            return Effect(kind: 1)
        }
        if arguments == Self.switchOn, !isOn {
            lamps[place] = 1
            return Effect(kind: 2)
        }
        return .none
    }

    package mutating func undo(_ effect: Effect) {
        switch effect.kind {
        case 1: place -= 1
        case 2: lamps[place] = 0
        default: break
        }
    }
}

/// What a person sees, asks for and changes: `lamp`, `walker` and `lamps[2]`.
extension LampRow: Scratchpad {
    package var cells: [Cell] {
        [
            Cell("lamp", in: 0...1), Cell("walker", .pointer, in: 0...lamps.count - 1),
            Cell("lamps", .row(lamps.count), in: 0...1),
        ]
    }

    package func value(of cell: Int, at place: Int) -> Int? {
        switch cell {
        case 0: Int(lamps[self.place])
        case 1: self.place
        default: lamps.indices.contains(place) ? Int(lamps[place]) : nil
        }
    }

    package mutating func set(_ value: Int?, of cell: Int, at place: Int) {
        switch cell {
        case 0: lamps[self.place] = UInt8(value ?? 0)
        case 1: self.place = value ?? 0
        default: lamps[place] = UInt8(value ?? 0)
        }
    }

    package func action(_ arguments: Arguments) -> Action? {
        switch arguments {
        case Self.right: Action("WALK RIGHT", .move(pointer: 1, .right))
        case Self.switchOn: Action("SWITCH ON", .write(row: 2, 1))
        default: nil
        }
    }

    package func highlight(of arguments: Arguments, _ effect: Effect) -> Highlight? {
        arguments == Self.switchOn ? .output : nil
    }

    package var drawing: Drawing { .columns([.init("LAMPS", cell: 2, pointer: 1)], origin: .left) }
}
