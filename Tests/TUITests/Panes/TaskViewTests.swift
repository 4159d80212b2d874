import Assets
import Debugger
import Foundation
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

/// A run of a task's file, drawn as its line `view` says, as it is kept in `Tests/Goldens/Screen`.
struct TaskShot: Sendable, CustomTestStringConvertible {
    let task: String
    let input: [String]
    let position: Int
    /// A line of the file, and what stands in its place.
    var change: (line: String, to: String)?

    var testDescription: String { "\(name) at \(position)" }

    /// What the goldens are called.
    var name: String { change == nil ? task : "\(task)-\(change?.to.split(separator: " ").last ?? "")" }

    static let all: [TaskShot] = [
        TaskShot(task: "palindrome", input: ["abcba"], position: 4),
        TaskShot(task: "balanced", input: ["(()())"], position: 6),
        TaskShot(task: "reverse", input: ["3", "1", "4", "1", "5"], position: 9),
        TaskShot(task: "compare", input: ["1207", "1270"], position: 7),
        TaskShot(task: "palindrome", input: ["abcba"], position: 4, change: ("view tape", "view grid")),
        TaskShot(task: "palindrome", input: ["abcba"], position: 4, change: ("view tape", "view columns")),
    ]

    func session() throws -> Session {
        var text = try #require(ShippedTasks.text(of: task))
        if let change { text = text.replacingOccurrences(of: change.line, with: change.to) }
        let definition = try ExampleTask.task(text, named: task)
        var session = try Session(
            Problem(task: definition, input: input), predictor: try #require(FilePredictor(definition)))
        session.extend(events: .max)
        session.perform(.go(to: position))
        return session
    }

    /// The pane alone on so many cells.
    func pane(_ size: Size, glyphs: Glyphs = .unicode) throws -> String {
        var canvas = Canvas(size: size, glyphs: glyphs)
        _ = ScratchpadPane(scene: Scene(try session(), ViewState())).draw(on: &canvas)
        return canvas.lines.joined(separator: "\n") + "\n"
    }
}

@Suite("Scratchpads of task files, line by line")
struct TaskViewTests {
    @Test("the screen shows what it showed", arguments: TaskShot.all)
    func screen(_ shot: TaskShot) throws {
        let session = try shot.session()
        for size in [Size(80, 24), Size(140, 40)] {
            try expectGolden(
                session.text(size.width, size.height) + "\n",
                inRepository: "Tests/Goldens/Screen/task-\(shot.name)-\(size.width)x\(size.height).txt")
        }
    }

    @Test("a small pane shows what it showed", arguments: TaskShot.all)
    func pane(_ shot: TaskShot) throws {
        try expectGolden(
            try shot.pane(Size(30, 8)), inRepository: "Tests/Goldens/Screen/task-\(shot.name)-30x8.txt")
    }

    @Test("symbols are shown as symbols, in the pane, in words and as text")
    func symbols() throws {
        var session = try TaskShot(task: "palindrome", input: ["abcba"], position: 4).session()
        #expect(session.world.textLines == ["WORD     a [b] c [b] a", "ANSWER  [.]"])
        try session.addWatch("word[0]")
        session.scan()
        let text = session.text(80, 24)
        #expect(text.contains("word[0]") && text.contains(" a "))
    }

    @Test("a number that is aligned right reads from the left, also beside a row that is not")
    func alignment() throws {
        let session = try TaskShot(task: "compare", input: ["1207", "1270"], position: 1).session()
        #expect(session.world.textLines.prefix(2) == ["FIRST   [1] 2  0  7", "SECOND  [1] 2  7  0"])
        #expect(session.text(80, 24).contains("FIRST   [1] 2  0  7"))
    }

    @Test("any size of pane can be drawn on, with either glyphs", arguments: TaskShot.all)
    func sizes(_ shot: TaskShot) throws {
        let session = try shot.session()
        for width in [1, 7, 14, 19, 30, 61, 90] {
            for height in [1, 2, 3, 5, 8, 13, 30] {
                for glyphs in [Glyphs.unicode, .ascii] {
                    var canvas = Canvas(size: Size(width, height), glyphs: glyphs)
                    _ = ScratchpadPane(scene: Scene(session, ViewState())).draw(on: &canvas)
                    #expect(canvas.lines.count == height)
                }
            }
        }
    }

    @Test("a letter changes a cell of letters, and the cursor stays in the row's own cells")
    func edits() throws {
        var state = AppState(
            try TaskShot(task: "palindrome", input: ["abcba"], position: 1).session(), sourceName: "the programs")
        _ = state.update(.resize(Size(80, 24)))
        state.press(.character("e"), .character("e"))
        #expect(state.session.world.textLines[0] == "WORD    [e] b  c  b [a]")
        state.press(.right, .right, .down)
        #expect(state.view.editing == EditCursor(row: 1, column: 0))
        state.press(.character("y"), .escape)
        #expect(state.session.world.textLines[1] == "ANSWER  [y]")
        state.press(.character(":"))
        state.type("set word[1] = d")
        state.press(.enter)
        #expect(state.session.world.textLines[0] == "WORD    [e] d  c  b [a]")
    }
}
