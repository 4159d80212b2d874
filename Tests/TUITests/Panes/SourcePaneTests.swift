import Assets
import Debugger
import Foundation
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("The text of the task in the place of the trace")
struct SourcePaneTests {
    /// The programs of add.task on 96 + 125, run by themselves.
    private func state() throws -> AppState {
        let task = TaskDefinition.add
        let problem = try Problem(task: task, input: ["96", "125"])
        let predictor = try #require(FilePredictor(task))
        var state = AppState(try Session(problem, predictor: predictor), sourceName: "the programs")
        _ = state.update(.resize(Size(80, 40)))
        return state
    }

    private func lines(_ state: AppState) -> [String] { state.session.screen(80, 40, state.view).lines }

    /// The number and text of the lines that have `mark` in the pane's first columns.
    private func marked(_ mark: Unicode.Scalar, _ state: AppState) -> [String] {
        lines(state).compactMap { line in
            let cells = line.dropFirst().prefix(2)
            guard cells.unicodeScalars.contains(mark) else { return nil }
            let text = line.dropFirst(4).prefix(74)
            return text.first.map { $0 == " " || $0.isNumber } == true
                ? text.split(separator: " ").joined(separator: " ") : nil
        }
    }

    @Test("o shows the file, with the line that is carried out and the one that waits for it")
    func line() throws {
        var state = try state()
        state.press(.character("o"), .character("s"), .character("s"))
        let marks = try #require(state.session.sourceMarks)
        #expect(marks.source.lines[(marks.next ?? 0) - 1] == "  write OUT sum mod 10")
        #expect(marks.waiting.map { marks.source.lines[$0 - 1] } == ["    ADD1"])
        #expect(lines(state).contains { $0.contains("add.task") })
        #expect(marked(Glyphs.unicode.current, state).contains { $0.hasSuffix("write OUT sum mod 10") })
        state.press(.character("o"))
        #expect(lines(state).contains { $0.contains("Trace") })
    }

    @Test("steps go from line to line, back as forward")
    func steps() throws {
        var state = try state()
        func line() throws -> String {
            let marks = try #require(state.session.sourceMarks)
            return marks.next.map { marks.source.lines[$0 - 1].trimmingCharacters(in: .whitespaces) } ?? "none"
        }
        var forward: [String] = []
        for _ in 0..<9 {
            state.press(.character("s"))
            forward.append(try line())
        }
        #expect(
            forward == [
                "ADD1", "write OUT sum mod 10", "CARRY", "move CARRY left", "write CARRY 1", "move CARRY right",
                "return",
                "return", "LSHIFT",
            ])
        for expected in forward.dropLast().reversed() {
            state.press(.character("S"))
            #expect(try line() == expected)
        }
    }

    @Test("a departure is marked on the line that has it, and the caller's line where its frame is selected")
    func departure() throws {
        var state = try state()
        state.press(.character("s"), .character("s"), .character("s"))
        state.press(.character("x"))
        state.type("return")
        state.press(.enter, .character("S"))
        let marks = try #require(state.session.sourceMarks)
        let departure = try #require(marks.departure)
        #expect(departure.line.map { marks.source.lines[$0 - 1] } == "    return")
        #expect(marks.source.lines[(marks.next ?? 0) - 1] == "    CARRY")
        state.press(.character("u"))
        let selected = try #require(state.session.sourceMarks)
        #expect(selected.selected.map { selected.source.lines[$0 - 1] } == "    ADD1")
    }

    @Test("a task without a file says so")
    func noFile() throws {
        var state = AppState(try Session.known(.car, "saloon-1", "-45,30", at: 7), sourceName: "npi")
        state.press(.character("o"))
        #expect(state.view.message?.text == "this task has no file to look at")
    }
}
