import Foundation
import Support

extension HeatMap {
    /// The map as a picture that needs nothing but itself: the larger a count, the darker its cell.
    package var svg: String { HeatMapPicture(map: self).text }
}

/// Places and elements of a map's picture, in its units (pixels at 100 %).
private struct HeatMapPicture {
    let map: HeatMap

    private let left = 64
    private let top = 46
    private let side = 30
    private var right: Int { left + map.columns.count * side }
    private var bottom: Int { top + map.rows.count * side }

    var text: String {
        let (width, height) = (right + 20, bottom + 50)
        var parts = [
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif" \
            font-size="11">
            """,
            "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
            label(map.title, left, 26, #" font-size="15" font-weight="bold""#),
        ]
        for (row, name) in map.rows.enumerated() {
            parts.append(label(name, left - 8, top + row * side + side / 2 + 4, #" text-anchor="end""#))
            parts += map.columns.indices.map { cell(row, $0) }
        }
        for (column, name) in map.columns.enumerated() {
            parts.append(label(name, left + column * side + side / 2, bottom + 16, #" text-anchor="middle""#))
        }
        if let mark = map.mark, map.columns.indices.contains(mark.column), map.rows.indices.contains(mark.row) {
            parts.append(
                "<rect x=\"\(left + mark.column * side)\" y=\"\(top + mark.row * side)\" width=\"\(side)\" "
                    + "height=\"\(side)\" fill=\"none\" stroke=\"#0072b2\" stroke-width=\"3\"/>")
            parts.append(label("framed: \(mark.name)", right, bottom + 38, #" text-anchor="end" font-size="13""#))
        }
        parts.append(label(map.xTitle, (left + right) / 2, bottom + 38, #" text-anchor="middle" font-size="13""#))
        let middle = (top + bottom) / 2
        parts.append(
            label(
                map.yTitle, 18, middle,
                " text-anchor=\"middle\" font-size=\"13\" transform=\"rotate(-90 18 \(middle))\""))
        return (parts + ["</svg>\n"]).joined(separator: "\n")
    }

    private func cell(_ row: Int, _ column: Int) -> String {
        let count = map.counts[row][column]
        let share = Double(count) / Double(max(map.largest, 1))
        let (x, y) = (left + column * side, top + row * side)
        let cell =
            "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(side)\" height=\"\(side)\" fill=\"\(Self.ink(share))\" stroke=\"#dddddd\"/>"
        guard count > 0 else { return cell }
        let place = #" text-anchor="middle""#
        return cell + "\n"
            + label("\(count)", x + side / 2, y + side / 2 + 4, place, share > 0.5 ? "#ffffff" : "#222222")
    }

    /// From white to a red that people tell from white who see no red.
    private static func ink(_ share: Double) -> String {
        guard share > 0 else { return "#ffffff" }
        func mixed(_ full: Double) -> Int { Int((255 + (full - 255) * (0.15 + 0.85 * share)).rounded()) }
        return String(format: "#%02x%02x%02x", mixed(0xB0), mixed(0x3A), mixed(0x00))
    }

    private func label(_ text: String, _ x: Int, _ y: Int, _ more: String, _ ink: String = "#222222") -> String {
        "<text x=\"\(x)\" y=\"\(y)\" fill=\"\(ink)\"\(more)>\(text.escapedAsMarkup)</text>"
    }
}
