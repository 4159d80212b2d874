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
        #expect(marks.lines.texts[(marks.next ?? 0) - 1] == "  write OUT sum mod 10")
        #expect(marks.waiting.map { marks.lines.texts[$0 - 1] } == ["    ADD1"])
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
            return marks.next.map { marks.lines.texts[$0 - 1].trimmingCharacters(in: .whitespaces) } ?? "none"
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
        #expect(departure.line.map { marks.lines.texts[$0 - 1] } == "    return")
        #expect(marks.lines.texts[(marks.next ?? 0) - 1] == "    CARRY")
        state.press(.character("u"))
        let selected = try #require(state.session.sourceMarks)
        #expect(selected.selected.map { selected.lines.texts[$0 - 1] } == "    ADD1")
    }

    @Test("a task without a file says so")
    func noFile() throws {
        var state = AppState(try Session.known(.car, "saloon-1", "-45,30", at: 7), sourceName: "npi")
        state.press(.character("o"))
        #expect(state.view.message?.text == "this task has no file to look at")
    }

    /// flip.task on "abab", its text being shown.
    private func flipping(_ size: Size = Size(80, 40)) throws -> AppState {
        let session = try Session.programs(of: ExampleTask.task(ExampleTask.flip, named: "flip"), "abab")
        var state = AppState(session, sourceName: "the programs")
        _ = state.update(.resize(size))
        state.press(.character("s"), .character("o"))
        return state
    }

    /// The line of the screen that shows line `number` of the file.
    private func line(_ number: Int, _ state: AppState) -> String {
        let (width, height) = (80, 40)
        let lines = state.session.screen(width, height, state.view).lines
        return lines.first { $0.dropFirst(4).hasPrefix("\(number) ") } ?? "not in sight"
    }

    @Test("b sets a breakpoint on the line that is carried out, and removes it")
    func breakpointHere() throws {
        var state = try flipping()
        state.press(.character("b"))
        #expect(state.session.stopPoints.breakpoints.map(\.text) == ["flip.task:18"])
        #expect(state.view.message?.text == "breakpoint on flip.task:18; c runs to it")
        #expect(line(18, state).unicodeScalars.contains(Glyphs.unicode.breakpoint))
        while state.pendingWork != .nothing { state.work() }
        #expect(line(18, state).contains("hits 1 of 2"))
        state.press(.character("c"))
        #expect(state.position == 6)
        #expect(line(18, state).contains("hits 2 of 2"))
        state.press(.character("C"))
        #expect(state.position == 1)
        state.press(.character("b"))
        #expect(state.session.stopPoints.breakpoints.isEmpty)
        #expect(state.view.message?.text == "breakpoint deleted: flip.task:18")
    }

    @Test(":break alone sets what b sets, keeps its number when typed again, and deletes nothing")
    func breakAlone() throws {
        for keys in [[], ["o"]] {
            var state = try flipping()
            // The trace again, or still the text of the task.
            for key in keys { state.type(key) }
            for _ in 0..<2 {
                state.type(":break")
                state.press(.enter)
                #expect(state.session.stopPoints.breakpoints.map(\.id) == [.breakpoint(1)])
            }
            #expect(state.view.message?.text.hasPrefix("there is a breakpoint on ") == true)
        }
    }

    @Test("arrows choose a line, and b there moves to where something happens")
    func chosen() throws {
        var state = try flipping()
        state.press(.up)
        #expect(state.view.source.cursor == 17)
        state.press(.character("b"))
        #expect(state.view.source.cursor == 18)
        #expect(
            state.view.message?.text
                == "breakpoint on flip.task:18 (nothing happens on line 17; the next line where something does is 18); c runs to it"
        )
        for _ in 0..<10 { state.press(.down) }
        #expect(state.view.source.cursor == 25)
        state.press(.character("b"))
        #expect(state.view.message?.isError == true)
        state.press(.escape)
        #expect(state.view.source.cursor == nil)
    }

    @Test(":break takes a line, and a disabled breakpoint has another sign")
    func commandLine() throws {
        var state = try flipping()
        state.press(.character(":"))
        state.type("break flip:19 if at == 2")
        state.press(.enter)
        #expect(state.view.message?.text == "breakpoint 1: flip.task:19 if at == 2")
        state.press(.character(":"))
        state.type("disable 1")
        state.press(.enter)
        #expect(line(19, state).unicodeScalars.contains(Glyphs.unicode.breakpointOff))
        state.press(.character(":"))
        state.type("break 99")
        state.press(.enter)
        #expect(state.view.prompt?.problem == "flip.task has the lines 1 to 25")
    }

    @Test("a click chooses a line, and a second one sets a breakpoint on it")
    func clicks() throws {
        var state = try flipping()
        let lines = state.session.screen(80, 40, state.view).lines
        let y = try #require(lines.firstIndex { $0.dropFirst(4).hasPrefix("22 ") })
        for expected in [0, 1] {
            _ = state.update(.mouse(MouseEvent(.press(.left), at: Point(20, y))))
            #expect(state.view.source.cursor == 22)
            #expect(state.session.stopPoints.breakpoints.count == expected)
        }
    }

    @Test("o shows the text on a small screen too", arguments: [Size(40, 12), Size(60, 16), Size(80, 18)])
    func small(_ size: Size) throws {
        let state = try flipping(size)
        let text = state.session.text(size.width, size.height, state.view)
        #expect(text.contains("18       CHANGE"), "\(text)")
    }
}
