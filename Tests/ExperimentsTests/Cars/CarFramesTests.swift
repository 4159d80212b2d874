import CarModels
import Experiments
import NPIKit
import Scratchpads
import Support
import Testing

@Suite("Frames around cars, drawn without end")
struct CarFramesTests {
    private func source(isWhole: Bool, _ change: (inout CarRecipe) -> Void = { _ in }) throws -> CarFrames {
        var recipe = CarRecipe()
        recipe.carsPerKind = 1
        recipe.isWhole = isWhole
        change(&recipe)
        return try CarFrames(try CarDataSet(recipe), ProgramLibrary(for: [.car]))
    }

    private func draws(_ count: Int, isWhole: Bool, seed: UInt64 = 1) throws -> [[FrameTrace]] {
        let source = try source(isWhole: isWhole)
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in source.drawFrames(error: 0, using: &generator) }
    }

    @Test("a draw shows one car, no frame twice, and each image in several frames")
    func sharing() throws {
        for isWhole in [false, true] {
            let draws = try draws(60, isWhole: isWhole)
            for frames in draws {
                #expect(Set(frames).count == frames.count)
                #expect(Set(frames.flatMap(\.images).map(\.object)).count == 1)
            }
            let images = draws.reduce(0) { $0 + Set($1.flatMap(\.images)).count }
            let steps = draws.joined().reduce(0) { $0 + $1.stepCount }
            #expect(Double(steps) / Double(images) > 3)
        }
    }

    @Test("every program is met, and the paper's frames go to the paper's target")
    func programs() throws {
        let draws = try draws(200, isWhole: false)
        let library = ProgramLibrary(for: [.car])
        #expect(Set(draws.joined().map(\.program)).count == library.count - 1)
        let target: [UInt8] = [0, 1]
        #expect(draws.joined().allSatisfy { Array($0.categories.prefix(2)) == target })
    }

    @Test("frames between any poses come from all of them, to all of them")
    func poses() throws {
        let frames = try draws(600, isWhole: true).joined()
        #expect(Set(frames.map { Array($0.categories.prefix(2)) }).count == CarPose.all.count)
        #expect(Set(frames.flatMap(\.images).map(\.view)).count == CarPose.all.count)
    }

    @Test("where all draws go between any poses, few are between the paper's, and none where none does")
    func share() throws {
        func paperShare(_ share: Float) throws -> Double {
            let source = try source(isWhole: true) { $0.wholeShare = share }
            var generator = SeededGenerator(seed: 2)
            let frames = (0..<300).flatMap { _ in source.drawFrames(error: 0, using: &generator) }
            return Double(frames.count { source.isBasic($0) }) / Double(frames.count)
        }
        #expect(try paperShare(0) == 1)
        #expect(try paperShare(1) < 0.05)
    }

    @Test("half of the cars are of a kind that is asked for more often, and a few else")
    func favoured() throws {
        let bus = CarDesign(.bus, 1).makeModel().digest
        func busCount(_ kind: CarKind?) throws -> Int {
            let source = try source(isWhole: false) { $0.favouredKind = kind }
            var generator = SeededGenerator(seed: 3)
            return (0..<400).count { _ in
                source.drawFrames(error: 0, using: &generator).first?.images.first?.object == bus
            }
        }
        #expect(try busCount(nil) < 80)
        #expect(try (170...300).contains(busCount(.bus)))
    }

    @Test("images alone are of all cars, from all poses")
    func images() throws {
        let source = try source(isWhole: true) { $0.carsPerKind = 2 }
        var generator = SeededGenerator(seed: 4)
        let images = source.drawImages(3_000, using: &generator)
        #expect(images.count == 3_000)
        #expect(Set(images.map(\.view)).count == CarPose.all.count)
        // Two of each kind, and an odd one of each.
        #expect(Set(images.map(\.object)).count == 36)
    }

    @Test("the same seed draws the same frames")
    func seeded() throws {
        #expect(try draws(20, isWhole: true, seed: 9) == draws(20, isWhole: true, seed: 9))
        #expect(try draws(20, isWhole: true, seed: 9) != draws(20, isWhole: true, seed: 10))
    }
}
