import CarModels
import NPIKit
import Scratchpads
import Testing

@Suite("Left and right of decisions around cars")
struct CarMirrorTests {
    private let library = ProgramLibrary(for: [.car])

    @Test("poses, moves and programs: the mirror image of the mirror image is the same")
    func twice() throws {
        for pose in CarPose.all { #expect(pose.mirrored.mirrored == pose) }
        for action in CarAction.allCases { #expect(action.mirrored.mirrored == action) }
        for program in CarProgram.allCases { #expect(program.mirrored.mirrored == program) }
    }

    @Test("azimuth changes its sign and elevation stays; front and back are their own mirror images")
    func poses() {
        #expect(CarPose(azimuth: -75, elevation: 60).mirrored == CarPose(azimuth: 75, elevation: 60))
        #expect(CarPose.all.filter { $0.mirrored == $0 }.map(\.azimuth).allSatisfy { $0 == 0 || $0 == 180 })
    }

    @Test("LGOTO and RGOTO, LEFT and RIGHT change places; all else stays")
    func decisions() throws {
        let mirror = try CarMirror(library)
        func call(_ program: CarProgram) throws -> Decision { .call(try library.require(program.rawValue), .none) }
        #expect(mirror.image(of: try call(.lgoto)) == (try call(.rgoto)))
        #expect(mirror.image(of: try call(.rgoto)) == (try call(.lgoto)))
        for program in [CarProgram.goto, .hgoto, .vgoto, .ugoto, .dgoto] {
            #expect(mirror.image(of: try call(program)) == (try call(program)))
        }
        #expect(mirror.image(of: .act(CarAction.left.arguments)) == .act(CarAction.right.arguments))
        #expect(mirror.image(of: .act(CarAction.up.arguments)) == .act(CarAction.up.arguments))
        #expect(mirror.image(of: .act(Arguments(1, 0, 0))) == .act(Arguments(1, 0, 0)), "no move of a camera")
        #expect(mirror.image(of: Decision.end) == .end)
    }

    @Test("the expert does in the mirrored scene the mirror image of what it does, but for half a circle")
    func expert() throws {
        let mirror = try CarMirror(library)
        let expert = try CarExpert(library)
        let car = CarDesign(.saloon, 1).makeModel()
        for pose in CarPose.all where pose.azimuth != 180 {
            let scene = CarScene(car, from: pose, to: .paperTarget)
            for program in CarProgram.allCases {
                let id = try library.require(program.rawValue)
                let decision = expert.decide(program: id, arguments: .none, step: 0, in: scene)
                let image = expert.decide(
                    program: mirror.image(of: id), arguments: .none, step: 0, in: scene.mirrored(car))
                #expect(image == mirror.image(of: decision), "\(program) at \(pose.text)")
            }
        }
    }
}
