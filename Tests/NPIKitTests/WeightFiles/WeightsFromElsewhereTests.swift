import Foundation
import NPIKit
import Support
import Testing

@Suite("Weights that other tools have written again")
struct WeightsFromElsewhereTests {
    let network = Network.lamps(seed: 4)

    private func written() throws -> Safetensors {
        try Safetensors(ModelFile.container(network, training: ["seed": "1"]).withChecksum())
    }

    private func read(_ file: Safetensors) throws -> ModelFile.Contents {
        try ModelFile.decode(file.encoded(), path: "m")
    }

    /// `file` as safetensors for Python saves it: in the order of the names.
    private func saved(_ file: Safetensors) -> Safetensors {
        var file = file
        file.tensors.sort { $0.name < $1.name }
        return file
    }

    /// `file` under a digest as earlier versions made it: all metadata, then the tensors as they stood.
    private func sealedAsBefore(_ file: Safetensors) -> Safetensors {
        var file = file
        file.metadata["npi.digest"] = nil
        let hash = SHA256()
        func add(_ text: String) {
            withUnsafeBytes(of: UInt64(text.utf8.count).littleEndian) { hash.update($0) }
            hash.update(text.utf8)
        }
        for (name, value) in file.metadata.sorted(by: { $0.key < $1.key }) {
            add(name)
            add(value)
        }
        for tensor in file.tensors {
            add(tensor.name)
            add("\(tensor.shape)")
            tensor.values.withUnsafeBytes { hash.update($0) }
        }
        file.metadata["npi.sha256"] = hash.finish()
        return file
    }

    @Test("load_file and save_file give the same model: the order in the file means nothing", arguments: [false, true])
    func savedAgain(isOld: Bool) throws {
        let file = isOld ? sealedAsBefore(try written()) : try written()
        #expect(try !read(file).isChanged)
        let again = saved(file)
        #expect(again.tensors.map(\.name) != file.tensors.map(\.name))
        let contents = try read(again)
        #expect(!contents.isChanged)
        #expect(contents.network.parameters.values == network.parameters.values)
    }

    @Test("a metadata key more, or without the format, is the same model", arguments: [false, true])
    func moreMetadata(isOld: Bool) throws {
        var file = saved(isOld ? sealedAsBefore(try written()) : try written())
        file.metadata["author"] = "somebody"
        #expect(try !read(file).isChanged)
        file.metadata["format"] = nil
        #expect(try !read(file).isChanged)
    }

    @Test("a fine-tuned model is loaded, and is known to have changed", arguments: [false, true])
    func fineTuned(isOld: Bool) throws {
        var file = isOld ? sealedAsBefore(try written()) : try written()
        file.tensors[2].values[0] += 0.5
        let contents = try read(file)
        #expect(contents.isChanged)
        #expect(contents.network.parameters.values != network.parameters.values)
    }

    @Test("programs with other names, two tensors exchanged and a tensor more are changes")
    func changes() throws {
        let good = try written()
        let changes: [(inout Safetensors) -> Void] = [
            { $0.metadata["npi.programs"]?.replace("ACT", with: "AKT") },
            { file in file.metadata["npi.training"] = "{}" },
            { file in
                let same = file.tensors.indices.filter { file.tensors[$0].shape == file.tensors[1].shape }
                guard let other = same.first(where: { file.tensors[$0].values != file.tensors[1].values }) else {
                    return file.tensors[1].values.reverse()
                }
                (file.tensors[1].values, file.tensors[other].values) = (
                    file.tensors[other].values, file.tensors[1].values
                )
            },
            { $0.tensors.append(Safetensors.Tensor(name: "more", shape: [1], values: [0])) },
        ]
        for (index, change) in changes.enumerated() {
            var file = good
            change(&file)
            #expect((try? read(file).isChanged) ?? true, "change \(index)")
        }
    }

    @Test("a training does not go on from a checkpoint that has changed")
    func checkpoint() throws {
        let folder = try TemporaryFolder()
        let frames = try LampRow.frames(on: LampRow.random(longest: 5, count: 10, seed: 1))
        let trainer = Trainer(.lamps(), on: frames, options: TrainerTests.options(updates: 60))
        try Checkpoint.write(trainer, best: nil, notes: "", training: [:], to: folder.path("checkpoint"))
        var file = try Safetensors(folder.read("checkpoint"))
        file.tensors[0].values[0] += 1
        let path = try folder.write(file.encoded(), to: "changed")
        let error = #expect(throws: ModelFileError.self) { try Checkpoint.read(path, frames: frames) }
        #expect(error?.description == "cannot go on from \(path): it has changed since npi wrote it, or is damaged")
        #expect(try ModelFile.read(path).isChanged)
    }

    /// A file of one tensor of `type` with `bytes`.
    private func tensor(_ type: String, count: Int, _ bytes: [UInt8]) throws -> Safetensors {
        let header = #"{"t":{"dtype":"\#(type)","shape":[\#(count)],"data_offsets":[0,\#(bytes.count)]}}"#
        var data = Data()
        for shift in 0..<8 { data.append(UInt8(truncatingIfNeeded: header.utf8.count >> (8 * shift))) }
        return try Safetensors(data + Data(header.utf8) + Data(bytes))
    }

    @Test("F16 and BF16 are widened")
    func halves() throws {
        // 1, -2, 65504, the smallest there is, minus zero.
        let half = try tensor("F16", count: 5, [0, 0x3C, 0, 0xC0, 0xFF, 0x7B, 1, 0, 0, 0x80])
        #expect(half.tensors[0].values == [1, -2, 65_504, 0x1p-24, 0])
        #expect(half.tensors[0].values[4].sign == .minus)
        let brain = try tensor("BF16", count: 3, [0x80, 0x3F, 0x00, 0xC0, 0x49, 0x40])
        #expect(brain.tensors[0].values == [1, -2, 3.140625])
        #expect(throws: SafetensorsError.self) { try tensor("F16", count: 2, [0, 0, 0]) }
        #expect(throws: SafetensorsError.self) { try tensor("BF16", count: 1, [0, 0, 0, 0]) }
    }

    @Test(
        "other numbers are refused as what they are",
        arguments: ["F64", "I8", "I64", "BOOL", "F8_E4M3", "Q4\\u001b[2J"])
    func otherTypes(type: String) throws {
        let error = #expect(throws: SafetensorsError.self) { try tensor(type, count: 1, Array(repeating: 0, count: 8)) }
        let shown = type.replacing("\\u001b", with: "?")
        #expect(
            error?.description
                == "its tensor t is of dtype \"\(shown)\"; F32, F16 and BF16 are read, so save it as one of these")
    }
}
