import Experiments
import Foundation
import NPIKit
import Scratchpads
import Support
import Testing

@Suite("Measuring suites")
struct SuiteRunTests {
    private func path(_ name: String) -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("npi-suite-\(UUID().uuidString)-\(name)").path
    }

    private func finish(_ run: inout SuiteRun) throws {
        while !run.isFinished { try run.advance() }
    }

    @Test("a suite that was stopped anywhere ends with the same table, and leaves nothing but its results")
    func resume() throws {
        let suite = try Suite(.fig6, isQuick: true, seed: 3)
        let (whole, broken) = (path("whole.jsonl"), path("broken.jsonl"))
        defer { for path in [whole, broken] { try? FileManager.default.removeItem(atPath: path) } }
        var unbroken = try SuiteRun(suite, model: nil, file: whole)
        try finish(&unbroken)

        var sittings = 0
        while true {
            var run = try SuiteRun(suite, model: nil, file: broken)
            if run.isFinished { break }
            // Within the trainings, between points, and within tests.
            for _ in 0..<23 where !run.isFinished { try run.advance() }
            try run.pause()
            sittings += 1
        }
        #expect(sittings > 3)
        let resumed = try SuiteResults(reading: broken, of: suite, model: nil)
        #expect(SuiteReport(suite, resumed).table == SuiteReport(suite, unbroken.results).table)
        #expect(resumed.points.map(\.outputs) == unbroken.results.points.map(\.outputs))
        #expect(resumed.points.map(\.training) == unbroken.results.points.map(\.training))
        let folder = (broken as NSString).deletingLastPathComponent
        let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.contains((broken as NSString).lastPathComponent)
        }
        #expect(left == [(broken as NSString).lastPathComponent])
    }

    @Test("a program added to a network changes nothing that it did before")
    func grown() throws {
        let network = TrainingRecipe(tasks: [.add, .sort], seed: 1).makeNetwork()
        var generator = SeededGenerator(seed: 2)
        var grown = network
        try grown.addPrograms(["MAX", "RJMP"], barringOld: true, using: &generator)
        let model = path("grown.safetensors")
        defer { try? FileManager.default.removeItem(atPath: model) }
        try ModelFile.write(grown, training: [:], to: model)
        let contents = try ModelFile.read(model)
        let suite = try Suite(.table1, isQuick: true, model: contents.network)
        var run = try SuiteRun(suite, model: contents, file: nil)
        try finish(&run)
        let table = SuiteReport(suite, run.results).table.text
        #expect(table.contains("addition, 10 digits: with MAX added, all 10 outputs and run lengths are the same"))
        #expect(table.contains("sorting, 5 values: with MAX added, all 10 outputs and run lengths are the same"))
    }

    @Suite("Results files")
    struct FileTests {
        private static let header = #"{"npi_evaluate":1,"seed":1,"size":"quick","suite":"fig6"}"#
        private static let point = """
            {"count":10,"length":2,"right":4,"series":"NPI","subject":"npi","task":"sort","testSeconds":0.1,\
            "training":{},"trainingSeconds":1}
            """

        private func problem(_ lines: [String]) throws -> SuiteResultsError.Problem? {
            let suite = try Suite(.fig6, isQuick: true)
            let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
            defer { try? FileManager.default.removeItem(atPath: path) }
            try lines.map { $0 + "\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
            do throws(SuiteResultsError) {
                let results = try SuiteResults(reading: path, of: suite, model: nil)
                #expect(results.points.count == lines.count - 1)
                #expect(results.lines.first == lines.first)
                return nil
            } catch {
                return error.problem
            }
        }

        @Test("what was measured is read again")
        func good() throws {
            #expect(try problem([Self.header, Self.point]) == nil)
        }

        @Test("a damaged line is named, and what is wrong with it")
        func damage() throws {
            #expect(try problem([Self.header, String(Self.point.dropLast(9))]) == .line(2, "it is no JSON object"))
            #expect(
                try problem([Self.header, Self.point.replacing(#""right":4,"#, with: "")])
                    == .line(2, #""right" is missing"#))
            #expect(
                try problem([Self.header, Self.point.replacing(#""right":4,"#, with: #""right":"x","#)])
                    == .line(2, #""right" has a wrong value"#))
            #expect(
                try problem([Self.header, Self.point.replacing(#""length":2"#, with: #""length":77"#)])
                    == .line(2, "fig6 has no such point"))
            #expect(
                try problem([Self.header, Self.point, Self.point]) == .line(3, "the point stands there twice"))
            guard case .line(2, _) = try problem([Self.header, Self.point.replacing(":4,", with: ":11,")]) else {
                Issue.record("11 of 10 right must be refused")
                return
            }
        }

        @Test("a last line that broke off costs its point alone, which is measured anew")
        func torn() throws {
            let suite = try Suite(.fig6, isQuick: true)
            let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
            defer { try? FileManager.default.removeItem(atPath: path) }
            for (last, count) in [(Self.point, 1), (String(Self.point.dropLast(9)), 0), ("{", 0)] {
                try "\(Self.header)\n\(last)".write(toFile: path, atomically: true, encoding: .utf8)
                #expect(try SuiteResults(reading: path, of: suite, model: nil).points.count == count)
            }
            try "\(Self.header)".write(toFile: path, atomically: true, encoding: .utf8)
            #expect(throws: SuiteResultsError.self) { try SuiteResults(reading: path, of: suite, model: nil) }
        }

        @Test("a file of another suite, or of none, is refused")
        func others() throws {
            #expect(
                try problem([Self.header.replacing("fig6", with: "fig5")])
                    == .otherSuite("fig5 --quick with seed 1", wanted: "fig6 --quick with seed 1"))
            #expect(try problem(["hello"]) == .noHeader)
            #expect(try problem([]) == .noHeader)
        }
    }
}
