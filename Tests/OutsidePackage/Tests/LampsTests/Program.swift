import Foundation
import Synchronization
import Testing

/// The program with the task, run in a folder of its own.
final class Program: Sendable {
    /// Where it is: beside the tests.
    static let binary: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return (tests as NSString).deletingLastPathComponent + "/lamps-npi"
    }()

    /// The folder; it is removed when the tests end.
    let path: String

    private static let foldersToRemove: Mutex<[String]> = {
        atexit {
            for folder in Program.foldersToRemove.withLock({ $0 }) {
                try? FileManager.default.removeItem(atPath: folder)
            }
        }
        return Mutex([])
    }()

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("lamps-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        Self.foldersToRemove.withLock { $0.append(path) }
    }

    /// Writes a file into the folder.
    func write(_ text: String, to name: String) throws {
        try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
    }

    /// Records a run to `name`.
    func record(_ name: String) throws {
        try run("run", "lamps", "0", "1", "0", "--model", "lamps.safetensors", "--plain", "--record", name)
    }

    /// Runs a command that must succeed, and returns what it printed.
    @discardableResult
    func run(_ arguments: String...) throws -> String { try run(arguments) }

    @discardableResult
    func run(_ arguments: [String]) throws -> String {
        let result = start(arguments)
        try #require(result.status == 0, "\(arguments.joined(separator: " ")): \(result.errors)")
        return result.output
    }

    /// Runs a command that must fail, and returns what it said.
    func fails(_ arguments: String...) -> String { fails(arguments) }

    func fails(_ arguments: [String]) -> String {
        let result = start(arguments)
        #expect(result.status != 0)
        return result.errors
    }

    private func start(_ arguments: [String]) -> (status: Int32, output: String, errors: String) {
        Shell.run(["env", "XDG_CACHE_HOME=\(path)", Self.binary] + arguments, in: path)
    }
}
