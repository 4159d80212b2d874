import Foundation

/// The Python of this machine, for what others' programs make of our files.
enum Python {
    /// What `python3` is, if it is installed.
    static let path: String? = ["python3"].first { (try? run($0, ["-c", ""]))?.status == 0 }

    /// A Python that has NumPy, pandas and safetensors; nil where the packages cannot be had.
    static let withPackages = having(["numpy", "pandas", "safetensors"], in: "python")

    /// A Python that has debugpy, which speaks the Debug Adapter Protocol and holds its schema; nil where it cannot be had.
    static let withDebugpy = having(["debugpy", "jsonschema"], in: "python-debugpy")

    /// A Python that has `packages`: this machine's, or one in a virtual environment beside the tests, which is made the first time.
    private static func having(_ packages: [String], in name: String) -> String? {
        guard let path else { return nil }
        let check = ["-c", "import \(packages.joined(separator: ", "))"]
        if (try? run(path, check))?.status == 0 { return path }
        let folder = (binary as NSString).deletingLastPathComponent + "/\(name)"
        let own = folder + "/bin/python3"
        if (try? run(own, check))?.status == 0 { return own }
        let install = ["-m", "pip", "install", "-q", "--retries", "0", "--timeout", "10"]
        guard (try? run(path, ["-m", "venv", folder]))?.status == 0, (try? run(own, install + packages))?.status == 0
        else { return nil }
        return own
    }

    /// The root of the repository.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// Runs a Python, without leaving compiled files in the repository.
    static func run(
        _ python: String, _ arguments: [String], folder: String? = nil, environment: [String: String?] = [:]
    ) throws -> CommandRun {
        let words = ([python] + arguments).map { "'\($0.replacingOccurrences(of: "'", with: "'\\''"))'" }
        let variables = environment.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { own, _ in own }
        return try CommandRun(shell: words.joined(separator: " "), environment: variables, folder: folder)
    }
}
