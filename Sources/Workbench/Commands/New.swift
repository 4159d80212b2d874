import ArgumentParser
import Assets
import Foundation
import Scratchpads
import Support

/// `npi new`.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begin a task file of your own from a shipped one.",
        discussion: """
            EXAMPLES:
              npi new subtract.task
              npi new bubble.task --like sort
              npi check subtract.task
            """)

    @Argument(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file(extensions: ["task"]))
    var file: String

    @Option(
        help: ArgumentHelp("The task to begin from: \(ShippedTasks.names.joined(separator: ", ")).", valueName: "task"))
    var like = "add"

    func run() throws {
        let name = file.split(separator: "/").last.map(String.init) ?? file
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
        let text = shipped.replacing("task \(like)\n", with: "task \(task)\n", maxReplacements: 1)
        do throws(FileWritingError) {
            try FileWriting.replace(file, with: Data(text.utf8))
        } catch {
            throw RunFailure("\(error)")
        }
        try StandardOutput.print("\(file) written; for now it does what \(like) does: edit it, then npi check \(file)")
    }
}
