import Foundation
import TerminalKit
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Maps of counts")
struct HeatMapTests {
    private func map(_ counts: [[Int]], mark: HeatMap.Mark? = nil) -> HeatMap {
        HeatMap(
            title: "where they end", xTitle: "azimuth", yTitle: "elevation", columns: ["-15", "0", "15", "30"],
            rows: ["15", "0"], counts: counts, mark: mark)
    }

    private func text(_ map: HeatMap, _ glyphs: Glyphs = .unicode) -> [String] {
        var canvas = Canvas(size: map.size, glyphs: glyphs)
        map.draw(into: &canvas)
        return canvas.lines
    }

    @Test("each count stands in its cell, nothing is a dot, and a star is the cell that is pointed out")
    func cells() {
        let map = map([[0, 12, 0, 0], [3, 0, 0, 7]], mark: HeatMap.Mark(row: 0, column: 1, name: "the target"))
        #expect(
            text(map)[1...2].map { $0.trimmingCharacters(in: .whitespaces) } == ["15   ·*12  ·  ·", "0   3  ·  ·  7"])
        #expect(text(map, .ascii)[1].contains("15   .*12  .  ."))
        #expect(text(map)[3] == "        0    30", "every second column has its name")
    }

    @Test("large counts make the cells wider")
    func wide() {
        #expect(text(map([[1_234, 5, 0, 0], [0, 0, 0, 0]]))[1].contains("15  1234    5    ·    ·"))
    }

    @Test("as SVG: the count in each cell that has one, the mark, and the darkest where most are")
    func svg() {
        let map = map([[0, 12, 0, 0], [3, 0, 0, 7]], mark: HeatMap.Mark(row: 0, column: 1, name: "a < b"))
        #expect(XMLParser(data: Data(map.svg.utf8)).parse())
        #expect(map.svg.contains(">12</text>") && map.svg.contains(">3</text>") && map.svg.contains(">7</text>"))
        #expect(map.svg.contains("framed: a &lt; b"))
        #expect(map.svg.matches(of: /fill="#b03a00"/).count == 1)
    }

    @Test("without any counts it is a map of dots")
    func empty() {
        let map = map([[0, 0, 0, 0], [0, 0, 0, 0]])
        #expect(text(map)[1].contains("15   ·  ·  ·  ·"))
        #expect(XMLParser(data: Data(map.svg.utf8)).parse())
    }
}
