import Assets
import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit

/// A key press and the frame that answers it, at 200 x 60 in a 3,000-digit addition, against painting as many cells
/// without looking at anything.
struct InterfaceBenchmark {
    /// The bar: a key is shown within this many milliseconds. Showing a canvas on a terminal takes a fraction of one more.
    static let bar = 16.0

    private let size = Size(200, 60)

    /// Prints the table; says whether the bar was reached.
    func run() throws -> Bool {
        let results = Contest.run(
            [
                plainPainting(), try keys("a step and its frame", [.right]),
                try keys("a jump and its frame", [.end, .home]),
            ],
            rounds: 100)
        return Table.isWithin(
            Self.bar, results,
            title: "A key press and its frame, \(size.width) x \(size.height), 3,000 digits, \(events) events known")
    }

    private let events = 20_000

    private func plainPainting() -> Contest.Contender {
        var canvas = Canvas(size: size)
        return Contest.Contender(name: "painting every cell") {
            canvas.fill(canvas.bounds, with: "x", style: .dim)
            consume(Float(canvas.bounds.width))
            return 1
        }
    }

    private func keys(_ name: String, _ keys: [Key]) throws -> Contest.Contender {
        let network = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
        let digits = String(repeating: "95", count: 1_500)
        var session = try Session(
            try Problem(task: .add, input: [digits, digits]), predictor: NetworkPredictor(network), stepLimit: events)
        session.extend(events: events)
        session.perform(.go(to: events / 2))
        var state = AppState(session, sourceName: "benchmark", keys: CommandTable.keys)
        var canvas = Canvas(size: size)
        return Contest.Contender(name: name) {
            for key in keys {
                _ = state.update(.key(key))
                canvas.clear()
                _ = DebuggerScreen.draw(
                    state.session, state.view, into: &canvas)
            }
            return keys.count
        }
    }
}
