import Foundation
import TestSupport
import Testing

@Suite("What Python makes of our files", .enabled(if: Python.path != nil, "python3 is not installed"))
struct PythonTests {
    private let folder: TemporaryFolder
    private static let module = Python.repository + "/Scripts/python"

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Runs a script, and returns what it printed.
    private func python(_ python: String?, _ arguments: String..., in place: String? = nil) throws -> CommandRun {
        try Python.run(
            try #require(python), arguments, folder: place ?? folder.path, environment: ["NPI": binary])
    }

    @Test("the module's own tests pass, with the program at hand")
    func module() throws {
        let run = try python(Python.path, "-m", "unittest", in: Self.module)
        #expect(run.status == 0 && run.errors.hasSuffix("\nOK\n"), "\(run.errors)")
    }

    @Test("what a network in Python did is replayed, judged, and as the schema says", arguments: [nil, "15"])
    func toy(deaf: String?) throws {
        let cut = deaf.map { ["--deaf", $0] } ?? []
        let toy = try Python.run(
            try #require(Python.path), [Self.module + "/toy_npi.py", "58", "67", "--out", "toy.npitrace"] + cut,
            folder: folder.path)
        #expect(toy.output == (deaf == nil ? "125\n" : "124\n"), "\(toy.errors)")
        let schema = try JSONSchema(inRepository: "Documentation/recording.schema.json")
        for line in try folder.contents(of: "toy.npitrace").split(separator: "\n") {
            #expect(try schema.objection(to: String(line)) == nil)
        }
        let replay = try CommandRun("replay", "toy.npitrace", "--plain", folder: folder.path)
        #expect(replay.status == 0)
        #expect(replay.lines.last == (deaf == nil ? "125 (correct)" : "124 (not correct, it should be 125)"))
    }

    static let packages = Python.withPackages

    @Test(
        "NumPy and pandas open an export, and find what was recorded",
        .enabled(if: packages != nil, "NumPy, pandas and safetensors cannot be had here"),
        arguments: [
            ["add", "58", "67", "--model", "half-trained"], ["sort", "3", "1", "2"], ["quicksort", "3", "1", "2"],
            ["car", "--car", "truck-1", "--from", "-30,30"],
        ])
    func data(problem: [String]) throws {
        _ = try CommandRun(["run"] + problem + ["--record", "run.npitrace"], folder: folder.path)
        for format in ["npz", "csv"] {
            let export = try CommandRun("export", "run.npitrace", "--format", format, folder: folder.path)
            #expect(export.status == 0 && export.errors.isEmpty, "\(export.errors)")
        }
        let check = try python(
            Self.packages, Python.repository + "/Tests/Python/check_export.py", "run.npitrace", "run.npz", "run.csv",
            Self.module)
        #expect(check.status == 0, "\(check.errors)")
    }

    @Test(
        "safetensors opens the shipped weights",
        .enabled(if: packages != nil, "NumPy, pandas and safetensors cannot be had here"))
    func weights() throws {
        let weights = Python.repository + "/Assets/Weights/npi.safetensors"
        let check = try python(Self.packages, Python.repository + "/Tests/Python/check_weights.py", weights)
        #expect(check.status == 0, "\(check.errors)")
    }

    @Test(
        "a client of the Debug Adapter Protocol debugs runs and recordings, and each message is as the protocol's schema says",
        .enabled(if: Python.withDebugpy != nil, "debugpy and jsonschema cannot be had here"))
    func debugAdapter() throws {
        let check = try python(
            Python.withDebugpy, Python.repository + "/Tests/Python/check_dap.py", binary, folder.path)
        #expect(check.status == 0, "\(check.errors)")
        #expect(Int(check.output.dropLast()) ?? 0 > 250)
    }
}
