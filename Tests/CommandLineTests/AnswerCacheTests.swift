import Foundation
import Testing

@Suite("Answers that are kept from one run to the next")
struct AnswerCacheTests {
    private let folder: TemporaryFolder
    private let cache: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        cache = try TemporaryFolder()
    }

    private func run(_ options: String...) throws -> CommandRun {
        let digits = (1...60).map { String($0 * 7 % 10) }.joined()
        let arguments = ["run", "add-recursive", digits, String(digits.reversed()), "--json"] + options
        return try CommandRun(arguments, environment: ["XDG_CACHE_HOME": cache.path], folder: folder.path)
    }

    private var files: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(cache.path)/npi/answers")) ?? []).map {
            "\(cache.path)/npi/answers/\($0)"
        }
    }

    @Test("a second run prints the same to the bit, and the network's own run too")
    func same() throws {
        let own = try run("--no-cache")
        #expect(own.status == 0, "\(own.errors)")
        #expect(files.isEmpty)
        let first = try run()
        #expect(files.count == 1)
        let second = try run()
        #expect(files.count == 1)
        #expect(first.output == own.output)
        #expect(second.output == own.output)
    }

    @Test("a damaged file costs time and nothing else, and is written anew")
    func damage() throws {
        let first = try run()
        let file = try #require(files.first)
        var data = try Data(contentsOf: URL(fileURLWithPath: file))
        let whole = data
        data[data.count / 2] ^= 0xFF
        try data.write(to: URL(fileURLWithPath: file))
        #expect(try run().output == first.output)
        let mended = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(mended != data && mended.count == whole.count)
        #expect(try run().output == first.output)
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == mended, "nothing was left to mend")
        try Data().write(to: URL(fileURLWithPath: file))
        #expect(try run().output == first.output)
    }

    @Test("an evaluation keeps answers and uses them, with the same results as the network asked at every step")
    func evaluation() throws {
        func evaluate(_ options: String...) throws -> CommandRun {
            let arguments = ["evaluate", "add-recursive", "--lengths", "5,40", "--problems", "20"] + options
            return try CommandRun(arguments, environment: ["XDG_CACHE_HOME": cache.path], folder: folder.path)
        }
        let own = try evaluate("--no-cache")
        #expect(own.status == 0 && own.output.contains("100.0 %"), "\(own.errors)")
        #expect(files.isEmpty)
        #expect(try evaluate().output == own.output)
        #expect(files.count == 1)
        #expect(try evaluate().output == own.output)
        let other = try CommandRun("evaluate", "--suite", "fig5", "--quick", "--no-cache", folder: folder.path)
        #expect(other.failed(64, saying: "trains its own networks"))
    }

    @Test("where nothing can be kept, a run goes on without a word")
    func nowhere() throws {
        for place in ["/dev/null", "/proc", "relative"] {
            let run = try CommandRun(
                ["run", "add", "12", "34", "--plain"], environment: ["XDG_CACHE_HOME": place, "HOME": nil],
                folder: folder.path)
            #expect(run.status == 0)
            #expect(run.errors.isEmpty, "\(run.errors)")
        }
        #expect(folder.names.isEmpty)
    }
}
