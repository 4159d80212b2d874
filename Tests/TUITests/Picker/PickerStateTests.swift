import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

extension PickerState {
    /// Two tasks, a recording of an addition, and one that cannot be read.
    fileprivate static var example: PickerState {
        let line = #"{"npitrace":1,"task":"add","input":["58","7"],"program":"ADD","programs":["ADD"]}"#
        let header = try? Recording(bytes: Array("\(line)\n".utf8)).header
        let recordings = [
            RecordingListing(
                name: "sum.npitrace", header: header,
                end: RecordingEnd(isHalted: true, output: "65", isCorrect: true, eventCount: 39)),
            RecordingListing(name: "broken.npitrace", header: nil),
        ]
        return PickerState([.add, .sort].map { PickerEntry($0) } + recordings.map { PickerEntry($0) })
    }

    fileprivate mutating func press(_ keys: Key...) -> [Decision] {
        keys.compactMap { update(.key($0)) }
    }

    fileprivate mutating func type(_ text: String) {
        for character in text { _ = update(.key(.character(character))) }
    }

    fileprivate func lines(_ width: Int, _ height: Int) -> String {
        var canvas = Canvas(size: Size(width, height))
        _ = PickerScreen.draw(self, into: &canvas)
        return canvas.lines.joined(separator: "\n") + "\n"
    }
}

@Suite("The picker")
struct PickerStateTests {
    @Test("what belongs to the shell is told from what is typed here")
    func shellWords() {
        for (typed, answer) in [
            ("add 58 67 --model half-trained", "type npi run add 58 67 --model half-trained"),
            ("npi run add 58 67", "type here what stands behind npi run"),
        ] {
            var picker = PickerState.example
            picker.type(typed)
            let opened = picker.press(.enter)
            #expect(opened.isEmpty)
            #expect(picker.lines(120, 30).contains(answer))
        }
    }

    @Test("Enter opens what is chosen; the arrows choose")
    func choosing() {
        var state = PickerState.example
        #expect(state.press(.enter) == [.open(.problem(.add, ["96", "125"]))])
        #expect(state.press(.down, .enter) == [.open(.problem(.sort, ["9", "2", "5"]))])
        #expect(state.press(.end, .up, .enter) == [.open(.recording("sum.npitrace"))])
        #expect(state.press(.down, .down, .down).isEmpty)
        #expect(state.choice == .recording("broken.npitrace"))
    }

    @Test("typing narrows the list, and takes an input of one's own behind a task's name")
    func typing() {
        var state = PickerState.example
        state.type("su")
        #expect(state.shown.map(\.name) == ["sum.npitrace"])
        _ = state.press(.control("u"))
        state.type("trace")
        #expect(state.shown.count == 2)
        _ = state.press(.escape)
        #expect(state.shown.count == 4)
        state.type("add 12 345")
        #expect(state.shown.map(\.name) == ["add 12 345"])
        #expect(state.shown.map(\.detail) == ["add 12 and 345, column by column from the right"])
        #expect(state.press(.enter) == [.open(.problem(.add, ["12", "345"]))])
        #expect(state.choice?.arguments == ["run", "add", "12", "345"])
    }

    @Test("while an input is typed, its line says what is missing; of a car its name is enough")
    func typedInput() {
        var state = PickerState([PickerEntry(.add), PickerEntry(.car)])
        state.type("add 12")
        #expect(state.shown.first?.detail.contains("only one was given") == true)
        _ = state.press(.escape)
        state.type("car truck-1")
        #expect(state.press(.enter) == [.open(.problem(.car, ["truck-1"]))])
    }

    @Test("a recording that cannot be read is not opened")
    func broken() {
        var state = PickerState.example
        state.type("broken")
        #expect(state.press(.enter).isEmpty)
        #expect(state.message?.text == "broken.npitrace is no recording that can be replayed; npi replay says why")
    }

    @Test("more tasks stand behind one line, which lists them; what is typed finds them at once")
    func moreTasks() throws {
        let more = try ["subtract", "quicksort"].map { PickerEntry(try #require(TaskCatalog.task(named: $0))) }
        var state = PickerState(
            [.add, .sort].map { PickerEntry($0) } + PickerState.example.entries.suffix(1), more: more)
        #expect(state.shown.map(\.name).dropLast() == ["add 96 125", "sort 9 2 5", "2 more"])
        #expect(state.shown[2].detail == "subtract, quicksort")
        #expect(state.press(.down, .down).isEmpty)
        #expect(state.choice == nil)
        #expect(state.lines(80, 12).contains("list them"))
        #expect(state.press(.enter).isEmpty)
        #expect(
            state.shown.map(\.name).prefix(4) == ["add 96 125", "sort 9 2 5", "subtract 91 17", "quicksort 5 2 9 1 7"])
        #expect(
            state.press(.enter).map { if case .open(.problem(let task, _)) = $0 { task.name } else { "" } } == [
                "subtract"
            ])
        var typing = PickerState([PickerEntry(.add)], more: more)
        typing.type("quick")
        #expect(typing.choice?.arguments == ["run", "quicksort", "5", "2", "9", "1", "7"])
        _ = typing.press(.control("u"))
        typing.type("subtract 58 7")
        #expect(typing.choice?.arguments == ["run", "subtract", "58", "7"])
    }

