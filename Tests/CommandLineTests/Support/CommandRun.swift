import Foundation
import Testing

/// Where the program under test is: beside the tests.
let binary: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return (tests as NSString).deletingLastPathComponent + "/npi"
}()

/// One run of the program without a terminal.
struct CommandRun {
    /// What it printed.
    var output: String
    /// What it said on standard error.
    var errors: String
    /// Its exit status; 128 and the signal's number where a signal ended it.
    var status: Int32

    /// Its output's lines.
    var lines: [String] {
        output.split(separator: "\n", omittingEmptySubsequences: false).dropLast(output.hasSuffix("\n") ? 1 : 0)
            .map(String.init)
    }

    /// Runs `npi arguments...`.
    ///
    /// - Parameters:
    ///   - arguments: The command line.
    ///   - environment: Variables to set, or to remove where nil.
    ///   - folder: The working directory.
    init(_ arguments: String..., environment: [String: String?] = [:], folder: String? = nil) throws {
        try self.init(arguments, environment: environment, folder: folder)
    }

    /// Runs `npi arguments...`.
    init(_ arguments: [String], environment: [String: String?] = [:], folder: String? = nil) throws {
        try self.init(of: binary, arguments, environment: environment, folder: folder)
    }

    /// Runs a script of bash in which `npi` is the program, and `$NPI` its path: where a script sends it signals, the
    /// process must be the program itself. Standard output and error are what the script leaves of them.
    init(shell script: String, environment: [String: String?] = [:], folder: String? = nil) throws {
        let words = ["--norc", "--noprofile", "-c", "NPI='\(binary)'; npi() { \"$NPI\" \"$@\"; }\n\(script)"]
        try self.init(of: "/bin/bash", words, environment: environment, folder: folder)
    }

    private init(
        of program: String, _ arguments: [String], environment: [String: String?], folder: String?
    ) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        var variables = ProcessInfo.processInfo.environment
        // Nothing is kept from one test to the next.
        variables["XDG_CACHE_HOME"] = "/dev/null"
        for (name, value) in environment {
            if let value { variables[name] = value } else { variables.removeValue(forKey: name) }
        }
        process.environment = variables
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: a full pipe would stop a program that prints much to both.
        let scratch = try TemporaryFolder()
        let (out, err) = (scratch.path + "/out", scratch.path + "/err")
        process.standardOutput = try scratch.makeFile("out")
        process.standardError = try scratch.makeFile("err")
        try process.run()
        process.waitUntilExit()
        output = String(decoding: try Data(contentsOf: URL(fileURLWithPath: out)), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: URL(fileURLWithPath: err)), as: UTF8.self)
        status =
            process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
    }

    /// Whether it failed as the design wants: the status, nothing on standard output, one line on standard error that
    /// holds `words`.
    func failed(_ status: Int32, saying words: String) -> Bool {
        self.status == status && output.isEmpty && errors.hasSuffix("\n") && errors.dropLast().contains(words)
            && !errors.dropLast().contains("\n")
    }
}

/// A folder that is removed with the value.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "npi-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The contents of the file `name` in it.
    func contents(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
    }

    /// Makes an empty file, for a process to write to.
    func makeFile(_ name: String) throws -> FileHandle {
        let url = URL(fileURLWithPath: "\(path)/\(name)")
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }

    /// Removes the file `name` where there is one.
    func remove(_ name: String) throws {
        guard names.contains(name) else { return }
        try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }

    /// What the folder holds.
    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}
