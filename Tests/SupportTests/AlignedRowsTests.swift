import Support
import Testing

@Suite("Rows of a table")
struct AlignedRowsTests {
    @Test("columns stand below each other, numbers at the right, and no line ends in spaces")
    func columns() {
        let rows = [["program", "calls", "note"], ["ADD", "1", ""], ["LSHIFT", "12,000", "often"]]
        #expect(
            rows.alignedLines { $0 == 1 } == [
                "program   calls  note", "ADD           1", "LSHIFT   12,000  often",
            ])
        #expect([["a", "bc"], ["def", "g"]].alignedLines() == ["a    bc", "def  g"])
        #expect([[String]]().alignedLines().isEmpty)
    }
}
