import Scratchpads
import Support

/// The task that a tour is about: one that the program knows, or one of a file.
enum TourTask {
    /// The task that stands at `node` of the tour in `file`: a name, or a task file beside the tour.
    static func task(_ node: TourNode, beside file: String) throws(TourError) -> TaskDefinition {
        let name = try node.text("the task")
        guard name.hasSuffix(TaskSource.suffix) else {
            if let known = TaskCatalog.task(named: name) { return known }
            let short = String(name.prefix(40))
            let file = short.nearest(in: TaskCatalog.allNames) == nil ? "; a file's name ends in .task" : ""
            throw node.error("there is no task \(short)\(short.meaning(oneOf: TaskCatalog.allNames))\(file)")
        }
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        let path = name.hasPrefix("/") ? name : folder + name
        do throws(TaskFileError) {
            return try TaskDefinition(try TaskSource(path: path))
        } catch {
            throw node.error(error.firstLine)
        }
    }
}

extension TaskFileError {
    /// The first thing that is wrong, in one line.
    fileprivate var firstLine: String {
        description.split(separator: "\n").first.map(String.init) ?? "the task file cannot be read"
    }
}
