import CYardsticks
import Foundation
import NPIKit

/// Prints a table for each benchmark named on the command line, or for all: `step`, `training`, `interface`,
/// `products`, `car`, `task`, `cache`. Fails where a bar is missed.
@main
enum Main {
    static func main() throws {
        FastProducts.arrange()
        yardstick_prepare()
        if let figures = try PeerWork.run(Array(CommandLine.arguments.dropFirst())) { return print(figures) }
        print("kernels of OpenBLAS: \(BLASKernels.name)\n")
        let benchmarks: [(name: String, run: () throws -> Bool)] = [
            ("products", { ProductBenchmark().run() }),
            ("step", { try StepBenchmark().run() }),
            ("training", { try TrainingBenchmark().run() }),
            ("interface", { try InterfaceBenchmark().run() }),
            ("car", { try CarBenchmark().run() }),
            ("task", { try TaskBenchmark().run() }),
            ("cache", { try CacheBenchmark().run() }),
        ]
        let wanted = CommandLine.arguments.dropFirst()
        if let unknown = wanted.first(where: { name in !benchmarks.contains { $0.name == name } }) {
            FileHandle.standardError.write(
                Data("no benchmark \(unknown); there are: \(benchmarks.map(\.name).joined(separator: ", "))\n".utf8))
            exit(64)
        }
        var isReached = true
        for benchmark in benchmarks where wanted.isEmpty || wanted.contains(benchmark.name) {
            isReached = try benchmark.run() && isReached
        }
        exit(isReached ? 0 : 1)
    }
}
