import Assets
import Scratchpads
import Testing

@Suite("What has changed between two versions of a task file")
struct TaskChangesTests {
    private static let text = ShippedTasks.text(of: "subtract") ?? ""

    private func changes(_ replacements: [(String, String)]) throws -> [String] {
        var text = Self.text
        for (old, new) in replacements {
            try #require(text.contains(old), "\(old)")
            text = text.replacing(old, with: new)
        }
        return try TaskDefinition(TaskSource(file: "subtract.task", text: text)).changes(since: Self.text).list
    }

    @Test("comments, what is said, the drawing, the check and the problems' lengths change nothing for a network")
    func same() throws {
        #expect(try changes([]).isEmpty)
        let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
        let words = lines.filter { !$0.hasPrefix("about") && !$0.hasPrefix("goal") }
        let bare = words.map { line in line.firstRange(of: "say \"").map { line[..<$0.lowerBound] } ?? line }
        let text =
            "# mine\n"
            + bare.joined(separator: "\n").replacing("1..20", with: "2..9").replacing("check A - B", with: "")
        let task = try TaskDefinition(TaskSource(file: "subtract.task", text: text))
        #expect(task.source?.text != Self.text)
        #expect(task.changes(since: Self.text).isEmpty)
    }

    @Test(
        "what a network sees and does is compared by name",
        arguments: [
            ([("rest mod 10\n", "(rest + 10) mod 10\n")], ["program SUB1 has changed"]),
            (
                [("BORROW1", "BORROWONE")],
                ["program SUB1 has changed", "program BORROWONE is new", "program BORROW1 is gone"]
            ),
            ([("row OUT: digits", "row OUT: digits, aligned right")], []),
            ([("row OUT: digits", "row OUT: digits = 0")], ["row OUT has changed"]),
            (
                [("width: longest + 2", "width: longest + 3")],
                ["INP1", "INP2", "BORROW", "OUT"].map { "row \($0) has changed" }
            ),
            (
                [("INP1, INP2, BORROW, OUT at", "INP1, BORROW, INP2, OUT at")],
                ["the pointers stand in another order"]
            ),
            ([("see INP1, INP2, BORROW", "see INP2, INP1, BORROW")], ["the seen values stand in another order"]),
            ([("see INP1, INP2, BORROW", "see INP1, INP2, BORROW, OUT")], ["seen value OUT is new"]),
            ([("A, B: number", "A, B: binary")], ["input A has changed", "input B has changed"]),
            ([("view columns", "view columns\nencoder numbers")], ["the encoder is numbers instead of subtract"]),
            ([("output OUT", "output INP1")], ["the output is INP1 as number instead of OUT as number"]),
        ] as [([(String, String)], [String])])
    func different(replacements: [(String, String)], expected: [String]) throws {
        #expect(try changes(replacements) == expected)
    }

    @Test("a text that cannot be read is said to be so; a task without a file has no versions")
    func unreadable() throws {
        let task = try TaskDefinition(TaskSource(file: "subtract.task", text: Self.text))
        #expect(task.changes(since: "task subtract\nnonsense\n").list == ["that version cannot be read any more"])
        #expect(TaskDefinition.car.changes(since: "anything").isEmpty)
    }
}
