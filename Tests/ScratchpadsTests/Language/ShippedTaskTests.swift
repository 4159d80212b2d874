import Assets
import Foundation
import Scratchpads
import Testing

@Suite("Shipped task files")
struct ShippedTaskTests {
    @Test("every file of the folder is part of the program")
    func list() throws {
        let folder = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/") + "/Assets/tasks"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(files) == Set(ShippedTasks.names.map { "\($0).task" }))
        for name in ShippedTasks.names {
            #expect(
                try String(contentsOfFile: "\(folder)/\(name).task", encoding: .utf8) == ShippedTasks.text(of: name))
        }
    }

    @Test("their programs give what their checks say, on a thousand problems", arguments: ShippedTasks.names)
    func correct(name: String) throws {
        let source = TaskSource(file: "\(name).task", text: try #require(ShippedTasks.text(of: name)))
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
