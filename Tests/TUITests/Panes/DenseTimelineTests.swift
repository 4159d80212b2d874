import Debugger
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("The timeline of a long run")
struct DenseTimelineTests {
    /// The slider's row and the legend above it, after the whole of an addition of two numbers of nines.
    private func timeline(digits: Int) throws -> (legend: String, slider: String) {
        let nines = String(repeating: "9", count: digits)
        let problem = try Problem(task: .add, input: [nines, nines])
        var state = AppState(try Session(problem, predictor: ExpertPredictor()), sourceName: "test")
        state.press(.end)
        let lines = state.text(Size(80, 24)).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return (lines[21], lines[22])
    }

    @Test("a short run has a sign for each carry, a long one ticks as high as there are many; the legend says which")
    func ticks() throws {
        let short = try timeline(digits: 2)
        #expect(short.legend.contains("carry"))
        #expect(!short.legend.contains("few to many"))
        let long = try timeline(digits: 400)
        #expect(long.legend.contains("few to many: carry, output"))
        let ticks = long.slider.filter { "▁▂▃▄▅▆▇█".contains($0) }
        #expect(ticks.count > 60)
        #expect(!long.slider.contains("◆"))
    }
}
