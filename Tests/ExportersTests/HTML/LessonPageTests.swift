import Debugger
import Exporters
import Foundation
import Scratchpads
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("A lesson as a page")
struct LessonPageTests {
    private func page() throws -> LessonPage {
        let start = try Session.known(.add, "96", "125", at: 0)
        var later = start
        later.perform(.go(to: 8))
        let other = try Session.known(.add, "1", "2", at: 3)
        let question = LessonPage.Question(
            ask: "What is <b>?", choices: ["a", "b"], answers: ["2"], because: ["So it is."])
        return LessonPage(
            title: "Adding & carrying", sourceName: "test",
            stops: [
                .init(session: start, text: ["We add."], parts: ["pad"], question: nil),
                .init(session: later, text: [], parts: ["calls"], question: question),
                .init(session: other, text: ["</script>"], parts: [], question: nil),
            ], pictures: .debugger)
    }

    private func data(_ html: String) throws -> [String: Any] {
        let rest = try #require(html.components(separatedBy: "id=\"data\">").last)
        let text = try #require(rest.components(separatedBy: "</script>").first)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("has each run once, and the stops on them in order")
    func stops() throws {
        var html = ""
        try page().write(to: &html)
        let data = try data(html)
        #expect((data["runs"] as? [Any])?.count == 2)
        let stops = try #require(data["stops"] as? [[String: Any]])
        #expect(stops.map { $0["run"] as? Int } == [0, 0, 1])
        #expect(stops.map { $0["at"] as? Int } == [0, 8, 3])
        let question = try #require(stops[1]["question"] as? [String: Any])
        #expect(question["answers"] as? [String] == ["2"])
        #expect(stops[0]["question"] is NSNull)
    }

    @Test("is well-formed, loads nothing, and no text ends its script")
    func escaping() throws {
        var html = ""
        try page().write(to: &html)
        #expect(XMLParser(data: Data(html.utf8)).parse())
        #expect(html.components(separatedBy: "</script>").count == 3)
        #expect(html.contains("Adding &amp; carrying — ADD 96 + 125"))
        #expect(!html.contains("src=") && !html.contains("href") && !html.contains("url("))
    }

    @Test("is refused where it would be too large")
    func limit() throws {
        var small = try page()
        small.byteLimit = 1_000
        #expect(throws: PageError.self) {
            var html = ""
            try small.write(to: &html)
        }
    }
}
