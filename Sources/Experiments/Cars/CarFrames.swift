package import NPIKit
import Scratchpads
package import Support

/// What the expert does around cars, drawn without end.
///
/// A draw takes one car and looks at it from a row of poses, along the azimuth or along the elevation; many frames between
/// different starts and targets share their images, which are what costs time.
package struct CarFrames: FrameSource {
    package let encoder = CarScene.spec.encoder
    package let program: ProgramID
    private let dataSet: CarDataSet
    private let expert: CarExpert
    private let hgoto: ProgramID
    private let vgoto: ProgramID

    /// Frames of the cars of `dataSet`.
    ///
    /// - Throws: ``ProgramLibraryError`` if `library` lacks a program of the task.
    package init(_ dataSet: CarDataSet, _ library: ProgramLibrary) throws(ProgramLibraryError) {
        self.dataSet = dataSet
        expert = try CarExpert(library)
        program = try library.require(CarProgram.goto.rawValue)
        hgoto = try library.require(CarProgram.hgoto.rawValue)
        vgoto = try library.require(CarProgram.vgoto.rawValue)
    }

    package func drawFrames(error: Float, using generator: inout SeededGenerator) -> [FrameTrace] {
        let car = dataSet.draw(using: &generator)
        let isWhole = dataSet.wholeShare > 0 && generator.unit() < wholeShare(error)
        let choice = generator.unit()
        let (part, routes): (ProgramID, [Route]) =
            switch choice {
            case ..<0.6: (hgoto, isWhole ? turns(using: &generator) : paperTurns(using: &generator))
            case ..<0.95: (vgoto, isWhole ? rises(using: &generator) : Self.paperRises)
            default: (program, [isWhole ? route(using: &generator) : paperRoute(using: &generator)])
            }
        var seen: Set<FrameTrace> = []
        return routes.flatMap { route in
            do {
                return try Demonstration(of: part, in: CarScene(car, from: route.start, to: route.target), by: expert)
                    .frames
            } catch {
                preconditionFailure("an expert must halt: \(error)")
            }
        }
        // Of a whole run only the top program's frame is new: it looks three times, and what it calls at every step.
        .filter { (part != program || $0.program == program) && seen.insert($0).inserted }
    }

    /// Cars from anywhere, each image of another draw.
    package func drawImages(_ count: Int, using generator: inout SeededGenerator) -> [ImageKey] {
        (0..<count).map { _ in dataSet.drawImage(using: &generator) }
    }

    /// Whether it goes to the paper's target.
    package func isBasic(_ frame: FrameTrace) -> Bool {
        frame.categories.starts(with: [
            UInt8(CarPose.paperTarget.azimuthStep), UInt8(CarPose.paperTarget.elevationStep),
        ])
    }

    /// From where to where.
    private struct Route {
        var start: CarPose
        var target: CarPose
    }

    /// The share of draws between any poses, where they are trained on; the others are the paper's. At first there are none:
    /// with a single target it is far easier to learn to look at all. The error is that of frames to this target alone; with the
    /// others in it, it stays so high that they remain few and are never learned.
    private func wholeShare(_ error: Float) -> Float { dataSet.wholeShare * max(1 - error / Self.blindError, 0) }
    /// The error of a network that goes by everything but the image is about 0.7.
    private static let blindError: Float = 0.45
    /// How many routes share the images of a draw.
    private static let routeCount = 20
    /// One in so many routes goes half around the car.
    private static let oppositeRarity: UInt64 = 12

    /// From all azimuths of the paper's starts at one elevation.
    private func paperTurns(using generator: inout SeededGenerator) -> [Route] {
        let elevation = Int(generator.next() % 5) * CarPose.step
        return CarPose.paperStarts.filter { $0.elevation == elevation }.map { Route(start: $0, target: .paperTarget) }
    }

    /// From all elevations of the paper's starts, when the turning is done.
    private static let paperRises = CarPose.paperStarts.filter { $0.azimuth == 0 }.map {
        Route(start: $0, target: .paperTarget)
    }

    private func paperRoute(using generator: inout SeededGenerator) -> Route {
        Route(start: CarPose.paperStarts.randomElement(using: &generator) ?? .paperTarget, target: .paperTarget)
    }

    private func route(using generator: inout SeededGenerator) -> Route {
        Route(start: pose(using: &generator), target: pose(using: &generator))
    }

    private func pose(using generator: inout SeededGenerator) -> CarPose { CarPose.random(using: &generator) }

    /// Between azimuths of half a circle at one elevation, to whatever elevations.
    private func turns(using generator: inout SeededGenerator) -> [Route] {
        let first = pose(using: &generator)
        func azimuth(_ place: UInt64) -> Int { first.azimuth + Int(place % 13) * CarPose.step }
        return (0..<Self.routeCount).map { _ in
            // Of two azimuths of half a circle few are opposite to each other, and of all two in 48.
            let isOpposite = generator.next() % Self.oppositeRarity == 0
            let (from, to) = isOpposite ? (0, 12) : (generator.next(), generator.next())
            return Route(
                start: CarPose(azimuth: azimuth(from), elevation: first.elevation),
                target: CarPose(azimuth: azimuth(to), elevation: pose(using: &generator).elevation))
        }
    }

    /// Between all elevations at one azimuth.
    private func rises(using generator: inout SeededGenerator) -> [Route] {
        let column = pose(using: &generator)
        let poses = CarPose.all.filter { $0.azimuthStep == column.azimuthStep }
        return poses.flatMap { start in poses.map { Route(start: start, target: $0) } }
            .shuffled(using: &generator).prefix(Self.routeCount).map { $0 }
    }
}
