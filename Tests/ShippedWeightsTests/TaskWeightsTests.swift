import Assets
import Experiments
import Foundation
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("The networks shipped for single tasks")
struct TaskWeightsTests {
    /// The tasks that have one, by the files that are there.
    static let names: [String] = {
        guard let path = try? Assets.path(of: Assets.model(for: "subtract")) else { return [] }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".safetensors") }.map { String($0.dropLast(".safetensors".count)) }.sorted()
            + Assets.learnedTogether.sorted()
    }()

    private func task(_ name: String) throws -> TaskDefinition {
        try #require(TaskCatalog.task(named: name))
    }

    @Test("there is one for each shipped task that the shipped network does not know")
    func complete() throws {
        #expect(Set(Self.names) == Set(ShippedTasks.names).subtracting(["add", "sort", "max"]))
    }

    @Test("each solves fresh problems of the lengths trained on, and of four times these", arguments: names)
    func accuracy(name: String) throws {
        let task = try task(name)
        let contents = try ModelFile.read(try Assets.path(of: Assets.model(for: name)))
        let lengths = try #require(task.trainingLengths)
        let isCount = task.lengthLimit.map { $0 < 4 * lengths.upperBound } ?? false
        let longest = isCount ? 10 : 4 * lengths.upperBound
        let count = isCount ? 1 : SlowTests.areOn ? 100 : 3
        let parts =
            lengths.map { Validation.Part(length: $0, count: isCount ? 1 : 5) }
            + [Validation.Part(length: longest, count: count)]
        let marks = try Validation(task, parts: parts, seed: 77_000).marks(by: Solvers(contents.network))
        #expect(marks.map(\.right) == parts.map(\.count))
    }
}
