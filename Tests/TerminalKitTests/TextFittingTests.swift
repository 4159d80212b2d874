import TerminalKit
import Testing

@Suite struct TextFittingTests {
    @Test func columnsCountWhatTheTerminalShows() {
        #expect("ADD".columns == 3)
        #expect("日本".columns == 4)
        #expect("e\u{301}".columns == 1)
        #expect("😀!".columns == 3)
        #expect("──▏⣿▾›…·".columns == 8)
    }

    @Test func longTextEndsInAnEllipsis() {
        #expect("scratchpad".fitted(to: 10) == "scratchpad")
        #expect("scratchpad".fitted(to: 7) == "scratc…")
        #expect("日本語".fitted(to: 4) == "日…")
        #expect("scratchpad".fitted(to: 1) == "…")
        #expect("scratchpad".fitted(to: 0) == "")
        #expect("scratchpad".fitted(to: -4) == "")
    }

    @Test func styledTextIsShortenedAcrossItsStretches() {
        let text = "step " + StyledText("17", .accent) + StyledText(" of 62", .dim)
        #expect(text.columns == 13)
        #expect(text.fitted(to: 13) == text)
        #expect(text.fitted(to: 7).text == "step 1…")
        #expect(text.fitted(to: 7).runs.last?.style == .accent)
        #expect(text.fitted(to: 8).text == "step 17…")
        #expect(text.on(.selected).runs.allSatisfy { $0.style.ground == .selected })
    }

    @Test func textIsWrappedAtSpaces() {
        let said = "6 + 5 = 11: write 1, carry 1"
        #expect(said.wrapped(to: 12) == ["6 + 5 = 11:", "write 1,", "carry 1"])
        #expect(said.wrapped(to: 100) == [said])
        #expect("incomprehensible word".wrapped(to: 6) == ["incomp", "rehens", "ible", "word"])
        #expect("one\n\ntwo".wrapped(to: 9) == ["one", "", "two"])
        #expect("日本語".wrapped(to: 1) == ["日", "本", "語"])
        #expect("".wrapped(to: 5) == [""])
        #expect("text".wrapped(to: 0) == [])
    }

    @Test func textStandsLeftRightOrInTheMiddle() {
        var canvas = Canvas(size: Size(9, 4))
        canvas.write("abc", in: canvas.bounds.row(0))
        canvas.write("abc", in: canvas.bounds.row(1), align: .center)
        canvas.write("abc", in: canvas.bounds.row(2), align: .right)
        canvas.write("abcdefghijk", in: canvas.bounds.row(3), align: .right)
        #expect(canvas.lines == ["abc", "   abc", "      abc", "abcdefgh…"])
    }
}
