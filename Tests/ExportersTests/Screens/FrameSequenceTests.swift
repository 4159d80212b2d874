import Debugger
import Exporters
import Foundation
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Films of a run")
struct FrameSequenceTests {
    private func sequence(_ range: ClosedRange<Int>? = nil, size: Size = Size(80, 24)) throws -> FrameSequence {
        let session = try Session.known(.add, "96", "125", at: 0)
        return FrameSequence(session, sourceName: "test", range: range ?? 0...session.log.count, size: size)
    }

    private func cast(_ sequence: FrameSequence, speed: Double = 4) throws -> (header: [String: Any], events: [[Any]]) {
        var sequence = sequence
        var text = ""
        sequence.writeAsciicast(stepsPerSecond: speed, to: &text)
        let lines = try text.split(separator: "\n").map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
        return (try #require(lines.first as? [String: Any]), lines.dropFirst().compactMap { $0 as? [Any] })
    }

    @Test("asciicast: a header of version 2, then events whose time never goes back")
    func asciicast() throws {
        let sequence = try sequence()
        let (header, events) = try cast(sequence)
        #expect(header["version"] as? Int == 2)
        #expect(header["width"] as? Int == 80)
        #expect(header["height"] as? Int == 24)
        #expect((header["theme"] as? [String: String])?["palette"]?.split(separator: ":").count == 16)
        let times = events.compactMap { $0[0] as? Double }
        #expect(times.count == events.count)
        #expect(times == times.sorted())
        #expect(events.allSatisfy { $0.count == 3 && ["o", "m"].contains($0[1] as? String) && $0[2] is String })
        #expect(events.filter { $0[1] as? String == "o" }.count == sequence.frameCount + 1)
        #expect(abs((times.last ?? 0) - (Double(sequence.frameCount - 1) / 4 + 2)) < 0.001)
    }

    @Test("asciicast: a marker at each call of the top program")
    func markers() throws {
        let markers = try cast(try sequence()).events.filter { $0[1] as? String == "m" }.compactMap { $0[2] as? String }
        #expect(markers.count == 7)
        #expect(markers[..<3] == ["step 1: ADD", "step 2: ADD1", "step 10: LSHIFT"])
    }

    @Test("asciicast: drawing only the rows that changed gives each screen as it is")
    func differences() throws {
        var sequence = try sequence()
        var rows = Array(repeating: "", count: 24)
        var position = 0
        for event in try cast(sequence).events where event[1] as? String == "o" && position < sequence.frameCount {
            apply(try #require(event[2] as? String), to: &rows)
            #expect(rows.map(trimmed) == sequence.canvas(at: position).lines.map(trimmed))
            position += 1
        }
        #expect(position == sequence.frameCount)
    }

    private func trimmed(_ row: String) -> Substring {
        row[..<(row.lastIndex { $0 != " " }.map { row.index(after: $0) } ?? row.startIndex)]
    }

    /// A terminal that knows what these films use: going to the start of a row, and colours, which it leaves out.
    private func apply(_ text: String, to rows: inout [String]) {
        var y = 0
        for part in text.components(separatedBy: "\u{1B}[").dropFirst() {
            guard let end = part.firstIndex(where: \.isLetter) else { continue }
            let written = String(part[part.index(after: end)...])
            switch part[end] {
            case "H":
                y = (Int(part.prefix { $0 != ";" }) ?? 1) - 1
                rows[y] = written
            case "m": rows[y] += written
            default: break
            }
        }
    }

    @Test("an animation is XML, needs nothing else, and its times rise from 0 to below 1")
    func animation() throws {
        var sequence = try sequence(0...20)
        var svg = ""
        sequence.writeAnimation(stepsPerSecond: 5, to: &svg)
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
        var (still, moving) = ("", "")
        var sequence = try sequence()
        sequence.writeStill(at: 0, to: &still)
        sequence.writeAnimation(stepsPerSecond: 4, to: &moving)
        #expect(moving.utf8.count < still.utf8.count * sequence.frameCount / 2)
    }

    @Test("a still shows the screen of its step")
    func still() throws {
        var sequence = try sequence()
        var svg = ""
        sequence.writeStill(at: 5, to: &svg)
        #expect(svg == sequence.canvas(at: 5).svg())
        #expect(sequence.canvas(at: 5).lines[0].contains("step 5 of"))
    }
}
