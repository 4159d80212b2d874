import CYardsticks
import Dispatch
import Experiments
import NPIKit
import Scratchpads

/// Training on addition, two batches side by side, against the products of a training step done by two threads as large
/// plain `cblas_sgemm` calls and nothing else.
struct TrainingBenchmark {
    /// The bar: training takes at most this many times its bare products. PyTorch, on the same frames, batches and two
    /// quiet cores, made 10,000 to 13,000 steps a second, which is more than 2 times.
    static let bar = 2.0

    func run() throws -> Bool {
        let recipe = TrainingRecipe(tasks: [.add], seed: 1)
        let network = recipe.makeNetwork()
        let trainer = Trainer(network, on: try recipe.makeFrames(network.library))
        let results = Contest.run(
            [products(for: network), updates(trainer)], rounds: 60)
        print("One step of training, addition, two cores")
        print(Table.head)
        for result in results { print(Table.row(result, against: results[0])) }
        let ratio = results[1].median / results[0].median
        print(
            "  \(ratio <= Self.bar ? "reached" : "MISSED"): \(Table.ratio(ratio)) x its bare products (bar: \(Self.bar));"
                + " \(Int(1e9 / results[1].median)) steps a second, on this machine as busy as it is\n")
        return ratio <= Self.bar
    }

    private func updates(_ start: Trainer) -> Contest.Contender {
        var trainer = start
        return Contest.Contender(name: "training", repetitions: 4) { trainer.update().stepCount }
    }

    /// Forward, and backward to weights and to inputs: three products with every matrix.
    private func products(for network: Network) -> Contest.Contender {
        let (m, n, k) = (384, 1_024, 512)
        let multiplications = 3 * network.stepMatrices.reduce(0) { $0 + $1.rows * $1.columns }
        let buffers = (0..<2).map { _ in (0..<3).map { _ in FloatBuffer(count: n * k) } }
        let calls = Buffers(buffers)
        return Contest.Contender(name: "its products, plain cblas_sgemm") {
            DispatchQueue.concurrentPerform(iterations: 2) { index in
                let part = calls.all[index]
                for _ in 0..<4 {
                    yardstick_multiply_matrices(
                        part[0].pointer, part[1].pointer, part[2].pointer, Int32(m), Int32(n), Int32(k))
                }
            }
            return 2 * 4 * m * n * k / multiplications
        }
    }

    /// Buffers of which each thread uses its own.
    private final class Buffers: @unchecked Sendable {
        let all: [[FloatBuffer]]

        init(_ all: [[FloatBuffer]]) {
            self.all = all
        }
    }
}
