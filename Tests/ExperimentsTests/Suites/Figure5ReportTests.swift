import Experiments
import Foundation
import Scratchpads
import Testing

@Suite("What the table of figure 5 tells of several networks")
struct Figure5ReportTests {
    /// The report of networks that were trained on four examples: how many of 50 arrays each sorted, and which ones not.
    private func report(_ networks: [(right: Int, failed: [String])]) throws -> SuiteReport {
        let suite = try Suite(.fig5)
        var lines = [#"{"npi_evaluate":1,"seed":1,"size":"full","suite":"fig5"}"#]
        for (index, network) in networks.enumerated() {
            let failed = try #require(String(data: JSONEncoder().encode(network.failed), encoding: .utf8))
            lines.append(
                """
                {"count":50,"examples":4,"failed":\(failed),"length":20,"right":\(network.right),"series":"NPI",\
                "subject":"npi-4-\(index + 1)","task":"sort","testSeconds":1,"training":{},"trainingSeconds":1}
                """)
        }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try lines.map { $0 + "\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
        return SuiteReport(suite, try SuiteResults(reading: path, of: suite, model: nil))
    }

    @Test("the median of the networks, from the least to the most")
    func median() throws {
        let report = try report([(50, []), (0, []), (49, []), (48, []), (50, [])])
        let point = try #require(report.curve("NPI").first)
        #expect(point.x == 4 && point.share == 0.98 && point.range == 0...1)
        #expect(report.table.text.contains("98.0 % (0.0-100.0), 5 networks"))
        #expect(report.table.notes.count == 1)
    }

    @Test("of an even number of networks the lower of the middle two")
    func even() throws {
        #expect(try #require(report([(10, []), (30, []), (20, []), (40, [])]).curve("NPI").first).share == 0.4)
    }

    @Test("of one network its interval, as in the other figures")
    func one() throws {
        let report = try report([(49, ["5 5"])])
        #expect(report.table.text.contains("98.0 % (89.5-99.6)"))
        #expect(report.table.notes.count == 1)
    }

    @Test("where every failure is of one network alone, the table says so")
    func alone() throws {
        #expect(try report([(49, ["5 5"]), (49, ["4 4"])]).table.notes.last == "No array is wrong in two networks.")
    }

    @Test("arrays that several good networks get wrong are named, the one that most fail at first")
    func common() throws {
        let report = try report([
            (47, ["1 2", "3 4", "9 9"]), (48, ["3 4", "1 2"]), (49, ["3 4"]), (49, ["7 7"]), (20, ["7 7", "9 9"]),
        ])
        #expect(
            report.table.notes.suffix(2) == [
                "Wrong in 3 of the 4 networks that sort half or more: 3 4",
                "Wrong in 2 of the 4 networks that sort half or more: 1 2",
            ])
    }
}
