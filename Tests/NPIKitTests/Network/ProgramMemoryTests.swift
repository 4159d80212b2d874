import Foundation
import NPIKit
import Support
import Testing

@Suite("Program memory as it is looked at")
struct ProgramMemoryTests {
    @Test("the key that is asked for, times the keys, gives the probabilities of the programs")
    func askedKey() throws {
        var generator = SeededGenerator(seed: 11)
        let spec = ObservationSpec(encoder: "lamp", fields: [.init("LIT", size: 2)])
        let network = Network(
            encoders: [spec], library: try ProgramLibrary(names: ["A", "B", "C", "ACT"]), using: &generator)
        var predictor = NetworkPredictor(network)
        var next = [Float](repeating: 0, count: predictor.stateSize)
        var prediction = Prediction(programCount: 4)
        predictor.predict(
            encoder: "lamp", observation: Observation(for: spec), program: ProgramID(rawValue: 1), arguments: .none,
            from: next, to: &next, into: &prediction)
        let memory = try #require(predictor.memory)
        let asked = memory.keyAsked(by: CoreState(next).layers[1].hidden)
        let scores = memory.keys.map { zip($0, asked).reduce(Float(0)) { $0 + $1.0 * $1.1 } }
        for (first, second) in [(0, 1), (1, 2), (2, 3)] {
            let ratio = log(prediction.programs[first] / prediction.programs[second])
            #expect(abs(ratio - (scores[first] - scores[second])) < 1e-3)
        }
        #expect(memory.embeddings[2] == Array(network.values(of: "memory.programs")[512..<768]))
    }

    @Test("keys along two directions lie as they are on the map, whichever way these point")
    func map() {
        let keys: [[Float]] = [[5, 1, 0], [-5, 1, 0], [0, 1, 2], [0, 1, -2]]
        let map = KeyMap(keys)
        #expect(abs(map.share - 1) < 1e-5)
        let points = keys.map(map.point)
        #expect(abs(points[0].x - 5) < 1e-4 && abs(points[1].x + 5) < 1e-4 && abs(points[2].y - 2) < 1e-4)
        #expect(map == KeyMap(keys))
    }

    @Test("keys that are all the same, or none at all, make no trouble")
    func degenerate() {
        let map = KeyMap([[1, 2], [1, 2]])
        #expect(map.share == 0)
        #expect(map.point(of: [1, 2]).x == 0 && map.point(of: [1, 2]).y == 0)
        #expect(KeyMap([]).share == 0)
    }

    @Test("likeness is the cosine")
    func similarity() throws {
        let memory = ProgramMemory(
            library: try ProgramLibrary(names: ["A", "B", "C", "D"]), keys: [[1, 0], [2, 0], [0, 3], [0, 0]],
            embeddings: [[0], [0], [0], [0]], headWeight: [1, 2], headBias: [0.5, 0])
        #expect(memory.similarity(0, 1) == 1 && memory.similarity(0, 2) == 0 && memory.similarity(3, 3) == 0)
        #expect(memory.nearest(to: 0).first?.row == 1)
        #expect(memory.keyAsked(by: [2]) == [2.5, 4])
    }
}
