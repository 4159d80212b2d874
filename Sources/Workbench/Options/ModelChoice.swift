import ArgumentParser
import Assets
import NPIKit
import Support

/// The option that names a model, shared by all commands that run one.
struct ModelChoice: ParsableArguments {
    @Option(
        help: ArgumentHelp("The network's weights (default: those shipped with npi).", valueName: "file"),
        completion: .file(extensions: ["safetensors"]))
    var model: String?

    /// Where the model is.
    var path: String {
        get throws { try model ?? Assets.path(of: Assets.defaultModel) }
    }

    /// What the title calls the model, or a recording: its file's name without folder and suffix.
    static func name(of path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.hasSuffix(".safetensors") ? String(file.dropLast(".safetensors".count)) : file
    }

    /// Reads it.
    func read() throws -> ModelFile.Contents {
        try ModelFile.read(try path)
    }

    /// Reads it, and warns on standard error if it has changed.
    func readWarning() throws -> ModelFile.Contents {
        let contents = try read()
        if let warning = contents.warning(path: try path) { StandardError.warn(warning) }
        return contents
    }
}

extension ModelFile.Contents {
    /// What a person should know before using the model in the file at `path`, if anything.
    func warning(path: String) -> String? {
        isChanged
            ? "\(path.printable) has changed since npi wrote it: its weights do not match the digest kept with them"
            : nil
    }
}