    @Test("numbers alone are offered to the tasks that can do something with them")
    func numbers() {
        var state = PickerState([PickerEntry(.add), PickerEntry(.sort), PickerEntry(.car)])
        state.type("58 67")
        #expect(state.press(.enter) == [.open(.problem(.add, ["58", "67"]))])
        _ = state.press(.escape)
        state.type("5 6")
        #expect(state.shown.map(\.name) == ["add 5 6", "sort 5 6"])
        _ = state.press(.escape)
        state.type("5 6 1")
        #expect(state.shown.map(\.name) == ["sort 5 6 1"])
    }

    @Test("what cannot be opened is explained, and the picker stays")
    func nonsense() {
        for text in ["add 1", "add x y", "sort 10", "zebra", "add -1 2", "\u{301}"] {
            var state = PickerState.example
            state.type(text)
            #expect(state.press(.enter).isEmpty, "\(text)")
            #expect(state.message?.isError == true, "\(text)")
        }
    }

    @Test("q leaves where nothing was typed, and is a letter where something was; Esc clears, then leaves")
    func leaving() {
        var state = PickerState.example
        #expect(state.press(.character("q")) == [.quit])
        state.type("a")
        #expect(state.press(.character("q")).isEmpty)
        #expect(state.press(.escape).isEmpty)
        #expect(state.press(.escape) == [.quit])
        #expect(state.update(.closed) == .quit)
        #expect(state.update(.interrupted) == .quit)
    }

    @Test("j, k and ? are keys until something is typed, and text behind a slash")
    func keysAndText() {
        var state = PickerState.example
        _ = state.press(.character("j"))
        #expect(state.selected == 1 && state.typed.isEmpty)
        _ = state.press(.character("k"))
        #expect(state.selected == 0)
        _ = state.press(.character("?"))
        #expect(state.message?.text.contains("/ searches") == true)
        state.type("/k")
        #expect(state.typed == "k")
        #expect(state.shown.map(\.name) == ["broken.npitrace"])
        #expect(state.press(.escape).isEmpty)
        #expect(state.press(.character("q")) == [.quit])
        _ = state.press(.character("/"), .backspace)
        #expect(!state.isSearching)
    }

    @Test("a recording's line tells the result, the network and the date, or that it breaks off")
    func recordings() {
        let line =
            #"{"npitrace":1,"task":"add","input":["58","7"],"program":"ADD","model":{"name":"small","sha256":"0"}}"#
        let header = try? Recording(bytes: Array("\(line)\n".utf8)).header
        func detail(_ end: RecordingEnd?) -> String {
            PickerEntry(RecordingListing(name: "a.npitrace", header: header, end: end, time: 1_700_000_000)).detail
        }
        let wrong = detail(RecordingEnd(isHalted: true, output: "55", isCorrect: false, eventCount: 39))
        #expect(wrong.hasPrefix("ADD 58 + 7, 55 is wrong, small, 2023-11-1"))
        #expect(detail(nil).contains("breaks off"))
        #expect(detail(RecordingEnd(isHalted: false, eventCount: 9)).contains("did not halt"))
    }

    @Test("a click chooses a line, a second one opens it")
    func clicking() {
        var state = PickerState.example
        _ = state.update(.resize(Size(60, 16)))
        let row = state.lines(60, 16).split(separator: "\n").firstIndex { $0.contains("sum.npitrace") }!
        let click = InputEvent.mouse(MouseEvent(.press(.left), at: Point(8, row)))
        #expect(state.update(click) == nil)
        #expect(state.update(click) == .open(.recording("sum.npitrace")))
    }

    @Test("is drawn as it was", arguments: [Size(80, 24), Size(40, 10), Size(10, 3)])
    func drawing(size: Size) throws {
        var state = PickerState.example
        try expectGolden(
            state.lines(size.width, size.height),
            inRepository: "Tests/Goldens/Screen/picker-\(size.width)x\(size.height).txt")
        state.type("add 7 x")
        _ = state.press(.enter)
        try expectGolden(
            state.lines(size.width, size.height),
            inRepository: "Tests/Goldens/Screen/picker-typed-\(size.width)x\(size.height).txt")
    }

    @Test("any keys on any size are survived", arguments: 0..<10)
    func mashing(seed: Int) {
        var generator = SplitMix(seed: UInt64(seed))
        var state = PickerState.example
        let keys: [Key] =
            [.up, .down, .enter, .escape, .backspace, .end, .pageDown, .tab] + "ad sort.n1é漢".map { .character($0) }
        for _ in 0..<300 {
            _ = state.update(.key(keys.randomElement(using: &generator)!))
            let size = Size(.random(in: 0...90, using: &generator), .random(in: 0...30, using: &generator))
            _ = state.update(.resize(size))
            _ = state.update(
                .mouse(MouseEvent(.press(.left), at: Point(3, .random(in: -1...31, using: &generator)))))
            _ = state.lines(size.width, size.height)
        }
    }
}
