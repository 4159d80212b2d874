import ArgumentParser
import Assets
import NPIKit
import Scratchpads
import Support

/// The option that names a model, shared by all commands that run one.
struct ModelChoice: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The network: a weight file, or a shipped one by its name, such as half-trained; npi model --list lists them. Without it the shipped one.",
            valueName: "file"),
        completion: .file(extensions: ["safetensors"]))
    var model: String?

    /// Where the model is: the one that is named, or the one shipped for the task, or the one shipped for several.
    func path(for task: String? = nil) throws -> String {
        if let model { return try Self.path(named: model) }
        return try task.flatMap(Self.shipped) ?? Assets.path(of: Assets.defaultModel)
    }

    /// Where the model `name` is: a weight file, or else a shipped one of that name. What else is called so does not count: the
    /// program itself may lie there.
    ///
    /// - Throws: ``RunFailure`` where the name is no path, and neither is there.
    private static func path(named name: String) throws -> String {
        if let shipped = Assets.models.first(where: { $0.name == name }) {
            return (try? ModelFile.read(name)) == nil ? shipped.path : name
        }
        guard !name.contains("/"), !name.hasSuffix(".safetensors"),
            !FileSystem.exists(name) || FileSystem.isFolder(name)
        else { return name }
        throw RunFailure(unknown(name))
    }

    /// Whether a shipped model has that name.
    static func isShipped(_ name: String) -> Bool { Assets.models.contains { $0.name == name } }

    /// What is said of a `name` that neither a file nor a shipped model has.
    static func unknown(_ name: String) -> String {
        let meaning = name.meaning(oneOf: Assets.models.map(\.name))
        return "there is no weight file and no shipped network \(name)\(meaning); npi model --list lists them"
    }

    /// Where the model is that is shipped for `task` alone; nil where none is.
    static func shipped(for task: String) -> String? {
        // A recording may hold any name.
        TaskCatalog.isName(task) ? try? Assets.path(of: Assets.model(for: task)) : nil
    }

    /// The programs of the model that is shipped for several tasks; nil where it cannot be read.
    static var shippedLibrary: ProgramLibrary? {
        (try? ModelFile.read(Assets.path(of: Assets.defaultModel)))?.network.library
    }

    /// What the title calls the model, or a recording: its file's name without folder and suffix.
    static func name(of path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.hasSuffix(".safetensors") ? String(file.dropLast(".safetensors".count)) : file
    }

    /// Reads the network for `tasks`, of which a single one may have a network of its own, and warns on standard error of what a
    /// person should know.
    func readWarning(for tasks: [TaskDefinition] = []) throws -> ChosenModel {
        let models = try tasks.map { task in
            var choice = self
            choice.model = try model ?? (tasks.count > 1 ? path() : nil)
            return try choice.read(for: task)
        }
        let chosen = try models.first ?? read(for: nil)
        for warning in Set(models.flatMap(\.warnings) + chosen.warnings).sorted() { StandardError.warn(warning) }
        return chosen
    }
}

extension ModelChoice {
    /// The choice of a network by its name, elsewhere than by its option; nil for the one shipped.
    init(_ model: String?) {
        self.init()
        self.model = model
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
