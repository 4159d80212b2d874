import Debugger
import Scratchpads

/// The task's file as a client sees it: by its path, or, where that is not known, by a number under which its text is asked for.
struct SourceFile {
    /// The file's lines.
    let lines: SourceLines
    /// The text.
    let text: String
    /// Where it is; nil for one that is shipped or held by a recording.
    private(set) var path: String?
    private let readText: (String) -> String?

    /// The number of the only source there is.
    private static let reference = 1

    /// The file of a run's task; nil for a task without one.
    init?(_ run: OpenedRun) {
        let task = run.session.problem.task
        guard let lines = task.sourceLines, let text = task.source?.text else { return nil }
        (self.lines, self.text, path, readText) = (lines, text, run.sourcePath, run.readText)
    }

    /// How it is named in messages.
    var json: JSON {
        if let path { return ["name": .string(lines.file), "path": .string(path)] }
        return ["name": .string(lines.file), "sourceReference": JSON(Self.reference), "origin": "npi"]
    }

    /// The lines from `first` to `last` where something happens.
    func activeLines(from first: Int, to last: Int) -> [Int] {
        let (first, last) = (max(first, 1), min(last, lines.count))
        return first <= last ? (first...last).filter { lines.activity(on: $0) != nil } : []
    }

    /// Why the source that a client names is not this file; nil where it is. One whose path is not known may be anywhere.
    func objection(to source: JSON) -> String? {
        if path == nil, source["sourceReference"].integer == Self.reference { return nil }
        let named = source["path"].string ?? source["name"].string ?? ""
        let isAbsolute = named.hasPrefix("/")
        if let path, isAbsolute {
            return Self.parts(named) == Self.parts(path) ? nil : "the file that runs here is \(path)"
        }
        guard Self.parts(named).last?.lowercased() == lines.file.lowercased() else {
            return "the file that runs here is \(lines.file)"
        }
        guard isAbsolute, let other = readText(named), other != text else { return nil }
        return "the \(lines.file) that runs here has another text than that file"
    }

    /// Takes the source that a client names for this file, where it has the very text: the client can show it better.
    mutating func adopt(_ source: JSON) {
        guard path == nil, let named = source["path"].string, named.hasPrefix("/"), objection(to: source) == nil,
            readText(named) != nil
        else { return }
        path = named
    }

    private static func parts(_ path: String) -> [Substring] { path.split(separator: "/").filter { $0 != "." } }
}
