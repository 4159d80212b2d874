import ArgumentParser
import Assets
import Foundation
import Scratchpads
import Support

/// `npi new`.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Begin a task file of your own from a shipped one.",
        discussion: """
            EXAMPLES:
              npi new subtract.task
              npi new bubble --like sort             writes bubble.task
              npi check subtract.task
            """)

    @Argument(
        help: ArgumentHelp("The file to write; .task is added where it has no ending.", valueName: "file"),
        completion: .file(extensions: ["task"]))
    var file: String

    @Option(
        help: ArgumentHelp("The task to begin from: \(ShippedTasks.names.joined(separator: ", ")).", valueName: "task"))
    var like = "add"

    func run() throws {
        let last = self.file.split(separator: "/").last.map(String.init) ?? self.file
        let isBare = !last.contains(".") && !self.file.hasSuffix("/")
        let file = isBare ? self.file + TaskSource.suffix : self.file
        let name = isBare ? last + TaskSource.suffix : last
        guard name.hasSuffix(TaskSource.suffix), name.count > TaskSource.suffix.count else {
            throw UsageError("\(file) should end in \(TaskSource.suffix), such as subtract\(TaskSource.suffix)")
        }
        guard let shipped = ShippedTasks.text(of: like) else {
            throw UsageError("there is no task file \(like)\(like.meaning(oneOf: ShippedTasks.names))")
        }
        guard !FileSystem.exists(file) else { throw RunFailure("\(file) is there already; choose another name") }
        let task = String(name.dropLast(TaskSource.suffix.count))
        guard TaskCatalog.isName(task) else {
            throw UsageError(
                "\(task) cannot be a task's name; it is a word of lower-case letters, digits and hyphens, such as subtract"
            )
        }
        do throws(FileWritingError) {
            try FileWriting.replace(file, with: Data(Self.text(of: task, from: shipped, like).utf8))
        } catch {
            throw RunFailure("\(error)")
        }
        try StandardOutput.print("\(file) written; for now it does what \(like) does: edit it, then npi check \(file)")
    }

    /// The text of the task `like` as that of a new task. Its encoder is the new task's own, which is learned with it, unless it calls
    /// programs of another task: these see what that task's encoder sees. How many events its runs have is left to be counted, since
    /// the programs are there to be changed.
    private static func text(of task: String, from shipped: String, _ like: String) -> String {
        guard task != like else { return shipped }
        let lines = shipped.split(separator: "\n", omittingEmptySubsequences: false)
        let isIndependent = !lines.contains { $0.hasPrefix("uses ") }
        return lines.filter { !($0.hasPrefix("events ") || isIndependent && $0.hasPrefix("encoder ")) }
            .map { $0 == "task \(like)" ? "task \(task)" : String($0) }.joined(separator: "\n")
    }
}
