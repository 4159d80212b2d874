package import Foundation
import Support

/// A trained network in a safetensors file: parameters under PyTorch's names; sizes, encoders, program names and a summary
/// of the training in `__metadata__`.
public enum ModelFile {
    /// The newest version of the metadata that is read.
    static let version = "1"

    enum Key {
        static let version = "npi.version"
        static let configuration = "npi.configuration"
        static let encoders = "npi.encoders"
        static let programs = "npi.programs"
        static let callable = "npi.callable"
        static let training = "npi.training"
        static let texts = "npi.texts"
    }

    /// A network as it stands in a file.
    public struct Contents: Sendable {
        /// The network.
        public var network: Network
        /// How it was trained: names such as "seed" and their values, for people to read.
        public var training: [String: String]
        /// The texts that say what it was trained on, such as task files, by names of the caller's choice.
        public var texts: [String: String]
        /// The digest of the whole file, in hexadecimal: the model's identity.
        public var sha256: String
        /// Whether it has changed since npi wrote it: its weights or descriptions do not match the digest kept with them.
        /// Other tools may have fine-tuned or rounded them, or the file is damaged.
        public var isChanged: Bool
    }

    /// Reads the network at `path`.
    ///
    /// - Throws: ``ModelFileError``, one line that names the file and what is wrong with it.
    public static func read(_ path: String) throws(ModelFileError) -> Contents {
        let data = try FileReading.contents(of: path)
        return try decode(data, path: path)
    }

    /// Writes `network` to `path`, or leaves what was there as it was.
    ///
    /// - Parameters:
    ///   - network: The network.
    ///   - training: See ``Contents/training``.
    ///   - texts: See ``Contents/texts``.
    ///   - path: Where to.
    public static func write(
        _ network: Network, training: [String: String], texts: [String: String] = [:], to path: String
    ) throws(ModelFileError) {
        try container(network, training: training, texts: texts).write(to: path)
    }

    package static func decode(_ data: Data, path: String) throws(ModelFileError) -> Contents {
        let file = try Safetensors(whole: data, path: path)
        do {
            let network = try self.network(in: file)
            let training = file.metadata[Key.training].flatMap { decodeJSON([String: String].self, $0) } ?? [:]
            return Contents(
                network: network, training: training, texts: texts(in: file), sha256: data.withUnsafeBytes(SHA256.hash),
                isChanged: !Checksum.matches(file, order: network.layout.tensors.map(\.name)))
        } catch {
            throw ModelFileError(path: path, problem: error)
        }
    }

    /// The texts that say what a container's network was trained on.
    static func texts(in file: Safetensors) -> [String: String] {
        file.metadata[Key.texts].flatMap { decodeJSON([String: String].self, $0) } ?? [:]
    }

    package static func container(
        _ network: Network, training: [String: String], texts: [String: String] = [:]
    ) -> Safetensors {
        let tensors = tensors(of: network.layout, network.parameters)
        let encoders = network.encoders.map(EncoderRecord.init)
        var file = Safetensors(
            metadata: [
                "format": "pt",
                Key.version: version,
                Key.configuration: encodeJSON(network.configuration),
                Key.encoders: encodeJSON(encoders),
                Key.programs: encodeJSON(network.library.names),
                Key.training: encodeJSON(training),
            ], tensors: tensors)
        if network.callableCounts.contains(where: { $0 < network.library.count }) {
            file.metadata[Key.callable] = encodeJSON(network.callableCounts)
        }
        if !texts.isEmpty { file.metadata[Key.texts] = encodeJSON(texts) }
        return file
    }

