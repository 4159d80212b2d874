import Debugger
import Foundation
import NPIKit
import Scratchpads
import Support
import TestSupport
import Testing
import Tours

@Suite("Tours that show lines of a task's file")
struct ShownLinesTests {
    /// A tour on flip.task beside it, with these stops.
    private func tour(_ stops: String, task: String = ExampleTask.flip) throws -> Tour {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tour-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try task.write(to: folder.appendingPathComponent("flip.task"), atomically: true, encoding: .utf8)
        let text = "title: Flipping\ntask: flip.task\ninput: abab\nstops:\n\(stops)"
        let path = folder.appendingPathComponent("flip.yaml")
        try text.write(to: path, atomically: true, encoding: .utf8)
        do {
            return try Tour(path: path.path)
        } catch {
            // Where the folder is says nothing.
            throw TourError(
                file: "flip.yaml", line: error.line, column: error.column,
                error.what.replacingOccurrences(of: folder.path + "/", with: ""))
        }
    }

    @Test(
        "lines are a number, a range or a program",
        arguments: [("17", 17...17), ("17-19", 17...19), ("17 - 19", 17...19), ("CHANGE", 21...22), ("flip", 14...19)])
    func reads(_ text: String, lines: ClosedRange<Int>) throws {
        let tour = try tour("  - {at: start, lines: \(text), text: Look here.}\n  - {look: source, text: And here.}\n")
        #expect(tour.stops[0].lines == lines)
        #expect(tour.stops.allSatisfy { $0.showsSource })
        #expect(tour.stops[1].lines == nil)
    }

    @Test("a stop may be where a line is carried out")
    func place() throws {
        let tour = try tour("  - {at: 'flip.task:22', lines: 22, text: Here.}\n  - {at: '22', text: Again.}\n")
        let programs = try #require(FilePredictor(tour.problem.task))
        let session = try Session(tour.problem, predictor: programs)
        let plan = try TourPlan(tour, on: session)
        #expect(plan.stops.map(\.session.position) == [2, 7])
        var text = ""
        TourText(tour, plan).write(to: &text)
        #expect(text.contains("    flip.task\n    > 22    write AT \"b\"\n"))
    }

    @Test(
        "what is wrong with lines is said",
        arguments: [
            ("lines: 99", "5:24: flip.task has the lines 1 to 25"),
            ("lines: 0", "5:24: flip.task has the lines 1 to 25"),
            ("lines: 9-3", "5:24: lines 9-3 run backwards; write 3-9"),
            (
                "lines: CHANG",
                "5:24: there is no program CHANG to show; did you mean CHANGE?"
            ),
        ])
    func mistakes(_ lines: String, error: String) throws {
        let found = #expect(throws: TourError.self) { try tour("  - {at: start, \(lines), text: Look.}\n") }
        #expect(found?.description == "flip.yaml:\(error)")
    }

    @Test("a task without a file shows no lines")
    func noFile() {
        for (look, what) in [
            ("lines: 17", "5:24: this tour's task has no file with lines to show"),
            ("look: source", "5:23: this tour's task has no file to look at"),
        ] {
            let text =
                "title: A\ntask: car\ninput: saloon-1 -60,45 0,15\nstops:\n  - {at: start, \(look), text: Look.}\n"
            let found = #expect(throws: TourError.self) { try Tour(reading: text, file: "x.yaml") }
            #expect(found?.description == "x.yaml:\(what)")
        }
    }

    @Test("mistakes of the task's file are said at the task")
    func badTask() {
        let found = #expect(throws: TourError.self) {
            try tour("  - {at: start, text: Look.}\n", task: "tusk flip")
        }
        #expect(found?.description.hasPrefix("flip.yaml:2:7: flip.task:1:1: ") == true)
        let missing = #expect(throws: TourError.self) {
            try Tour(reading: "title: A\ntask: none.task\ninput: a\nstops: []\n", file: "/nowhere/x.yaml")
        }
        #expect(missing?.what.contains("/nowhere/none.task") == true)
    }
}
