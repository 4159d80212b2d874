import Debugger
import Exporters
import Foundation
import Scratchpads
import TestSupport
import Testing

@Suite("Calls exported for other tools")
struct CallExporterTests {
    /// Runs of all shapes, whole and in part.
    static let stretches: [(Trial, ClosedRange<Double>)] = ([try? Trial.addition()].compactMap { $0 } + Trial.random)
        .flatMap { trial in [0...1, 0.3...0.8, 0.5...0.5].map { (trial, $0) } }

    private func session(_ trial: Trial) throws -> Session {
        var session = try trial.session()
        session.extend(events: .max)
        return session
    }

    private func export(
        _ session: Session, _ format: String, _ part: ClosedRange<Double> = 0...1
    ) throws -> (text: String, range: ClosedRange<Int>) {
        let count = Double(session.log.count)
        let range = Int(count * part.lowerBound)...Int(count * part.upperBound)
        var file = ExportedBytes()
        let run = ExportedRun(session, range: range, sourceName: "test", pictures: .debugger)
        try #require(ExporterCatalog.named(format)).export(run, to: &file)
        return (file.text, range)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("speedscope: time never goes back, closing closes the innermost, nothing stays open", arguments: stretches)
    func speedscope(_ trial: Trial, _ part: ClosedRange<Double>) throws {
        let (text, range) = try export(try session(trial), "speedscope", part)
        let file = try object(text)
        #expect(file["$schema"] as? String == "https://www.speedscope.app/file-format-schema.json")
        let frames = try #require((file["shared"] as? [String: Any])?["frames"] as? [[String: String]])
        let profile = try #require((file["profiles"] as? [[String: Any]])?.first)
        #expect(profile["type"] as? String == "evented")
        #expect(profile["startValue"] as? Int == range.lowerBound)
        #expect(profile["endValue"] as? Int == range.upperBound)
        var open: [Int] = []
        var time = range.lowerBound
        for event in try #require(profile["events"] as? [[String: Any]]) {
            let at = try #require(event["at"] as? Int)
            let frame = try #require(event["frame"] as? Int)
            #expect(at >= time && frames.indices.contains(frame))
            time = at
            if event["type"] as? String == "O" {
                open.append(frame)
            } else {
                #expect(event["type"] as? String == "C")
                #expect(open.popLast() == frame)
            }
        }
        #expect(open.isEmpty)
        #expect(time <= range.upperBound)
    }

    @Test("Chrome: each event lies within the one around it", arguments: stretches)
    func chrome(_ trial: Trial, _ part: ClosedRange<Double>) throws {
        let (text, range) = try export(try session(trial), "chrome", part)
        let events = try #require(try object(text)["traceEvents"] as? [[String: Any]])
        var ends: [Int] = []
        var last = 0
        for event in events where event["ph"] as? String == "X" {
            let start = try #require(event["ts"] as? Int)
            let duration = try #require(event["dur"] as? Int)
            #expect(start >= last && duration >= 1)
            last = start
            while let end = ends.last, end <= start { ends.removeLast() }
            if let end = ends.last { #expect(start + duration <= end) }
            ends.append(start + duration)
        }
        if range.count > 1 { #expect(last < range.upperBound * 1_000) }
    }

    @Test("folded: every step is counted once", arguments: stretches)
    func folded(_ trial: Trial, _ part: ClosedRange<Double>) throws {
        let (text, range) = try export(try session(trial), "folded", part)
        let counts = text.split(separator: "\n").map { line in line.split(separator: " ").last.flatMap { Int($0) } }
        #expect(counts.allSatisfy { $0 ?? 0 > 0 })
        #expect(counts.reduce(0) { $0 + ($1 ?? 0) } == range.count - 1)
    }

    @Test("96 + 125 as stacks")
    func sumAsStacks() throws {
        let text = try export(try session(try Trial.addition()), "folded").text
        #expect(text.hasPrefix("ADD 2\nADD;ADD1 6\nADD;ADD1;WRITE OUT 1 1\nADD;ADD1;CARRY 4\n"))
        #expect(text.contains("ADD;LSHIFT;PTR OUT LEFT 3\n"))
    }

    @Test("stacks so deep that their lines would fill a disk are refused, and a part of the run is written")
    func runaway() throws {
        var session = try Session(
            Problem(task: .add, input: ["9", "9"]), predictor: RunawayPredictor(), stepLimit: 15_000)
        session.extend(events: .max)
        #expect(session.log.depth(at: session.log.count) > 10_000)
        do {
            _ = try export(session, "folded")
            Issue.record("it was written")
        } catch let error as StackError {
            #expect("\(error)".contains("export a part of the run with --from and --to"))
        }
        #expect(try export(session, "folded", 0...0.01).text.hasPrefix("ADD 1\nADD;ADD 1\n"))
    }
}
