import Scratchpads
import Support

/// Lines of the task's file that a stop shows, as its file says it: "17", "17-19", or a program's name.
enum ShownLines {
    /// The lines, from 1, of a task with `lines`.
    static func reading(_ node: TourNode, _ lines: SourceLines?) throws(TourError) -> ClosedRange<Int> {
        let text = try node.text("lines")
        guard let lines else {
            throw node.error("this tour's task has no file with lines to show")
        }
        let words = text.split(whereSeparator: \.isWhitespace)
        let numbers = words.joined().split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        if let first = numbers.first, let first, let last = numbers.last, let last, numbers.count <= 2 {
            guard first <= last else {
                throw node.error("lines \(first)-\(last) run backwards; write \(last)-\(first)")
            }
            guard first >= 1, last <= lines.count else {
                throw node.error("\(lines.file) has the lines 1 to \(lines.count)")
            }
            return first...last
        }
        let name = words.joined(separator: " ").prefix(40)
        guard let range = lines.lines(of: name.uppercased()) ?? lines.lines(of: String(name)) else {
            let names = lines.programs
            throw node.error("there is no program \(name) to show\(String(name).meaning(oneOf: names))")
        }
        return range
    }
}
