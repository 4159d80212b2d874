import Foundation
import Testing

@Suite("The manual page")
struct ManualTests {
    static let commands = [
        "run", "replay", "compare", "tour", "export", "new", "check", "train", "evaluate", "verify", "model", "cars",
        "dap",
    ]

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The page without the backslashes of its hyphens.
    private let page: String

    init() throws {
        page = try Self.text("man/npi.1").replacingOccurrences(of: "\\-", with: "-")
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The part of the page about `command`.
    private func section(_ command: String) throws -> String {
        let parts = page.components(separatedBy: "\n.SS npi \(command)\n")
        try #require(parts.count == 2, "npi \(command) has one section")
        return parts[1].components(separatedBy: "\n.S")[0]
    }

    private func options(of text: String) -> Set<String> {
        Set(text.matches(of: /(?:^|[\s,(\[])(--[a-z][a-z-]*)/).map { String($0.1) })
    }

    @Test("has a section for every command")
    func sections() throws {
        let help = try CommandRun("--help").output
        let named = help.components(separatedBy: "SUBCOMMANDS:\n").last ?? ""
        let commands = named.matches(of: /(?m)^  ([a-z]+)/).map { String($0.1) }
        #expect(Set(commands) == Set(Self.commands))
        for command in commands { _ = try section(command) }
    }

    @Test("names the options of each command, and no others", arguments: commands)
    func options(command: String) throws {
        let help = try CommandRun(command, "--help").output
        let listed = help.components(separatedBy: "\nOPTIONS:\n").last ?? ""
        let offered = Set(listed.matches(of: /(?m)^  (?:-[a-z], )?(--[a-z][a-z-]*)/).map { String($0.1) })
            .subtracting(["--help", "--version"])
        let described = Set(try section(command).matches(of: /(?m)^\.BI? .*?(--[a-z][a-z-]*)/).map { String($0.1) })
        #expect(!offered.isEmpty)
        #expect(described == offered)
    }

    @Test("names the version that the program and the changelog name")
    func version() throws {
        let version = try CommandRun("--version").output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(page.contains("\"npi \(version)\""))
        let released = try Self.text("CHANGELOG.md").split(separator: "\n").first {
            $0.hasPrefix("## [") && !$0.hasPrefix("## [Unreleased]")
        }
        #expect(released?.hasPrefix("## [\(version)] - ") == true)
    }

    @Test("has the formats in the catalogue's order")
    func formats() throws {
        let help = try CommandRun("export", "--help").output.split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        let values = try #require(help.firstMatch(of: /\(values: ([a-z, ]+)\)/)).1
        #expect(try section("export").contains("(values: \(values))"))
    }
}