    /// The network that a container's metadata describe, filled with the container's tensors.
    package static func network(in file: Safetensors) throws(ModelFileError.Problem) -> Network {
        guard let found = file.metadata[Key.version] else { throw .foreign }
        guard found == version else { throw .version(found) }
        guard
            let configuration = file.metadata[Key.configuration].flatMap({ decodeJSON(NetworkConfiguration.self, $0) }),
            configuration.isSensible,
            let records = file.metadata[Key.encoders].flatMap({ decodeJSON([EncoderRecord].self, $0) }),
            let names = file.metadata[Key.programs].flatMap({ decodeJSON([String].self, $0) }),
            let library = try? ProgramLibrary(names: names), records.allSatisfy(\.isSensible),
            Set(records.map(\.name)).count == records.count
        else { throw .metadata }
        let layout = ParameterLayout(configuration, encoders: records.map(\.spec), programCount: library.count)
        let parameters = try self.parameters(of: layout, in: file)
        var network = Network(configuration: configuration, encoders: records.map(\.spec), library: library)
        network.parameters = parameters
        if let counts = try callableCounts(in: file, of: library) { network.callableCounts = counts }
        return network
    }

    /// The tensors of `layout` as they stand in `file`, checked for their shapes and their values.
    static func parameters(
        of layout: ParameterLayout, in file: Safetensors
    ) throws(ModelFileError.Problem) -> FloatArena {
        var byName: [String: Safetensors.Tensor] = [:]
        for tensor in file.tensors { byName[tensor.name] = tensor }
        for expected in layout.tensors {
            guard let tensor = byName[expected.name] else { throw .missing(expected.name) }
            guard tensor.shape == expected.shape else {
                throw .shape(expected.name, expected: expected.shape, found: tensor.shape)
            }
            guard tensor.values.allSatisfy(\.isFinite) else { throw .notFinite(expected.name) }
        }
        let learned = layout.tensors.compactMap { byName[$0.name] }
        var parameters = FloatArena(count: layout.count)
        let target = parameters.mutablePointer
        for tensor in learned {
            let start = layout[tensor.name].offset
            for (index, value) in tensor.values.enumerated() { target[start + index] = value }
        }
        return parameters
    }

    /// How many programs each may call, or nil where all may call all. Every program may at least call itself.
    private static func callableCounts(
        in file: Safetensors, of library: ProgramLibrary
    ) throws(ModelFileError.Problem) -> [Int]? {
        guard let text = file.metadata[Key.callable] else { return nil }
        guard let counts = decodeJSON([Int].self, text), counts.count == library.count,
            counts.indices.allSatisfy({ ($0 + 1...library.count).contains(counts[$0]) })
        else { throw .metadata }
        return counts
    }

    /// The tensors of `layout`.
    static func tensors(of layout: ParameterLayout, _ parameters: FloatArena) -> [Safetensors.Tensor] {
        layout.tensors.map { tensor in
            let start = parameters.pointer + tensor.offset
            return Safetensors.Tensor(
                name: tensor.name, shape: tensor.shape,
                values: Array(UnsafeBufferPointer(start: start, count: tensor.count)))
        }
    }

    static func encodeJSON(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    static func decodeJSON<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

/// An encoder's specification as it stands in the metadata.
private struct EncoderRecord: Codable {
    struct Field: Codable {
        var name: String
        var size: Int
    }

    struct Image: Codable {
        var channels: Int
        var height: Int
        var width: Int

        var shape: ObservationSpec.Image? { ObservationSpec.Image(checking: channels, height, width) }
    }

    var name: String
    var fields: [Field]
    var image: Image?

    init(_ spec: ObservationSpec) {
        name = spec.encoder
        fields = spec.fields.map { Field(name: $0.name, size: $0.size) }
        image = spec.image.map { Image(channels: $0.channels, height: $0.height, width: $0.width) }
    }

    var isSensible: Bool {
        fields.count <= 4096 && fields.allSatisfy { (2...256).contains($0.size) }
            && (image == nil || image?.shape != nil)
    }

    var spec: ObservationSpec {
        ObservationSpec(
            encoder: name, fields: fields.map { ObservationSpec.Field($0.name, size: $0.size) },
            image: image?.shape)
    }
}
