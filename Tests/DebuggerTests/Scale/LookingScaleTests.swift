import Assets
import Debugger
import Foundation
import NPIKit
import Scratchpads
import TestSupport
import Testing

/// Looking into the network on a million events: every view answers within 100 ms at the step that is shown. Times are processor time
/// and hold for release builds.
@Suite(
    "Looking into the network on a million events",
    .enabled(if: ProcessInfo.processInfo.environment["RUN_SLOW_TESTS"] == "1"), .serialized)
struct LookingScaleTests {
    @Test("why, the states around a step, and the numbers")
    func views() throws {
        let network = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
        let digits = String(repeating: "97", count: 40_000)
        let problem = try Problem(task: .add, input: [digits, "5" + digits])
        var session = try Session(problem, predictor: NetworkPredictor(network))
        let running = seconds { session.extend(events: .max) }
        let count = session.log.count
        report("\(count) events made in \(running) s")
        #expect(count > 1_000_000)

        var generator = SplitMix(seed: 1)
        var slowest = (why: 0.0, present: 0.0, window: 0.0)
        for _ in 0..<20 {
            session.perform(.go(to: Int.random(in: 1..<count, using: &generator)))
            slowest.why = max(slowest.why, seconds { #expect(WhyReport(session) != nil) })
            var window = StateWindow()
            let present = seconds {
                window.refresh(in: session, wantsGates: false, isAlone: false)
                while window.present.flatMap({ window.states[$0] }) == nil { window.advance(budget: 8, in: session) }
            }
            slowest.present = max(slowest.present, present)
            slowest.window = max(
                slowest.window, seconds { while window.isFinding { window.advance(budget: 64, in: session) } })
        }
        report("slowest: why \(slowest.why * 1_000) ms, state at the step \(slowest.present * 1_000) ms")
        report("slowest: the \(StateWindow.before + StateWindow.after) steps around it \(slowest.window * 1_000) ms")
        #expect(slowest.why < 0.1 && slowest.present < 0.1)

        var sample = StateSample(session)
        var slice = 0.0
        let sampling = seconds {
            while !sample.isDone { slice = max(slice, seconds { sample.advance(budget: 24, in: session) }) }
        }
        report("a sample of \(sample.states.count) steps \(sampling * 1_000) ms, at most \(slice * 1_000) ms at once")
        let state = try #require(sample.states.first)
        let nearest = seconds { _ = AlikeSteps(to: state, in: sample, session) }
        report("the steps most like one \(nearest * 1_000) ms")
        #expect(slice < 0.1 && nearest < 0.1)

        var numbers = RunNumbers(session)
        var portion = 0.0
        let counting = seconds {
            while !numbers.isDone(in: session) {
                portion = max(portion, seconds { numbers.advance(budget: 1 << 14, in: session) })
            }
        }
        report("numbers \(counting * 1_000) ms, at most \(portion * 1_000) ms at once")
        #expect(portion < 0.1)
    }

    private func report(_ line: String) {
        print("    \(line)")
    }
}
