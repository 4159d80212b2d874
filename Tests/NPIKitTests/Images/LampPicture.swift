import NPIKit
import Support

/// The lamps' row as a picture: the walker sees no colour, only a picture with a bright bar, whose place is the colour.
struct LampPicture: Environment, Hashable {
    var row: LampRow

    static let spec = ObservationSpec(
        encoder: "picture", fields: [.init("LAST", size: 2)],
        image: ObservationSpec.Image(channels: 1, height: 64, width: 64))

    var observationSpec: ObservationSpec { Self.spec }

    func observe(into observation: inout Observation) {
        observation.categories[0] = row.isLast ? 1 : 0
    }

    func look(into pixels: inout [UInt8]) {
        pixels.withUnsafeMutableBufferPointer { Self.Source().write(imageKey, variation: 0, into: $0) }
    }

    var imageKey: ImageKey { ImageKey(view: UInt32(row.colours[row.place])) }

    mutating func perform(_ arguments: Arguments) -> Effect { row.perform(arguments) }

    mutating func undo(_ effect: Effect) { row.undo(effect) }

    /// An untrained network that looks at such pictures.
    static func network() -> Network {
        var generator = SeededGenerator(seed: 2)
        return Network(configuration: .medium, encoders: [spec], library: LampExpert.library, using: &generator)
    }

    /// An untrained network that says the colour which it sees.
    static func askedNetwork() -> Network {
        var generator = SeededGenerator(seed: 3)
        return network().wideningImages(by: 1, asking: KnownLampPictures().answerCounts, using: &generator)
    }

    /// Pictures, in variations of brightness.
    struct Source: ImageSource {
        func write(_ key: ImageKey, variation: UInt64, into pixels: UnsafeMutableBufferPointer<UInt8>) {
            let dark = UInt8(40 + variation % 50)
            for index in pixels.indices {
                pixels[index] = index % 64 / 16 == Int(key.view) ? 255 - dark : dark
            }
        }
    }
}

/// Pictures of lamps of which the colour is known.
struct KnownLampPictures: ImageSource {
    let answerCounts = [4]
    func answers(for key: ImageKey) -> [Int] { [Int(key.view)] }
    func write(_ key: ImageKey, variation: UInt64, into pixels: UnsafeMutableBufferPointer<UInt8>) {
        LampPicture.Source().write(key, variation: variation, into: pixels)
    }
}

/// The lamps' expert, who looks at the row itself.
struct LampPictureExpert: Expert {
    func decide(program: ProgramID, arguments: Arguments, step: Int, in world: LampPicture) -> Decision {
        LampExpert().decide(program: program, arguments: arguments, step: step, in: world.row)
    }
}
