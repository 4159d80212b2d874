import Foundation
import Testing

@Suite("npi tour without a terminal")
struct TourTests {
    @Test("lists what there is, with titles")
    func list() throws {
        for run in [try CommandRun("tour"), try CommandRun("tour", "--list")] {
            #expect(run.status == 0)
            #expect(run.lines.contains { $0.hasPrefix("adding ") && $0.hasSuffix("How a network adds") })
            #expect(run.lines.contains { $0.hasPrefix("mistakes ") })
        }
    }

    @Test("prints a tour as text, with its answers")
    func plain() throws {
        let run = try CommandRun("tour", "adding")
        #expect(run.status == 0)
        #expect(run.lines.first == "How a network adds")
        #expect(run.output.contains("Question: "))
        #expect(run.output.contains("Answer: 2"))
        #expect(run.lines.allSatisfy { $0.count <= 79 })
        #expect(run.output == (try CommandRun("tour", "adding", "--plain").output))
    }

    @Test("--html writes a page with every stop, and replaces a file only when asked")
    func page() throws {
        let folder = try TemporaryFolder()
        let run = try CommandRun("tour", "mistakes", "--html", folder: folder.path)
        #expect(run.output == "exported: mistakes.html\n")
        let page = try folder.contents(of: "mistakes.html")
        #expect(page.contains("id=\"lesson\"") && page.contains("half-trained"))
        #expect(try CommandRun("tour", "mistakes", "--html", folder: folder.path).failed(1, saying: "--overwrite"))
        #expect(try CommandRun("tour", "mistakes", "--html", "-o", "-", folder: folder.path).output == page)
        #expect(try CommandRun("tour", "--html").status == 64)
        #expect(try CommandRun("tour", "adding", "-o", "a.html").status == 64)
    }

    @Test("a tour of one's own is played from its file, and what is wrong in it is told with its place")
    func ownFile() throws {
        let folder = try TemporaryFolder()
        func run(_ text: String) throws -> CommandRun {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/mine.yaml"))
            return try CommandRun("tour", "mine.yaml", folder: folder.path)
        }
        let good = "title: Mine\ntask: add\ninput: 1 2\nstops:\n  - at: ADD1\n    text: Look.\n"
        #expect(try run(good).lines.first == "Mine")
        #expect(
            try run(good + "  - at: CARY\n    text: A\n").failed(1, saying: "mine.yaml:7:9: there is no program CARY"))
        #expect(
            try run(good + "  - at: CARRY\n    text: A\n").failed(1, saying: "mine.yaml:7:9: stop 2 is not reached"))
        #expect(try run("title: [").failed(1, saying: "mine.yaml:2:1: this is no YAML"))
        #expect(try CommandRun("tour", "gone.yaml").failed(1, saying: "gone.yaml: there is no such file"))
        #expect(try CommandRun("tour", folder.path + "/").failed(1, saying: "this is a folder"))
    }

    @Test("names that there are not are refused with those that are near")
    func unknown() throws {
        #expect(try CommandRun("tour", "addin").failed(64, saying: "there is no tour addin; did you mean adding?"))
        #expect(try CommandRun("tour", "zzzzzz").failed(64, saying: "there are adding, brackets, carrying"))
        #expect(try CommandRun("tour", "adding", "--pace", "3").failed(64, saying: "--pace goes with --play"))
        #expect(try CommandRun("tour", "adding", "--play", "--pace", "0").failed(64, saying: "--pace must be above 0"))
        #expect(try CommandRun("tour", "adding", "--list").failed(64, saying: "--list takes no name"))
    }

    @Test("a network that is not there is told with its place in the tour, and what may have been meant")
    func unknownModel() throws {
        let folder = try TemporaryFolder()
        let text = "title: A\ntask: add\ninput: 58 67\nmodel: halftrained\nstops:\n  - {at: start, text: B}\n"
        try text.write(toFile: "\(folder.path)/lesson.yaml", atomically: true, encoding: .utf8)
        let run = try CommandRun("tour", "lesson.yaml", "--plain", folder: folder.path)
        #expect(run.status != 0)
        #expect(
            run.errors.contains(
                "lesson.yaml:4:8: there is no weight file and no shipped network halftrained; did you mean half-trained?"
            ),
            "\(run.errors)")
        let named = try CommandRun("tour", "lesson", "--plain", folder: folder.path)
        #expect(named.failed(64, saying: "did you mean the file, npi tour lesson.yaml?"))
    }
}
