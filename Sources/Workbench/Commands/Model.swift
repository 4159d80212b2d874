import ArgumentParser
import NPIKit
import Support
import TUI

/// `npi model`.
struct Model: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model",
        abstract: "Show the contents of a weight file: its programs, sizes and training.",
        discussion: """
            EXAMPLES:
              npi model                        the shipped network
              npi model --list                 all that are shipped, by the names that --model takes
              npi model half-trained
              npi model my.safetensors
              npi model --json | jq .programs
            """)

    @Argument(
        help: ArgumentHelp(
            "The weight file, or a shipped one by its name (default: the one shipped with npi).", valueName: "file"),
        completion: .file(extensions: ["safetensors"]))
    var file: String?

    @Flag(help: "List the shipped networks and the tasks that each has learned.")
    var list = false

    @Flag(help: "Print one JSON object; with --list an array of them.")
    var json = false

    func validate() throws {
        if list, file != nil { throw ValidationError("--list lists the shipped networks; leave out \(file ?? "")") }
    }

    func run() throws {
        if list { return try ModelList().write(asJSON: json) }
        var choice = ModelChoice()
        choice.model = file
        let path = try choice.path()
        let description = ModelDescription(try ModelFile.read(path), path: path)
        var output = StandardOutput()
        for line in json ? [JSONText.encode(description)] : description.lines { output.writeLine(line) }
        try output.flush()
    }
}

/// What a model file holds, for people and for programs.
struct ModelDescription: Encodable {
    struct Tensor: Encodable {
        var name: String
        var shape: [Int]
    }

    var file: String
    var sha256: String
    /// Whether it has changed since npi wrote it.
    var changed: Bool
    var parameters: Int
    /// Whose kernels multiply matrices here, as OpenBLAS names them: no part of the file, but trainings depend on it.
    var kernels: String
    var programs: [String]
    var encoders: [String: [String]]
    var sizes: NetworkConfiguration
    var training: [String: String]
    var tensors: [Tensor]

    init(_ contents: ModelFile.Contents, path: String) {
        let network = contents.network
        file = path
        sha256 = contents.sha256
        changed = contents.isChanged
        parameters = network.parameterCount
        kernels = BLASKernels.name
        programs = network.library.names
        encoders = [:]
        for spec in network.encoders {
            encoders[spec.encoder] = spec.fields.map { "\($0.name):\($0.size)" } + spec.imageText
        }
        sizes = network.configuration
        training = contents.training
        tensors = network.layout.tensors.map { Tensor(name: $0.name, shape: $0.shape) }
    }

    /// What it holds, for people.
    var lines: [String] {
        var lines = ["\(file)", "  sha256      \(sha256)", "  parameters  \(parameters.grouped)"]
        if changed {
            lines.append("  changed     since npi wrote it: the weights do not match the digest kept with them")
        }
        lines.append("  kernels     \(kernels), of this machine's OpenBLAS")
        lines.append("  core        LSTM, \(NetworkConfiguration.layerCount) layers of \(sizes.hiddenSize)")
        lines.append("  programs    \(programs.joined(separator: " "))")
        for (name, fields) in encoders.sorted(by: { $0.key < $1.key }) {
            lines.append("  encoder     \(name): \(fields.joined(separator: " "))")
        }
        for (name, value) in training.sorted(by: { $0.key < $1.key }) {
            lines.append("  trained     \(name.replacing("_", with: " ")): \(value)")
        }
        lines.append("  tensors")
        let width = tensors.map(\.name.count).max() ?? 0
        for tensor in tensors {
            let shape = tensor.shape.map(String.init).joined(separator: " x ")
            lines.append("    \(tensor.name)\(String(repeating: " ", count: width - tensor.name.count + 2))\(shape)")
        }
        return lines
    }
}

extension ObservationSpec {
    /// The image that is seen, in words; nothing where there is none.
    fileprivate var imageText: [String] {
        image.map { ["image:\($0.channels)x\($0.height)x\($0.width)"] } ?? []
    }
}
