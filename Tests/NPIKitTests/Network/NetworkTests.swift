import NPIKit
import Support
import Testing

@Suite("An untrained network")
struct NetworkTests {
    @Test("follows from its seed, to the bit")
    func seeds() {
        #expect(Network.lamps(seed: 3).parameters.values == Network.lamps(seed: 3).parameters.values)
        #expect(Network.lamps(seed: 3).parameters.values != Network.lamps(seed: 4).parameters.values)
    }

    @Test("draws each tensor within the bounds of its layer, forget gates open")
    func initialization() {
        let network = Network.lamps()
        let c = network.configuration
        let bounds: [(name: String, limit: Float)] = [
            ("encoders.lamps.0.weight", (6 / Float(36)).squareRoot()),
            ("encoders.lamps.0.bias", 1 / Float(36).squareRoot()),
            ("fuse.2.weight", (6 / Float(c.fuseHiddenSize)).squareRoot()),
            ("core.weight_hh_l1", 1 / Float(c.hiddenSize).squareRoot()),
            ("key.bias", 1 / Float(c.hiddenSize).squareRoot()),
            ("memory.keys", (3 / Float(c.keySize)).squareRoot()),
            ("memory.programs", Float(3).squareRoot() / 4),
        ]
        for (name, limit) in bounds {
            let largest = network.values(of: name).map(abs).max() ?? 0
            #expect(largest <= limit && largest > 0.6 * limit, "\(name)")
        }
        for layer in 0..<2 {
            let bias = network.values(of: "core.bias_ih_l\(layer)")
            #expect(bias[c.hiddenSize..<2 * c.hiddenSize].allSatisfy { $0 == 1 })
            #expect(bias[..<c.hiddenSize].allSatisfy { abs($0) < 1 })
        }
    }

    @Test("has PyTorch's names and shapes")
    func layout() {
        let layout = Network.lamps(NetworkConfiguration()).layout
        #expect(layout["core.weight_ih_l0"].shape == [1_024, 256])
        #expect(layout["core.bias_hh_l1"].shape == [1_024])
        #expect(layout["encoders.lamps.0.weight"].shape == [128, 4 + 2 + 30])
        #expect(layout["fuse.0.weight"].shape == [256, 128 + 256])
        #expect(layout["argument.weight"].shape == [30, 256])
        #expect(layout["memory.programs"].shape == [4, 256])
        #expect(layout.tensor(named: "core.weight_ih_l2") == nil)
    }

    @Test("keeps its tensors apart, each on a cache line")
    func places() {
        let network = Network.lamps()
        var next = 0
        for tensor in network.layout.tensors {
            #expect(tensor.offset >= next && tensor.offset % 16 == 0, "\(tensor.name)")
            next = tensor.range.upperBound
        }
        #expect(next <= network.layout.count)
        #expect(network.parameterCount == network.layout.tensors.reduce(0) { $0 + $1.shape.reduce(1, *) })
    }

    @Test("is a value: a copy does not change with it")
    func copies() {
        var network = Network.lamps()
        let copy = network
        let before = network.values(of: "end.weight")
        network.setValues(of: "end.weight", to: before.map { $0 + 1 })
        #expect(copy.values(of: "end.weight") == before)
        #expect(network.values(of: "end.weight") == before.map { $0 + 1 })
    }

    @Test("grows by rows of program memory; every other float stays, bit for bit", arguments: [true, false])
    func frozenCore(barringOld: Bool) throws {
        let old = Network.lamps()
        var network = old
        var generator = SeededGenerator(seed: 2)
        try network.addPrograms(["DIM", "GLOW"], barringOld: barringOld, using: &generator)
        #expect(network.library.names == old.library.names + ["DIM", "GLOW"])
        for tensor in old.layout.tensors {
            let values = network.values(of: tensor.name)
            let kept = values.prefix(tensor.count).map(\.bitPattern)
            #expect(kept == old.values(of: tensor.name).map(\.bitPattern), "\(tensor.name)")
            let isMemory = tensor.name.hasPrefix("memory.")
            #expect(values.count == tensor.count + (isMemory ? 2 * tensor.shape[1] : 0), "\(tensor.name)")
        }
        for name in ["DIM", "GLOW"] {
            let rows = network.memoryRows(of: name)
            #expect(network.parameters.values[rows.key].contains { $0 != 0 })
            #expect(network.parameters.values[rows.embedding].contains { $0 != 0 })
        }
    }
}
