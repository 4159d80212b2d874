import Debugger
import Exporters
import Foundation
import Scratchpads
import TerminalKit
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Animations of a run")
struct FrameSequenceTests {
    private func exported(_ range: ClosedRange<Int>? = nil, speed: Double = 4) throws -> ExportedRun {
        let session = try Session.known(.add, "96", "125", at: 0)
        var run = ExportedRun(session, range: range ?? 0...session.log.count, sourceName: "test", pictures: .debugger)
        run.size = Size(80, 24)
        run.stepsPerSecond = speed
        return run
    }

    private func text(_ run: ExportedRun, _ format: String) throws -> String {
        var file = ExportedBytes()
        try #require(ExporterCatalog.named(format)).export(run, to: &file)
        return file.text
    }

    private func cast(_ run: ExportedRun) throws -> (header: [String: Any], events: [[Any]]) {
        let text = try text(run, "asciicast")
        let lines = try text.split(separator: "\n").map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
        return (try #require(lines.first as? [String: Any]), lines.dropFirst().compactMap { $0 as? [Any] })
    }

    @Test("asciicast: a header of version 2, then events whose time never goes back")
    func asciicast() throws {
        let run = try exported()
        let (header, events) = try cast(run)
        #expect(header["version"] as? Int == 2)
        #expect(header["width"] as? Int == 80)
        #expect(header["height"] as? Int == 24)
        #expect((header["theme"] as? [String: String])?["palette"]?.split(separator: ":").count == 16)
        let times = events.compactMap { $0[0] as? Double }
        #expect(times.count == events.count)
        #expect(times == times.sorted())
        #expect(events.allSatisfy { $0.count == 3 && ["o", "m"].contains($0[1] as? String) && $0[2] is String })
        #expect(events.filter { $0[1] as? String == "o" }.count == run.range.count + 1)
        #expect(abs((times.last ?? 0) - (Double(run.range.count - 1) / 4 + 2)) < 0.001)
    }

    @Test("asciicast: a marker at each call of the top program")
    func markers() throws {
        let markers = try cast(try exported()).events.filter { $0[1] as? String == "m" }.compactMap { $0[2] as? String }
        #expect(markers.count == 7)
        #expect(markers[..<3] == ["step 1: ADD", "step 2: ADD1", "step 10: LSHIFT"])
    }

    @Test("asciicast: drawing only the cells that changed gives each screen as it is")
    func differences() throws {
        let run = try exported()
        var sequence = FrameSequence(run)
        var terminal = ANSITerminal(size: run.size)
        var position = 0
        for event in try cast(run).events where event[1] as? String == "o" && position < sequence.frameCount {
            terminal.show(try #require(event[2] as? String))
            #expect(terminal.lines.map(trimmed) == sequence.canvas(at: position).lines.map(trimmed))
            position += 1
        }
        #expect(position == sequence.frameCount)
    }

    private func trimmed(_ row: String) -> Substring {
        row[..<(row.lastIndex { $0 != " " }.map { row.index(after: $0) } ?? row.startIndex)]
    }

    @Test("an animation is XML, needs nothing else, and its times rise from 0 to below 1")
    func animation() throws {
        let svg = try text(try exported(0...20, speed: 5), "svg")
        #expect(XMLParser(data: Data(svg.utf8)).parse())
        #expect(!svg.contains("href") && !svg.contains("<script"))
        let lists = svg.components(separatedBy: "keyTimes=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(!lists.isEmpty)
        for list in lists {
            let times = list.split(separator: ";").compactMap { Double($0) }
            #expect(times.first == 0)
            #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
            #expect(times.allSatisfy { 0..<1 ~= $0 })
        }
    }

    @Test("an animation keeps what stays the same once")
    func animationSize() throws {
        let run = try exported()
        var still = run
        still.isStill = true
        let size = try text(still, "svg").utf8.count
        #expect(try text(run, "svg").utf8.count < size * run.range.count / 2)
    }

    @Test("a still shows the screen of its step")
    func still() throws {
        var run = try exported(5...5)
        run.isStill = true
        let svg = try text(run, "svg")
        var sequence = FrameSequence(run)
        #expect(svg == sequence.canvas(at: 5).svg())
        #expect(sequence.canvas(at: 5).lines[0].contains("5 of "))
    }

    @Test(
        "more screens than programs open are refused with a way out",
        arguments: [("svg", 2_000), ("asciicast", 20_000)])
    func refusal(format: String, limit: Int) throws {
        let digits = String(repeating: "9", count: limit * 17 / 20 / 8)
        let session = try Session.known(.add, digits, digits, at: 0)
        try #require(session.log.count > limit)
        let run = ExportedRun(session, range: 0...limit, sourceName: "test", pictures: .debugger)
        #expect(throws: ExportError.tooManySteps(limit + 1, format: format, limit: limit)) { _ = try text(run, format) }
    }
}
