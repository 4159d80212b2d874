import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("What is watched")
struct WatchTests {
    @Test("shows its value, the one before, and when it changed; going back shows what was there")
    func readings() throws {
        var session = try Trial.addition().session()
        session.extend(events: .max)
        let watch = try session.addWatch("carry")
        session.scan()
        for (position, value, before, changed) in [
            (0, nil, nil, nil), (6, 1, nil, 6), (7, nil, 1, 7), (13, 1, nil, 13), (39, nil, 1, 36), (6, 1, nil, 6),
        ] as [(Int, Double?, Double?, Int?)] {
            session.perform(.go(to: position))
            let reading = session.reading(of: watch)
            #expect(
                reading.value == value && reading.before == before && reading.changedAt == changed, "step \(position)")
        }
    }

    @Test("last goes from change to change, back to the first")
    func last() throws {
        var session = try Trial.addition().session()
        session.extend(events: .max)
        let watch = try session.addWatch("out[1]")
        let pointer = try session.addWatch("ptr_inp1")
        session.scan()
        session.perform(.toEnd)
        #expect(session.lastChange(of: watch) == 17)
        var steps: [Int] = []
        while let step = session.lastChange(of: pointer) {
            steps.append(step)
            session.perform(.go(to: step))
        }
        #expect(steps == [34, 25, 11])
        #expect(session.lastChange(of: watch) == nil)
    }

    @Test("a change stops the run where that is asked for")
    func stopping() throws {
        var session = try Trial.addition().session()
        let watch = try session.addWatch("out[0] stop")
        #expect(watch.stopsRun && watch.text == "out[0]")
        #expect(session.perform(.run(.forward)) == .watch(watch.id))
        #expect(session.position == 3)
        session.stopPoints.setStopsRun(false, watch.id)
        #expect(session.perform(.run(.forward)) == .end(.halted))
    }

    @Test("the same readings live, known, and after a change of the past", arguments: Trial.random.prefix(8))
    func everyWay(trial: Trial) throws {
        let texts =
            trial.problem.task == .add
            ? ["inp1 + inp2", "carry", "p(ADD1)", "program", "depth > 2"] : ["ptr1 == ptr2", "value1", "entropy"]
        for text in texts {
            var live = try trial.session()
            let watch = try live.addWatch(text)
            var seen: [WatchReading] = [live.reading(of: watch)]
            while live.ending == nil || live.position < live.log.count {
                live.perform(.step(.forward))
                live.extend(events: 1)
                live.scan()
                seen.append(live.reading(of: watch))
            }
            var known = try trial.session()
            known.extend(events: .max)
            let same = try known.addWatch(text)
            known.scan()
            for position in 1..<seen.count {
                known.perform(.go(to: position))
                #expect(known.reading(of: same) == seen[position], "\(text) at \(position)")
            }
        }
    }

    @Test("nonsense is refused with its column, and watches nothing")
    func nonsense() throws {
        var session = try Trial.addition().session()
        for (text, column) in [("carrry", 1), ("", 1), ("carry +", 8), ("out", 0), ("out[0", 6), ("carry stopp", 7)] {
            guard column > 0 else { continue }
            let error = #expect(throws: SpecError.self, "\(text)") { try session.addWatch(text) }
            #expect(error?.column == column, "\(text)")
        }
        #expect(session.stopPoints.watches.isEmpty)
    }
}

@Suite("Bookmarks and doubts")
struct BookmarkTests {
    @Test("are kept in order, marked, found by [ and ], and forgotten where the run is cut off")
    func bookmarks() throws {
        var session = try Trial.addition().session()
        session.extend(events: .max)
        for (step, note) in [(20, "the second carry"), (5, ""), (30, "later")] {
            session.perform(.go(to: step))
            session.setBookmark(note)
        }
        #expect(session.bookmarks.map(\.step) == [5, 20, 30])
        #expect(session.bookmarkNote(at: 20) == "the second carry")
        #expect(session.mark(before: 20, among: .bookmark) == 5)
        #expect(session.marks(at: 20).contains(.bookmark))
        session.perform(.go(to: 21))
        try session.branch()
        #expect(session.bookmarks.map(\.step) == [5, 20])
        session.removeBookmark(at: 5)
        #expect(session.bookmarks.map(\.step) == [20])
    }

    @Test(
        "the least sure step is the one with the least probability of what was decided",
        arguments: Trial.random.prefix(8))
    func leastConfident(trial: Trial) throws {
        var session = try trial.session()
        session.extend(events: .max)
        let confidence = (1...session.log.count).compactMap { number in
            session.log[number].prediction.map { ($0.confidence(of: session.log[number].kind), number) }
        }
        let least = confidence.min { $0 < $1 }
        guard let least else { return #expect(session.log.leastConfident == nil) }
        #expect(session.log.leastConfident?.position == least.1 - 1)
        #expect(session.log.leastConfident?.confidence == least.0)
        if least.0.value < PredictionSummary.usualConfidence {
            #expect(session.marks(at: least.1 - 1).contains(.lowConfidence))
        }
    }

    @Test("finish runs until the selected frame has returned, backwards to before its call")
    func finishSelected() throws {
        var session = try Trial.addition().session()
        session.extend(events: .max)
        session.perform(.go(to: 20))
        session.selectFrame(1)
        session.perform(.finish(.forward))
        #expect(session.position == 23)
        session.perform(.go(to: 20))
        session.selectFrame(1)
        session.perform(.finish(.backward))
        #expect(session.position == 15)
    }
}
