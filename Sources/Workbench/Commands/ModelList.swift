import Assets
import NPIKit
import Scratchpads
import Support

/// The shipped networks, for people and for programs.
struct ModelList {
    struct Entry: Encodable {
        var name: String
        var file: String
        var tasks: [String]
    }

    let entries: [Entry]

    /// Finds them and reads what they have learned.
    init() throws {
        entries = try Assets.models.map { name, path in
            Entry(name: name, file: path, tasks: try ModelFile.read(path).learnedTasks.map(\.name))
        }
    }

    func write(asJSON isJSON: Bool) throws {
        var output = StandardOutput()
        for line in isJSON ? [JSONText.encode(entries)] : lines { output.writeLine(line) }
        try output.flush()
    }

    private var lines: [String] {
        let width = entries.map(\.name.count).max() ?? 0
        return entries.map { entry in
            let gap = String(repeating: " ", count: width - entry.name.count + 2)
            return "\(entry.name)\(gap)\(entry.tasks.joined(separator: " "))"
        }
    }
}
