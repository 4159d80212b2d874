import Assets
import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Runs in which calls nest deep")
struct DeepRunTests {
    @Test("changed anywhere, a run goes on as the network would from there, however its frames are kept")
    func changed() throws {
        let digits = String(repeating: "97", count: 300)
        let text = try #require(ShippedTasks.text(of: "add-recursive"))
        let task = try TaskDefinition(TaskSource(file: "add-recursive.task", text: text))
        let problem = try Problem(task: task, input: [digits, "5" + digits])
        let predictor = try #require(FilePredictor(task))
        var session = try Session(problem, predictor: predictor)
        session.extend(events: .max)
        let whole = session
        #expect(whole.log.count > 5 * 1_024)
        var generator = SplitMix(seed: 5)
        for _ in 0..<30 {
            let position = Int.random(in: 1..<whole.log.count, using: &generator)
            session.perform(.go(to: position))
            // What the network chose is forced, so that the rest is made again from the frames that were kept.
            guard let decision = whole.log[min(position + 1, whole.log.count)].decision else { continue }
            try session.force(decision)
            session.extend(events: .max)
            #expect(session.log.count == whole.log.count)
            for number in stride(from: 1, through: whole.log.count, by: 97) {
                #expect(session.log[number].event == whole.log[number].event)
            }
            #expect(session.ending == whole.ending)
        }
    }
}
