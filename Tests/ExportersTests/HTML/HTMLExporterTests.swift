import Debugger
import Exporters
import Foundation
import NPIKit
import Scratchpads
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Pages of a run")
struct HTMLExporterTests {
    private func page(
        _ session: Session, name: String = "test", model: ModelIdentity? = nil, range: ClosedRange<Int>? = nil,
        by exporter: HTMLExporter = HTMLExporter()
    ) throws -> String {
        var run = ExportedRun(session, range: range ?? 0...session.log.count, sourceName: name, pictures: .debugger)
        run.model = model
        var file = ExportedBytes()
        try exporter.export(run, to: &file)
        return file.text
    }

    private func data(_ html: String) throws -> [String: Any] {
        let rest = try #require(html.components(separatedBy: "id=\"data\">").last)
        let text = try #require(rest.components(separatedBy: "</script>").first)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// The recording's lines as JSON.
    private func recorded(_ session: Session) throws -> [NSDictionary] {
        var recorder = Recorder(session, model: nil)
        var bytes: [UInt8] = []
        while let lines = recorder.newLines(of: session) { bytes += lines }
        bytes += recorder.endLine(of: session)
        return try bytes.split(separator: UInt8(ascii: "\n")).map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line)) as? NSDictionary)
        }
    }

    @Test("the embedded events are the recording's")
    func events() throws {
        let session = try Session.known(.add, "96", "125", at: 0)
        let (data, lines) = (try data(try page(session)), try recorded(session))
        #expect(data["header"] as? NSDictionary == lines.first)
        #expect(data["end"] as? NSDictionary == lines.last)
        #expect(data["events"] as? [NSDictionary] == Array(lines.dropFirst().dropLast()))
        #expect((data["screens"] as? [[Int]])?.count == session.log.count + 1)
        #expect((data["words"] as? [Any])?.count == session.log.count)
    }

    @Test("a part of a run has its events, and the calls that are open where it begins")
    func part() throws {
        let session = try Session.known(.add, "96", "125", at: 0)
        let (data, lines) = (try data(try page(session, range: 5...9)), try recorded(session))
        #expect(data["events"] as? [NSDictionary] == Array(lines[6...9]))
        let calls = try #require(data["stack"] as? [[String: Any]]).compactMap { $0["n"] as? Int }
        #expect(calls == session.log.stack(at: 5).reversed().map(\.call))
        #expect(data["end"] is NSNull)
        #expect((data["screens"] as? [[Int]])?.count == 5)
    }

    @Test("the rows that changed add up to the drawing of each step", arguments: [TaskDefinition.add, .sort])
    func differences(task: TaskDefinition) throws {
        let session =
            try task == .add ? Session.known(.add, "58", "7", at: 0) : Session.known(.sort, "9", "2", "5", at: 0)
        let data = try data(try page(session))
        let last = try self.data(try page(session, range: session.log.count...session.log.count))
        func rows(_ data: [String: Any]) throws -> [[String]] {
            let colors = try #require(data["colors"] as? [[String]])
            let elements = try #require(data["elements"] as? [String]).map { element in
                colors.indices.reduce(element) { $0.replacing("var(--c\($1))", with: colors[$1].joined()) }
            }
            let table = try #require(data["rows"] as? [[Int]]).map { $0.map { elements[$0] } }
            var shown: [[String]] = []
            for changes in try #require(data["screens"] as? [[Int]]) {
                for index in stride(from: 0, to: changes.count, by: 2) {
                    if changes[index] == shown.count {
                        shown.append(table[changes[index + 1]])
                    } else {
                        shown[changes[index]] = table[changes[index + 1]]
                    }
                }
            }
            return shown
        }
        #expect(try rows(data) == (try rows(last)))
        #expect(try #require(data["rows"] as? [Any]).count < session.log.count * 14 / 2)
    }

    @Test("a drawing is held once for light and for dark pages: its colours are names")
    func colors() throws {
        let data = try data(try page(try Session.known(.add, "58", "7", at: 0)))
        let elements = try #require(data["elements"] as? [String])
        let colors = try #require(data["colors"] as? [[String]])
        #expect(!elements.contains { $0.contains("\"#") })
        #expect(colors.allSatisfy { $0.count == 2 && $0.allSatisfy { $0.hasPrefix("#") } })
        let named = Set(elements.joined().matches(of: /var\(--c(\d+)\)/).compactMap { Int($0.1) })
        #expect(named == Set(colors.indices).intersection(named) && named.count > 3)
        // The same row in another place is the same drawing.
        #expect(elements.contains { $0.contains("y=\"14\"") } && !elements.contains { $0.contains("y=\"32\"") })
    }

    @Test("a page is well-formed, loads nothing, and nothing in a name ends its script")
    func escaping() throws {
        let session = try Session.known(.add, "96", "125", at: 0)
        let name = "</script><b>\"'&\u{1}.npitrace"
        let html = try page(session, name: name)
        #expect(XMLParser(data: Data(html.utf8)).parse())
        #expect(html.components(separatedBy: "</script>").count == 3)
        #expect(html.contains("&lt;/script&gt;&lt;b&gt;&quot;&#39;&amp;?.npitrace"))
        #expect(!html.contains("src=") && !html.contains("href") && !html.contains("url("))
        let model = ModelIdentity(name: "</script>&<!--\"\\", sha256: "00")
        let named = try page(session, model: model, range: 0...3)
        #expect(XMLParser(data: Data(named.utf8)).parse())
        let header = try data(named)["header"] as? [String: Any]
        #expect((header?["model"] as? [String: String])?["name"] == model.name)
    }

    @Test("marks, names of arguments and what is right at a mistake are told; the network is named")
    func moments() throws {
        let session = try Session.known(.add, "96", "125", at: 0, slips: [2: .act(Arguments(3, 2, 7))])
        let html = try page(session, model: ModelIdentity(name: "half-trained", sha256: "00"))
        #expect(html.contains("test, network half-trained</span>"))
        let data = try data(html)
        #expect((data["rights"] as? [String: String])?["3"] == "WRITE OUT 1")
        #expect((data["marks"] as? [String: [String]])?["3"]?.first == "mistake")
        #expect((data["values"] as? [[Any]])?[1].contains { $0 as? String == "WRITE" } == true)
        let events = try #require(data["events"] as? [NSDictionary])
        #expect((events[2]["right"] as? [Double])?.last == 3)
    }

    @Test("a page opens at the step that is asked for, or the nearest that it has")
    func opening() throws {
        let session = try Session.known(.add, "96", "125", at: 0)
        for (asked, range, opening) in [(nil, 0...39, 0), (17, 0...39, 17), (17, 20...30, 20), (nil, 20...30, 20)] {
            var run = ExportedRun(session, range: range, sourceName: "test", pictures: .debugger)
            run.opening = asked
            var file = ExportedBytes()
            try HTMLExporter().export(run, to: &file)
            #expect(try data(file.text)["opening"] as? Int == opening)
        }
    }

    @Test("too many steps, and too many bytes, are refused with a way out")
    func refusal() throws {
        let session = try Session.known(.add, "96", "125", at: 0)
        #expect(throws: PageError(limit: 10_000)) {
            _ = try page(session, range: 0...20, by: HTMLExporter(byteLimit: 10_000))
        }
        let digits = String(repeating: "9", count: 1_700)
        let long = try Session.known(.add, digits, digits, at: 0)
        #expect(throws: ExportError.tooManySteps(long.log.count + 1, format: "html", limit: 20_000)) {
            _ = try page(long)
        }
        let errors: [any Error] = [
            ExportError.tooManySteps(1_000_000, format: "html", limit: 20_000), PageError(limit: 32 << 20),
        ]
        for error in errors {
            #expect("\(error)".hasSuffix("choose a part of the run with --from and --to"))
            #expect(!"\(error)".contains("\n"))
        }
    }
}
