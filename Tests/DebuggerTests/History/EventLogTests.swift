import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("The log of events")
struct EventLogTests {
    @Test("calls know their returns and returns their calls, also after the run is cut", arguments: Trial.random)
    func nesting(trial: Trial) throws {
        var session = try trial.session()
        session.extend(events: .max)
        let full = session.log
        for cut in Set([full.count, full.count / 2, 3, 1, 0]).filter({ $0 <= full.count }) {
            var log = full
            log.truncate(to: cut)
            #expect(log.count == cut)
            var open: [Int] = []
            var calls: [Int] = []
            for number in 0..<cut {
                let record = log[number + 1]
                #expect(record.frame == open.last ?? 0)
                #expect(record.depth == (record.kind == .call ? open.count : open.count - 1))
                switch record.kind {
                case .call:
                    open.append(record.number)
                    calls.append(record.number)
                case .act: break
                case .return:
                    #expect(log[open[open.count - 1]].returnNumber == record.number)
                    open.removeLast()
                }
            }
            for call in open { #expect(log[call].returnNumber == nil) }
            let listed = session.library.programs.flatMap { program in
                (0..<log.calls(of: program).count).map { log.calls(of: program)[$0] }
            }
            #expect(listed.sorted() == calls)
            #expect(log.mistakes.count == (1...max(cut, 1)).count { $0 <= cut && log[$0].judgement == .differs })
            for number in 1...max(cut, 1) where number <= cut {
                #expect((log.expertChance(at: number) != nil) == (log[number].judgement == .differs))
            }
            #expect(log.isHalted == (cut > 0 && open.isEmpty))
        }
    }

    @Test("the outline walks the visible lines both ways, whatever is folded", arguments: Trial.random.prefix(12))
    func outline(trial: Trial) throws {
        var session = try trial.session()
        session.extend(events: .max)
        let log = session.log
        var generator = SplitMix(seed: 5)
        let calls = (1...log.count).filter { log[$0].kind == .call }
        for share in [0, 3, 2, 1] {
            let folded = Set(calls.filter { _ in share > 0 && Int.random(in: 0..<share, using: &generator) == 0 })
            // A line is visible if it is no return and none of its frames is folded.
            func isVisible(_ number: Int) -> Bool {
                guard log[number].kind != .return else { return false }
                var frame = log[number].frame
                while frame != 0 {
                    if folded.contains(frame) { return false }
                    frame = log[frame].frame
                }
                return true
            }
            let visible = (1...log.count).filter(isVisible)
            var walked: [Int] = []
            var line = log.line(after: 0, isFolded: folded.contains)
            while let number = line {
                walked.append(number)
                line = log.line(after: number, isFolded: folded.contains)
            }
            #expect(walked == visible)
            for (index, number) in visible.enumerated() {
                let before = log.line(before: number, isFolded: folded.contains)
                #expect(before == (index > 0 ? visible[index - 1] : nil))
            }
            for number in 1...log.count {
                let shown = log.line(showing: number, isFolded: folded.contains)
                #expect(visible.contains(shown) && shown <= number)
                if isVisible(number) { #expect(shown == number) }
            }
        }
    }

    @Test("an event takes 64 bytes and a few more for the indices")
    func size() throws {
        let digits = String(repeating: "95", count: 700)
        var session = try Trial.addition([digits, digits]).session()
        session.extend(events: .max)
        #expect(session.log.count > 16_384)
        #expect(session.log.byteCount / 20_480 <= 66)
        let layout = session.log.bytesPerEvent
        #expect(layout == 64)
    }

    @Test("a probability survives being written with five decimals")
    func probabilities() throws {
        for raw in UInt16.min...UInt16.max {
            let probability = Probability(rawValue: raw)
            let read = try #require(Float(probability.description))
            if Probability(read) != probability { Issue.record("\(raw) became \(Probability(read).rawValue)") }
        }
        #expect(Probability(0.5).value >= 0.5)
        #expect(Probability(0.49999).value < 0.5)
        #expect([-1, .nan, 2, .infinity].map { Probability($0 as Float).rawValue } == [0, 0, 65535, 65535])
        #expect(
            ["0", "1", "0.50001", "0.00002"] == [0, 65535, 32768, 1].map { Probability(rawValue: $0).description })
    }

    @Test("a summary of a prediction keeps the likeliest programs and values, in order")
    func prediction() {
        var prediction = Prediction(programCount: 6)
        prediction.programs = [0.1, 0.3, 0.05, 0.3, 0.2, 0.05]
        prediction.end = 0.25
        for index in 0..<3 {
            prediction.arguments[index * 10 + index] = 0.6
            prediction.arguments[index * 10 + 9] = 0.4
        }
        let summary = PredictionSummary(prediction)
        #expect(summary.programs.map(\.program.rawValue) == [1, 3, 4, 0])
        #expect(summary.values(ofArgument: 2).map(\.value) == [2, 9])
        #expect(summary.likeliestArguments == Arguments(0, 1, 2))
        #expect(summary.end == Probability(0.25))
        #expect(summary.program(rank: 1)?.probability == Probability(0.3))
    }
}
