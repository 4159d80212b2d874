import Assets
import Foundation
import Testing

@Suite("npi verify")
struct VerifyTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func npi(_ arguments: String...) throws -> CommandRun { try CommandRun(arguments, folder: folder.path) }

    /// What a certificate holds.
    private func certificate(_ name: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name)"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func write(_ value: [String: Any], to name: String) throws {
        try JSONSerialization.data(withJSONObject: value).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }

    @Test("a network that is right on everything is proven, and the certificate is confirmed")
    func certifies() throws {
        let run = try npi("verify", "reverse-recursive", "--certificate", "reverse.json")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("proven"))
        let found = try certificate("reverse.json")
        #expect(found["task"] as? String == "reverse-recursive")
        #expect(found["isProven"] as? Bool == true)
        let confirmed = try npi("verify", "reverse-recursive", "--check", "reverse.json")
        #expect(confirmed.status == 0, "\(confirmed.errors)")
        #expect(confirmed.output.hasPrefix("reverse.json is confirmed: "))
        #expect(confirmed.output.hasSuffix(" sequences of reverse-recursive, all right\n"))
    }

    @Test("a certificate that was changed, or is of something else, is not confirmed, and why is said")
    func refuses() throws {
        _ = try npi("verify", "reverse-recursive", "--certificate", "reverse.json")
        let found = try certificate("reverse.json")
        func refused(_ change: (inout [String: Any]) -> Void, saying words: String) throws {
            var changed = found
            change(&changed)
            try write(changed, to: "changed.json")
            let run = try npi("verify", "reverse-recursive", "--check", "changed.json")
            #expect(run.failed(1, saying: "changed.json is not confirmed: \(words)"), "\(run.errors)")
        }
        try refused({ $0["task"] = "reverse" }, saying: "it is about reverse")
        try refused({ $0["modelSHA256"] = "0" }, saying: "it is about another network")
        try refused({ $0["taskSHA256"] = "0" }, saying: "the text of reverse-recursive has changed since")
        try refused({ $0["format"] = "npi-certificate 9" }, saying: "it is of the form npi-certificate 9")
        try refused({ $0["sequences"] = 1 }, saying: "it has other sums")
        try refused({ $0["assumptions"] = [String]() }, saying: "it has other programs, assumptions or another result")
        try Data("{}".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/empty.json"))
        let empty = try npi("verify", "reverse-recursive", "--check", "empty.json")
        #expect(empty.failed(1, saying: "empty.json is no certificate"))
        let other = try npi("verify", "increment-recursive", "--check", "reverse.json")
        #expect(other.failed(1, saying: "it is about reverse-recursive, not increment-recursive"))
    }

    /// The tasks whose shipped networks come with a certificate.
    static let certified = [
        "add-recursive", "balanced-recursive", "compare-recursive", "increment-recursive", "max-recursive",
        "multiply-recursive", "palindrome-recursive", "reverse-recursive", "sort-recursive", "subtract-recursive",
    ]

    @Test("the certificates of the shipped networks are confirmed", arguments: certified)
    func shipped(name: String) throws {
        let file = try Assets.path(of: Assets.certificate(for: name))
        let run = try npi("verify", name, "--check", file)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasSuffix(" sequences of \(name), all right\n"), "\(run.output)")
    }

    @Test("every shipped certificate is among them")
    func allShipped() throws {
        let file = try Assets.path(of: Assets.certificate(for: "add-recursive"))
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.sorted() == Self.certified.map { "\($0).json" }.sorted())
    }

    @Test("a file that is there is not replaced unasked")
    func keepsFiles() throws {
        _ = try npi("verify", "reverse-recursive", "--certificate", "a.json")
        #expect(try npi("verify", "reverse-recursive", "--certificate", "a.json").status != 0)
        #expect(try npi("verify", "reverse-recursive", "--certificate", "a.json", "--overwrite").status == 0)
    }

    @Test("a loop is named with its line, and counts as not proven")
    func loops() throws {
        let run = try npi("verify", "reverse")
        #expect(run.status == 1)
        #expect(run.output.contains("the loop in line 19 goes round any number of times"))
    }

    @Test(
        "what cannot be proven has one clear line",
        arguments: [
            (["verify", "car"], "car has no task file"),
            (["verify", "add", "sort", "--certificate", "a.json"], "a certificate is of one task; name it"),
            (["verify", "nothing"], "nothing"),
        ])
    func errors(arguments: [String], words: String) throws {
        let run = try CommandRun(arguments, folder: folder.path)
        #expect(run.status != 0)
        #expect(run.errors.contains(words), "\(run.errors)")
    }

    @Test("npi train --until-verified ends with a network that npi verify proves")
    func trains() throws {
        let trained = try npi(
            "train", "reverse-recursive", "--until-verified", "--units", "16", "--out", "proven.safetensors")
        #expect(trained.status == 0, "\(trained.errors)")
        #expect(trained.output.hasPrefix("proven.safetensors: right in all "))
        let verified = try npi("verify", "reverse-recursive", "--model", "proven.safetensors")
        #expect(verified.status == 0, "\(verified.output)")
        let looping = try npi("train", "reverse", "--until-verified", "--units", "16")
        #expect(looping.status == 1)
        #expect(looping.errors.contains("npi: reverse cannot be proven: the loop of REVERSE in line 19"))
        #expect(!folder.names.contains { $0.contains("npi-reverse") })
    }
}
