import Assets
import Foundation
import Testing

@Suite("A model that others have changed is used, with a warning")
struct ChangedModelTests {
    private let folder: TemporaryFolder
    private static let words = "tuned.safetensors has changed since npi wrote it"

    /// The shipped network with one weight changed in its last bits, beside it as it is.
    init() throws {
        folder = try TemporaryFolder()
        var weights = try Data(contentsOf: URL(fileURLWithPath: Assets.path(of: Assets.defaultModel)))
        weights[weights.count - 4] ^= 1
        try weights.write(to: URL(fileURLWithPath: "\(folder.path)/tuned.safetensors"))
    }

    private func npi(_ arguments: String...) throws -> CommandRun {
        try CommandRun(arguments, folder: folder.path)
    }

    @Test("npi run says so on standard error and runs it; the shipped one is used without a word")
    func running() throws {
        let run = try npi(
            "run", "add", "96", "125", "--plain", "--model", "tuned.safetensors", "--record", "sum.npitrace")
        #expect(run.status == 0 && run.lines.last == "221 (correct)")
        #expect(run.errors.contains(Self.words) && run.errors.filter { $0 == "\n" }.count == 1)
        #expect(try npi("run", "add", "96", "125").errors.isEmpty)
        let check = try npi("replay", "sum.npitrace", "--verify")
        #expect(check.output.contains("recorded with another network, tuned; this one is npi"))
        #expect(check.errors.isEmpty)
        let same = try npi("replay", "sum.npitrace", "--verify", "--model", "tuned.safetensors")
        #expect(!same.output.contains("another network") && same.errors.contains(Self.words))
    }

    @Test("npi model says so, in words and in JSON")
    func describing() throws {
        #expect(try npi("model", "tuned.safetensors").output.contains("changed     since npi wrote it"))
        #expect(try npi("model", "tuned.safetensors", "--json").output.contains(#""changed":true"#))
        #expect(try npi("model", "--json").output.contains(#""changed":false"#))
    }
}
