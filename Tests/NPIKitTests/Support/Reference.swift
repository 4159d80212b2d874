import Foundation
import NPIKit
import Testing

/// The network and the frames of `Scripts/Reference/make_reference.py`, with what PyTorch made of them.
struct Reference {
    let file: Safetensors
    let frames: [FrameTrace]
    let network: Network

    private struct Frame: Decodable {
        var program: Int
        var arguments: [Int]
        var observations: [UInt8]
        var callees: [Int]
        var given: [[Int]]
        var keys: [UInt64]?
    }

    /// Reads it; with `image`, that of `make_image_reference.py`.
    init(image: ObservationSpec.Image? = nil) throws {
        let name = image == nil ? "pytorch" : "pytorch-images"
        let url = Bundle.module.bundleURL.appendingPathComponent("Reference/\(name).safetensors")
        file = try Safetensors(Data(contentsOf: url))
        let library = try ProgramLibrary(names: Self.decode([String].self, file, "programs"))
        let act = try library.require(ProgramLibrary.act)
        frames = try Self.decode([Frame].self, file, "frames").map { frame in
            let calls = zip(frame.callees, frame.given).map { callee, given -> Decision in
                let arguments = Arguments(given[0], given[1], given[2])
                let program = ProgramID(rawValue: callee)
                return program == act ? .act(arguments) : .call(program, arguments)
            }
            return FrameTrace(
                encoder: "toy", program: ProgramID(rawValue: frame.program),
                arguments: Arguments(frame.arguments[0], frame.arguments[1], frame.arguments[2]),
                categories: frame.observations, decisions: calls + [.end],
                images: (frame.keys ?? []).map { ImageKey(view: UInt32($0)) })
        }
        let spec = ObservationSpec(
            encoder: "toy", fields: [.init("A", size: 3), .init("B", size: 4), .init("C", size: 2)],
            image: image)
        var network = Network(
            configuration: try Self.decode(NetworkConfiguration.self, file, "sizes"), encoders: [spec],
            library: library)
        for tensor in network.layout.tensors {
            network.setValues(of: tensor.name, to: try Self.values(file, "before.\(tensor.name)"))
        }
        self.network = network
    }

    func values(_ name: String) throws -> [Float] {
        try Self.values(file, name)
    }

    private static func values(_ file: Safetensors, _ name: String) throws -> [Float] {
        try #require(file.tensors.first { $0.name == name }, "no tensor \(name)").values
    }

    private static func decode<Value: Decodable>(
        _ type: Value.Type, _ file: Safetensors, _ name: String
    ) throws -> Value {
        try JSONDecoder().decode(type, from: Data(try #require(file.metadata[name]).utf8))
    }
}

/// The largest difference of any pair, relative to values above 1.
func worstDifference(_ found: [Float], _ expected: [Float]) -> Float {
    guard found.count == expected.count else { return .infinity }
    return zip(found, expected).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 0
}

extension Reference {
    /// What the network says at each step of all frames, one step at a time: end probabilities, program probabilities and
    /// argument probabilities. `pixels` gives the image of each step, where there are any.
    func predictStepByStep(
        _ pixels: ((ImageKey) -> [UInt8])? = nil
    ) -> (ends: [Float], programs: [Float], arguments: [Float]) {
        var predictor = NetworkPredictor(network)
        var ends: [Float] = []
        var programs: [Float] = []
        var arguments: [Float] = []
        for frame in frames {
            var state = [Float](repeating: 0, count: predictor.stateSize)
            var next = state
            var prediction = Prediction(programCount: predictor.library.count)
            for step in 0..<frame.stepCount {
                var observation = Observation(for: network.encoders[0])
                observation.categories = Array(frame.categories[(3 * step)..<(3 * step + 3)])
                if let pixels { observation.pixels = pixels(frame.images[step]) }
                predictor.predict(
                    encoder: "toy", observation: observation, program: frame.program, arguments: frame.arguments,
                    from: state, to: &next, into: &prediction)
                swap(&state, &next)
                ends.append(prediction.end)
                programs += prediction.programs
                arguments += prediction.arguments
            }
        }
        return (ends, programs, arguments)
    }
}
