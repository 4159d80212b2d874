import Assets
import Foundation
import Testing

@Suite("npi model, and networks by their names")
struct ModelTests {
    @Test("--list names the shipped networks and their tasks, the general ones first")
    func list() throws {
        let run = try CommandRun("model", "--list")
        #expect(run.status == 0)
        let entries = run.lines.map { $0.split(separator: " ").map(String.init) }
        #expect(entries.prefix(2).map { $0[0] } == ["half-trained", "npi"])
        #expect(entries[1].contains("add") && entries[1].contains("sort"))
        #expect(entries.contains(["subtract", "subtract"]))
        let json = try JSONSerialization.jsonObject(with: Data(try CommandRun("model", "--list", "--json").output.utf8))
        #expect((json as? [[String: Any]])?.count == entries.count)
    }

    @Test("--list takes no file")
    func listOfFile() throws {
        #expect(try CommandRun("model", "npi", "--list").status == 64)
    }

    @Test("--model takes a shipped name; weights in a file of that name come first, and nothing else")
    func names() throws {
        let run = try CommandRun("run", "add", "58", "67", "--model", "half-trained", "--plain")
        #expect(run.status == 0)
        #expect(run.output.contains("(mistake)"))
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("no weights".utf8).write(to: folder.appendingPathComponent("half-trained"))
        let shipped = try CommandRun("model", "half-trained").output
        #expect(try CommandRun("model", "half-trained", folder: folder.path).output == shipped)
        #expect(try CommandRun("model", "./half-trained", folder: folder.path).status == 1)
        try FileManager.default.removeItem(at: folder.appendingPathComponent("half-trained"))
        try FileManager.default.copyItem(
            atPath: try Assets.path(of: "Weights/tasks/subtract.safetensors"),
            toPath: folder.appendingPathComponent("half-trained").path)
        #expect(try CommandRun("model", "half-trained", folder: folder.path).output != shipped)
    }

    @Test("a name that is none is answered with the nearest")
    func unknown() throws {
        let run = try CommandRun("run", "add", "1", "2", "--model", "half-traind")
        #expect(run.status == 1)
        #expect(run.errors.contains("no weight file and no shipped network half-traind; did you mean half-trained?"))
    }
}
