import Foundation
import Testing

@Suite("Bad input gets one clear line, the right exit status, and no more")
struct BadInputTests {
    struct Case: CustomTestStringConvertible {
        var arguments: [String]
        var status: Int32 = 64
        var words: String
        var testDescription: String { "npi \(arguments.prefix(8).joined(separator: " "))" }
    }

    static let cases: [Case] = [
        Case(arguments: ["run", "add", "9a", "5"], words: "which is no digit"),
        Case(arguments: ["run", "add", "-5", "3"], words: "has a sign"),
        Case(arguments: ["run", "add", "+5", "3"], words: "has a sign"),
        Case(arguments: ["run", "add", "5"], words: "only one was given"),
        Case(arguments: ["run", "add"], words: "for example: add 96 125"),
        Case(arguments: ["run", "add", "1", "2", "3"], words: "3 were given"),
        Case(arguments: ["run", "add", "", "3"], words: "empty"),
        Case(arguments: ["run", "add", "٣", "3"], words: "no digit"),
        Case(arguments: ["run", "divide", "1", "2"], words: "there is no task divide"),
        Case(arguments: ["run", "add", "1", "2", "--plian"], words: "there is no option --plian"),
        Case(arguments: ["run", "add", "1", "2", "--theme", "pink"], words: "there is no theme pink"),
        Case(arguments: ["run", "add", "1", "2", "--break", "SUB"], words: "there is no program SUB"),
        Case(arguments: ["run", "add", "1", "2", "--overwrite"], words: "--overwrite goes with --record"),
        Case(arguments: ["run", "add", "1", "2", "--max-steps", "0"], words: "at least 1"),
        Case(arguments: ["run", "add", "1", "2", "--plain", "--json"], words: "exclude each other"),
        Case(arguments: ["run", "add", "1", "2", "--model", "/nowhere/x"], status: 1, words: "No such file"),
        Case(arguments: ["run", "add", "1", "2", "--model", "/"], status: 1, words: "not a regular file"),
        Case(
            arguments: ["run", "add", "1", "2", "--record", "/nowhere/x"], status: 1, words: "cannot write a recording"),
        Case(arguments: ["replay", "/nowhere/x"], status: 1, words: "cannot read the recording"),
        Case(arguments: ["replay", binary], status: 1, words: "no npi recording"),
        Case(arguments: ["replay", "x", "--model", "y"], words: "--model is used with --verify"),
        Case(arguments: ["model", binary], status: 1, words: "not a safetensors file"),
        Case(arguments: ["train", "--tasks", "cook"], words: "there is no task 'cook'"),
        Case(arguments: ["train", "--updates", "0"], words: "--updates must be"),
        Case(arguments: ["train", "--out", "/nowhere/x"], status: 1, words: "cannot write the model"),
        Case(arguments: ["train", "--resume", "/nowhere/x"], status: 1, words: "No such file"),
        Case(arguments: ["evaluate", "--suite", "figure6"], words: "did you mean fig6?"),
        Case(arguments: ["evaluate", "--suite", "fig7"], words: "there are quick, table1, fig5, fig6, fig9, seeds"),
        Case(arguments: ["evaluate", "--suite", "table1", "--plot", "x.svg"], words: "table1 has no figure"),
        Case(arguments: ["evaluate", "--suite", "fig6", "--model", "x"], words: "fig6 trains its own networks"),
        Case(arguments: ["evaluate", "--seed", "-1"], words: "--seed"),
        Case(arguments: ["evaluate", "--model", "/nowhere/x"], status: 1, words: "No such file"),
        Case(
            arguments: ["evaluate", "--suite", "fig6", "--quick", "--state", "/nowhere/x"], status: 1,
            words: "cannot write the results /nowhere/x"),
        Case(
            arguments: ["evaluate", "--suite", "fig6", "--quick", "--state", "/dev/null", "--plot", "/nowhere/x"],
            status: 1, words: "cannot write /nowhere/x"),
        Case(arguments: ["dance"], words: "dance"),
        Case(arguments: ["run", "sort"] + Array(repeating: "1", count: 16_000), words: "the limit is 1000"),
        Case(arguments: ["run", "--plain", "max"] + Array(repeating: "1", count: 16_000), words: "the limit is 1000"),
        Case(arguments: ["replay"] + Array(repeating: "x", count: 16_000), words: "too many for any command"),
        Case(arguments: ["train", "--longest", "1000", "--problems", "100000"], words: "ask for fewer or for shorter"),
        Case(arguments: ["tour", "/dev/zero"], status: 1, words: "at most 256 KB"),
        Case(
            arguments: ["run", "add", "1", "2", "--plain", "--record", "-"], words: "--record - writes the recording"),
        Case(arguments: ["run", "add", "1", "2", "--json", "--record", "-"], words: "--record - writes the recording"),
        Case(
            arguments: ["run", "add", "1", "2", "--overwrite", "--record", "-"], words: "goes with --record FILE"),
    ]

    @Test(arguments: cases)
    func isRefused(_ bad: Case) throws {
        let run = try CommandRun(bad.arguments)
        #expect(run.failed(bad.status, saying: bad.words), "\(run.status) \(run.errors)")
    }

    @Test("a cut and a foreign weight file are refused, and one in which a bit has flipped is used with a warning")
    func damagedModel() throws {
        let folder = try TemporaryFolder()
        let shipped = try CommandRun("model", "--json")
        let path =
            try #require(
                try JSONSerialization.jsonObject(with: Data(shipped.output.utf8)) as? [String: Any])["file"] as? String
        let good = try Data(contentsOf: URL(fileURLWithPath: try #require(path)))
        func refusal(_ data: Data) throws -> CommandRun {
            try data.write(to: URL(fileURLWithPath: folder.path + "/bad.safetensors"))
            return try CommandRun("run", "add", "1", "2", "--model", "bad.safetensors", folder: folder.path)
        }
        #expect(try refusal(good.prefix(good.count / 2)).failed(1, saying: "it is cut off"))
        #expect(try refusal(Data()).failed(1, saying: "it is cut off"))
        var flipped = good
        flipped[good.count / 2] ^= 0x10
        let changed = try refusal(flipped)
        #expect(changed.errors.hasPrefix("npi: bad.safetensors has changed since npi wrote it"))
        #expect(changed.output.hasPrefix("ADD\n"))
        let header = Data(#"{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}  "#.utf8)
        var foreign = Data([UInt8(header.count), 0, 0, 0, 0, 0, 0, 0])
        foreign.append(header)
        foreign.append(Data([0, 0, 0, 0]))
        #expect(try refusal(foreign).failed(1, saying: "not one that npi wrote"))
    }

    @Test("a number of 100,000 digits is added")
    func longNumber() throws {
        let nines = String(repeating: "9", count: 100_000)
        let run = try CommandRun("run", "add", nines, "1", "--max-steps", "20000")
        #expect(run.status == 1)
        #expect(run.errors.hasSuffix("did not halt within 20000 steps\n"))
        let tooLong = try CommandRun("run", "add", nines + "9", "1")
        #expect(tooLong.failed(64, saying: "has 100001 digits; the limit is 100000"))
    }

    @Test("without TERM the trace still prints, since it needs no terminal")
    func noTerm() throws {
        #expect(try CommandRun("run", "add", "1", "2", environment: ["TERM": nil]).lines.last == "3 (correct)")
    }

    @Test("in the C locale output is the same")
    func cLocale() throws {
        #expect(try CommandRun("run", "add", "1", "2", environment: ["LC_ALL": "C"]).lines.last == "3 (correct)")
    }
}
