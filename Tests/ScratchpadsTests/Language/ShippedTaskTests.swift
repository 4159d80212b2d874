import Assets
import Foundation
import Scratchpads
import Testing

@Suite("Shipped task files")
struct ShippedTaskTests {
    static let names = [
        "add", "add-recursive", "sort", "sort-recursive", "max", "subtract", "increment", "compare", "palindrome",
        "balanced", "reverse",
    ]

    @Test("the list is that of the folder")
    func list() throws {
        let folder = (try Assets.path(of: "tasks/add.task") as NSString).deletingLastPathComponent
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(files) == Set(Self.names.map { "\($0).task" }))
    }

    @Test("their programs give what their checks say, on a thousand problems", arguments: names)
    func correct(name: String) throws {
        let path = try Assets.path(of: "tasks/\(name).task")
        let source = TaskSource(file: "\(name).task", text: try String(contentsOfFile: path, encoding: .utf8))
        let task = try TaskDefinition(source)
        #expect(task.name == name)
        let examination = try #require(TaskExamination(task, count: 1_000, seed: 14))
        #expect(examination.problemCount == 1_000)
        #expect(examination.findings.filter(\.isError) == [])
        let problem = try Problem(task: task, input: task.exampleInput)
        #expect(!problem.expectedOutput.isEmpty && !problem.goal().isEmpty)
        #expect(task.source == source)
    }
}
