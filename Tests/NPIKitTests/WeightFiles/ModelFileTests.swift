import Foundation
import NPIKit
import Support
import Testing

@Suite("A network in a file")
struct ModelFileTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    func isSame(_ left: Network, _ right: Network) -> Bool {
        left.configuration == right.configuration && left.encoders == right.encoders && left.library == right.library
            && left.callableCounts == right.callableCounts
            && left.parameters.values.map(\.bitPattern) == right.parameters.values.map(\.bitPattern)
    }

    @Test("comes back bit for bit, with its sizes, encoders, programs and history")
    func roundTrip() throws {
        var network = Network.lamps(.small, seed: 3)
        var generator = SeededGenerator(seed: 1)
        try network.addPrograms(["GLÜHEN"], barringOld: true, using: &generator)
        network.setValues(of: "end.bias", to: [-0.0])
        network.setValues(
            of: "key.bias", to: [.leastNonzeroMagnitude, .greatestFiniteMagnitude, -1e-30, 1, 2, 3, 4, 5, 6])
        let training = ["seed": "7", "note": "a \"quoted\" line\nand / more ✓"]
        let path = folder.path("model.safetensors")
        try ModelFile.write(network, training: training, to: path)
        let read = try ModelFile.read(path)
        #expect(isSame(read.network, network))
        #expect(read.training == training)
        #expect(read.sha256.count == 64)
        #expect(try ModelFile.read(path).sha256 == read.sha256)
    }

    @Test("is written the same way each time, and another network otherwise")
    func identity() throws {
        func digest(_ network: Network, _ name: String) throws -> String {
            try ModelFile.write(network, training: ["a": "1", "b": "2", "c": "3"], to: folder.path(name))
            return try ModelFile.read(folder.path(name)).sha256
        }
        #expect(try digest(.lamps(), "one") == digest(.lamps(), "two"))
        #expect(try digest(.lamps(), "one") != digest(.lamps(seed: 2), "three"))
    }

    @Test("holds PyTorch's names and nothing else among its tensors, behind a header of whole eights")
    func container() throws {
        let network = Network.lamps()
        let data = ModelFile.container(network, training: [:]).withChecksum()
        let file = try Safetensors(data)
        #expect(file.tensors.map(\.name) == network.layout.tensors.map(\.name))
        #expect(file.tensors.map(\.shape) == network.layout.tensors.map(\.shape))
        #expect(file.metadata["format"] == "pt")
        #expect(data[0] % 8 == 0)
    }

    @Test("without a seal, as a Python script would write it, it is read all the same")
    func unwithChecksum() throws {
        let network = Network.lamps()
        let data = ModelFile.container(network, training: [:]).encoded()
        #expect(isSame(try ModelFile.decode(data, path: "model").network, network))
    }

    @Test("any single flipped bit is found, or does no harm: never a crash, never another network")
    func flippedBits() throws {
        var sizes = NetworkConfiguration()
        (sizes.encoderHiddenSize, sizes.stateSize, sizes.programSize, sizes.keySize) = (1, 2, 1, 1)
        (sizes.fuseHiddenSize, sizes.coreInputSize, sizes.hiddenSize) = (1, 1, 1)
        var network = Network.lamps(sizes)
        var generator = SeededGenerator(seed: 1)
        try network.addPrograms(["NEW"], barringOld: true, using: &generator)
        let whole = ModelFile.container(network, training: ["seed": "1"]).withChecksum()
        var harmless = 0
        for index in whole.indices {
            for bit in 0..<8 {
                var data = whole
                data[index] ^= 1 << bit
                do {
                    let read = try ModelFile.decode(data, path: "model")
                    guard !read.isChanged else { continue }
                    harmless += 1
                    #expect(
                        isSame(read.network, network) && read.training == ["seed": "1"], "byte \(index), bit \(bit)")
                } catch {
                    #expect(!error.description.contains("\n"))
                }
            }
        }
        // Only the name under which the digest stands can change unnoticed, what is for other programs, and a space among
        // those that fill the header up.
        #expect(harmless <= 8 * "npi.digest".count + 8 * "format:pt".count + 8)
    }

    @Test("cut off anywhere, it is refused")
    func truncation() throws {
        let whole = ModelFile.container(.lamps(), training: [:]).withChecksum()
        for length in Array(0..<64) + Array(stride(from: 64, to: whole.count, by: 97)) + [whole.count - 1] {
            let error = #expect(throws: ModelFileError.self) {
                try ModelFile.decode(whole.prefix(length), path: "m")
            }
            #expect(error?.description.hasPrefix("cannot use m as a model: it ") == true)
        }
        #expect(throws: ModelFileError.self) { try ModelFile.decode(whole + [0], path: "m") }
    }

    @Test("one of another program, of another version or with metadata that make no sense is refused in words")
    func metadata() throws {
        let good = ModelFile.container(.lamps(), training: [:])
        func refusal(_ change: (inout Safetensors) -> Void) -> String? {
            var file = good
            change(&file)
            return #expect(throws: ModelFileError.self) {
                try ModelFile.decode(file.withChecksum(), path: "m")
            }?.description
        }
        #expect(
            refusal { $0.metadata = ["format": "pt"] }
                == "cannot use m as a model: it is a safetensors file, but not one that npi wrote; "
                + "a script that saves a model again has to save its metadata too")
        #expect(
            refusal { $0.metadata["npi.version"] = "2" }
                == "cannot use m as a model: it has format version 2; this program reads 1")
        let sense = "cannot use m as a model: its metadata do not describe a network"
        for (key, value) in [
            ("npi.configuration", "{}"), ("npi.configuration", "null"), ("npi.programs", "[\"A\",\"A\"]"),
            ("npi.programs", "[\"\"]"), ("npi.programs", "{"), ("npi.encoders", "[]x"),
            ("npi.encoders", "[{\"name\":\"lamps\",\"fields\":[{\"name\":\"A\",\"size\":1}]}]"),
            ("npi.encoders", "[{\"name\":\"a\",\"fields\":[]},{\"name\":\"a\",\"fields\":[]}]"),
        ] {
            #expect(refusal { $0.metadata[key] = value } == sense, "\(key) \(value)")
        }
        for size in [0, -1, 16_385, Int.max] {
            let text = good.metadata["npi.configuration"]?.replacing(
                "\"hiddenSize\":27", with: "\"hiddenSize\":\(size)")
            #expect(refusal { $0.metadata["npi.configuration"] = text } == sense)
        }
        #expect(
            refusal { $0.tensors.removeAll { $0.name == "end.bias" } }
                == "cannot use m as a model: the tensor end.bias is missing")
        #expect(
            refusal { $0.metadata["npi.programs"] = "[\"ACT\"]" }
                == "cannot use m as a model: the tensor memory.keys has shape [4, 9], not [1, 9]")
        #expect(
            refusal { $0.tensors[0].values[0] = .infinity }
                == "cannot use m as a model: the tensor encoders.lamps.0.weight holds values that are no numbers")
    }

    @Test("sizes that ask for all memory are refused before any is taken")
    func hugeSizes() throws {
        var file = ModelFile.container(.lamps(), training: [:])
        file.metadata["npi.configuration"] = """
            {"encoderHiddenSize":16384,"stateSize":16384,"programSize":16384,"keySize":16384,"fuseHiddenSize":16384,\
            "coreInputSize":16384,"hiddenSize":16384}
            """
        #expect(throws: ModelFileError.self) { try ModelFile.decode(file.withChecksum(), path: "m") }
    }
}
