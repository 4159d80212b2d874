import Foundation
import Testing

@Suite("npi export")
struct ExportTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        _ = try CommandRun("run", "add", "58", "7", "--record", "sum.npitrace", folder: folder.path)
    }

    private func export(_ arguments: String...) throws -> CommandRun {
        try CommandRun(["export"] + arguments, folder: folder.path)
    }

    @Test(
        "the name follows from the recording's",
        arguments: [
            ("asciicast", "sum.cast"), ("speedscope", "sum.speedscope.json"), ("chrome", "sum.trace.json"),
            ("folded", "sum.folded"), ("svg", "sum.svg"), ("html", "sum.html"), ("npz", "sum.npz"), ("csv", "sum.csv"),
        ])
    func names(format: String, name: String) throws {
        let run = try export("sum.npitrace", "--format", format)
        #expect(run.status == 0)
        #expect(run.output == "exported: \(name)\n")
        #expect(folder.names == [name, "sum.npitrace"].sorted())
        // Standard output gets the very same.
        #expect(try export("sum.npitrace", "--format", format, "-o", "-").output == (try folder.contents(of: name)))
    }

    @Test("a file is replaced only with --overwrite")
    func overwriting() throws {
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder.path + "/sum.svg"))
        #expect(try export("sum.npitrace", "--format", "svg").failed(1, saying: "--overwrite"))
        #expect(try folder.contents(of: "sum.svg") == "mine")
        #expect(try export("sum.npitrace", "--format", "svg", "--overwrite").status == 0)
        #expect(try folder.contents(of: "sum.svg").hasPrefix("<svg"))
        #expect(folder.names == ["sum.npitrace", "sum.svg"])
    }

    @Test("a step outside the run, a wrong order, a wrong size and options of other formats are wrong usage")
    func wrongUsage() throws {
        for (arguments, words) in [
            (["--format", "svg", "--step", "999"], "the recording has the steps 0 to"),
            (["--format", "svg", "--from", "5", "--to", "3"], "is after --to"),
            (["--format", "chrome", "--size", "80x24"], "--size goes with"),
            (["--format", "html", "--theme", "light"], "--theme goes with"),
            (["--format", "folded", "--step", "3"], "--step goes with"),
            (["--format", "svg", "--model", "npi"], "--model goes with --format npz or csv"),
            (["--format", "svg", "--size", "80"], "no size such as 120x36"),
            (["--format", "gif"], "gif"), (["--format", "svg", "--speed", "0"], "--speed is"),
        ] {
            let run = try CommandRun(["export", "sum.npitrace"] + arguments, folder: folder.path)
            #expect(run.failed(64, saying: words), "\(run.status) \(run.errors)")
        }
        #expect(folder.names == ["sum.npitrace"])
    }

    @Test("a full disk, a forbidden place and a damaged recording are one line, and leave nothing behind")
    func damage() throws {
        #expect(try export("sum.npitrace", "--format", "svg", "-o", "/dev/full").failed(1, saying: "No space left"))
        #expect(try export("sum.npitrace", "--format", "svg", "-o", "/nowhere/x").failed(1, saying: "No such file"))
        #expect(try export("sum.npitrace", "--format", "svg", "-o", ".").failed(1, saying: "directory"))
        try Data("{\"npitrace\":1,".utf8).write(to: URL(fileURLWithPath: folder.path + "/bad.npitrace"))
        #expect(try export("bad.npitrace", "--format", "svg").failed(1, saying: "bad.npitrace"))
        #expect(folder.names == ["bad.npitrace", "sum.npitrace"])
    }

    @Test("data tells whose probabilities and states it holds")
    func otherNetworks() throws {
        let other = try export("sum.npitrace", "--format", "npz", "--model", "half-trained")
        #expect(other.status == 0 && other.errors.contains("half-trained is not the network that was recorded, npi"))
        let lines = try folder.contents(of: "sum.npitrace").replacing(/"model":\{[^}]*\},/, with: "")
        try Data(lines.utf8).write(to: URL(fileURLWithPath: folder.path + "/unknown.npitrace"))
        let unknown = try export("unknown.npitrace", "--format", "csv")
        #expect(unknown.status == 0 && unknown.errors.contains("the recorded network is not at hand"))
        #expect(try !folder.contents(of: "unknown.csv").contains("hidden_0_0"))
        let sort = try export("sum.npitrace", "--format", "csv", "--model", "reverse", "--overwrite")
        #expect(sort.status == 1 && sort.errors.contains("no encoder for addition"), "\(sort.errors)")
    }

    @Test("a part of a run can be exported")
    func ranges() throws {
        let run = try export("sum.npitrace", "--format", "folded", "--from", "3", "--to", "10", "-o", "-")
        let counts = run.lines.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
        #expect(counts.reduce(0, +) == 7)
    }
}
