import Debugger
import Foundation
import NPIKit
import Scratchpads
import TestSupport
import Testing

/// What a session must bear: a million events. Times are processor time and hold for release builds.
@Suite("A million events", .enabled(if: ProcessInfo.processInfo.environment["RUN_SLOW_TESTS"] == "1"), .serialized)
struct MillionEventTests {
    @Test("seek, search, timeline and memory", arguments: ["add", "sort"])
    func session(task: String) throws {
        let problem = try Self.problem(task)
        let before = residentBytes()
        var session = try Session(problem, predictor: ExpertPredictor([.add, .sort], stateSize: 1_024))
        let running = seconds { session.extend(events: .max) }
        let count = session.log.count
        #expect(count > 1_000_000)
        let bytes = residentBytes() - before
        report("\(task): \(count) events made in \(running) s")
        report("\(task): log \(session.log.byteCount / count) bytes an event, all \(bytes / count) bytes an event")
        #expect(session.log.byteCount / count < 70)
        #expect(bytes / count < 100)

        var generator = SplitMix(seed: 1)
        var slowest = 0.0
        for target in [count, 0, count / 2, count, 1, 40_000, 0]
            + (0..<50).map({ _ in Int.random(in: 0...count, using: &generator) })
        {
            slowest = max(slowest, seconds { session.perform(.go(to: target)) })
        }
        report("\(task): slowest seek \(slowest * 1_000) ms")
        #expect(slowest < 0.05)

        session.perform(.toStart)
        session.perform(.step(.forward))
        let over = seconds { session.perform(.over(.forward)) }
        let timeline = seconds { _ = session.timeline(columns: 200) }
        report("\(task): over \(over * 1_000) ms, timeline \(timeline * 1_000) ms")
        session.perform(.toStart)
        for text in ["nowhere to be found", "mistake"] {
            var progress = EventSearch.Status.running
            let time = seconds {
                var search = EventSearch(text, .forward, in: session)
                while progress == .running { progress = search.advance(budget: 10_000) }
            }
            report("\(task): search for \"\(text)\" \(time) s")
            #expect(progress == .notFound)
        }
        let id = try session.addBreakpoint("LSHIFT").id
        var stops = 0
        let stepping = seconds {
            while session.perform(.run(.forward)) == .breakpoint(id), stops < 10_000 { stops += 1 }
        }
        report("\(task): \(stops) stops at a breakpoint in \(stepping) s")
    }

    /// A step of the network takes some 54 microseconds on one core, looking for a breakpoint at most 2 % of that.
    @Test(
        "looking out for a breakpoint costs at most a microsecond an event",
        arguments: [
            "carry == 1", "depth >= 3 and not out == blank", "p(ADD1) < 0.9", "act WRITE OUT if inp1 + inp2 > 9",
        ])
    func conditions(text: String) throws {
        var session = try Session(try Self.problem("add"), predictor: ExpertPredictor([.add]))
        session.extend(events: .max)
        try session.addBreakpoint(text)
        let events = session.log.count
        // One by one, as when the network runs.
        let time = seconds { while !session.scan(budget: 1) {} }
        report("\(text): \(time / Double(events) * 1e9) ns an event")
        #expect(time / Double(events) < 1e-6)
    }

    @Test("a recording is written and opened", arguments: ["add", "sort"])
    func recording(task: String) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("npi-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var session = try Session(try Self.problem(task), predictor: ExpertPredictor([.add, .sort]))
        session.extend(events: .max)
        let writing = try seconds {
            let file = try RecordingFile(path, of: session, model: nil)
            try file.finish(session)
        }
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        let before = residentBytes()
        var replay: Session?
        let opening = try seconds { replay = try Session(replaying: try Recording(path: path)) }
        let bytes = residentBytes() - before
        report("\(task): \(size / 1_000_000) MB written in \(writing) s, opened in \(opening) s, \(bytes >> 20) MB")
        #expect(replay?.log.count == session.log.count)
        #expect(opening < 2)
        #expect(bytes < 300 << 20)
    }

    private static func problem(_ task: String) throws -> Problem {
        guard task == "sort" else {
            let digits = (0..<90_000).map { "\($0 * 7 % 10)" }.joined()
            return try Problem(task: .add, input: [digits, String(digits.reversed())])
        }
        return try Problem(task: .sort, input: (0..<290).map { "\($0 * 7919 % 10)" })
    }

    private func report(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

/// How much processor time `body` takes, which other processes do not disturb much.
func seconds(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try body()
    return now() - start
}

/// How much memory the process has at present, in bytes.
func residentBytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = status.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4_096
}
