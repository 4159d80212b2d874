import Assets
import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit

/// A step of the shipped network around a car, rendering what it sees included, and a frame of the car's pane, against the
/// rendering of one image for the network.
struct CarBenchmark {
    /// The bar for a step, and for a frame of a pane of 60 x 24 cells: this many milliseconds.
    static let bar = 4.0

    /// One of the shipped cars with the most triangles.
    private let car = "sports-1"
    /// With one row or column each for title, timeline, footer and the pane's edges, the pane has 60 x 24 cells.
    private let size = Size(62, 29)

    /// Prints the table; says whether the bars were reached.
    func run() throws -> Bool {
        let results = Contest.run([try rendering(), try steps(), try frames()], rounds: 60)
        return Table.isWithin(
            Self.bar, results,
            title: "Around \(car), one core: a step of the network on a new image, a frame of a pane of 60 x 24 cells")
    }

    private var problem: Problem {
        get throws { try Problem(task: .car, input: [car, "-75,60", "0,15"]) }
    }

    private func rendering() throws -> Contest.Contender {
        let world = try problem.makeWorld()
        var pixels = [UInt8](repeating: 0, count: 3 * 128 * 128)
        return Contest.Contender(name: "rendering an image") {
            world.look(into: &pixels)
            consume(Float(pixels[0]))
            return 1
        }
    }

    /// Runs from the start to the end, time after time. A step that sees the image of the step before takes it from there, as
    /// in every run; so only those moves are counted whose step sees a new image.
    private func steps() throws -> Contest.Contender {
        let network = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
        let problem = try problem
        let program = try network.library.require(problem.program)
        let start = try Interpreter(NetworkPredictor(network), in: problem.makeWorld(), running: program)
        return Contest.Contender(name: "a step on a new image", repetitions: 2) {
            var interpreter = start
            var poses = Set<ImageKey>()
            while !interpreter.isHalted, interpreter.eventCount < 100 {
                _ = interpreter.step()
                poses.insert(interpreter.world.imageKey)
            }
            return poses.count
        }
    }

    private func frames() throws -> Contest.Contender {
        let network = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
        let session = try Session(try problem, predictor: NetworkPredictor(network))
        var state = AppState(session, sourceName: "benchmark", keys: CommandTable.keys)
        _ = state.update(.resize(size))
        _ = state.update(.key(.character("z")))
        var canvas = Canvas(size: size)
        return Contest.Contender(name: "a frame of the pane") {
            canvas.clear()
            _ = DebuggerScreen.draw(
                state.session, state.view, into: &canvas)
            consume(Float(canvas.bounds.width))
            return 1
        }
    }
}
