import NPIKit
import Support

/// The toy environment of these tests: a row of lamps, each in one of four colours, and a walker who stands at one.
///
/// The walker sees the colour of its lamp and whether it stands at the last one. Its actions are `(0, 0, 0)`, a step to the
/// right, and `(1, colour, 0)`, changing its lamp.
struct LampRow: Environment, Hashable {
    var colours: [UInt8]
    var place = 0

    static let spec = ObservationSpec(encoder: "lamps", fields: [.init("COLOUR", size: 4), .init("LAST", size: 2)])

    var observationSpec: ObservationSpec { Self.spec }

    var isLast: Bool { place == colours.count - 1 }

    func observe(into observation: inout Observation) {
        observation.categories[0] = colours[place]
        observation.categories[1] = isLast ? 1 : 0
    }

    mutating func perform(_ arguments: Arguments) -> Effect {
        switch (arguments[0], arguments[1]) {
        case (0, _) where !isLast:
            place += 1
            return Effect(kind: 1)
        case (1, 0...3) where colours[place] != UInt8(arguments[1]):
            let before = colours[place]
            colours[place] = UInt8(arguments[1])
            return Effect(kind: 2, before: Int16(before))
        default: return .none
        }
    }

    mutating func undo(_ effect: Effect) {
        switch effect.kind {
        case 1: place -= 1
        case 2: colours[place] = UInt8(effect.before)
        default: break
        }
    }

    /// What the expert makes of it: each lit lamp (not 0) in the next colour.
    var tidied: [UInt8] { colours.map { $0 == 0 ? 0 : ($0 + 1) % 4 } }
}

/// Walks along the row and changes every lit lamp to the next colour.
///
///     TIDY        FIX (colour), NEXT, FIX (colour), NEXT, ... until the last lamp
///     FIX (c)     nothing for c = 0, else change the lamp to c + 1
///     NEXT        step right
struct LampExpert: Expert {
    static let library: ProgramLibrary = {
        do {
            return try ProgramLibrary(names: ["TIDY", "FIX", "NEXT", ProgramLibrary.act])
        } catch {
            preconditionFailure("\(error)")
        }
    }()
    static let tidy = ProgramID(rawValue: 0)
    static let fix = ProgramID(rawValue: 1)
    static let next = ProgramID(rawValue: 2)

    func decide(program: ProgramID, arguments: Arguments, step: Int, in world: LampRow) -> Decision {
        switch (program, step) {
        case (Self.tidy, _) where step.isMultiple(of: 2):
            .call(Self.fix, Arguments(Int(world.colours[world.place]), 0, 0))
        case (Self.tidy, _): world.isLast ? .end : .call(Self.next, .none)
        case (Self.fix, 0) where arguments[0] > 0: .act(Arguments(1, (arguments[0] + 1) % 4, 0))
        case (Self.next, 0): .act(.none)
        default: .end
        }
    }
}

extension LampRow {
    /// Rows of 1...`longest` lamps, `count` of each length.
    static func random(longest: Int, count: Int, seed: UInt64) -> [LampRow] {
        var generator = SeededGenerator(seed: seed)
        return (1...longest).flatMap { length in
            (0..<count).map { _ in
                LampRow(colours: (0..<length).map { _ in UInt8.random(in: 0..<4, using: &generator) })
            }
        }
    }

    /// The expert's frames on `rows`.
    static func frames(on rows: [LampRow]) throws -> [FrameTrace] {
        try rows.flatMap { try Demonstration(of: LampExpert.tidy, in: $0, by: LampExpert()).frames }
    }
}

extension NetworkConfiguration {
    /// Small, and no size a multiple of eight, so that every loop has a rest.
    static let small: NetworkConfiguration = {
        var sizes = NetworkConfiguration()
        sizes.encoderHiddenSize = 19
        sizes.stateSize = 17
        sizes.programSize = 13
        sizes.keySize = 9
        sizes.fuseHiddenSize = 21
        sizes.coreInputSize = 18
        sizes.hiddenSize = 27
        return sizes
    }()
}

extension NetworkConfiguration {
    /// Large enough to learn the lamps, small enough to do so within seconds.
    static let medium: NetworkConfiguration = {
        var sizes = NetworkConfiguration()
        (sizes.encoderHiddenSize, sizes.stateSize, sizes.programSize, sizes.keySize) = (32, 32, 32, 16)
        (sizes.fuseHiddenSize, sizes.coreInputSize, sizes.hiddenSize) = (64, 64, 64)
        return sizes
    }()
}

extension Network {
    /// An untrained network for lamps.
    static func lamps(_ configuration: NetworkConfiguration = .small, seed: UInt64 = 1) -> Network {
        var generator = SeededGenerator(seed: seed)
        return Network(
            configuration: configuration, encoders: [LampRow.spec], library: LampExpert.library, using: &generator)
    }
}
