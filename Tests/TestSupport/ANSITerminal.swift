package import TerminalKit

/// A terminal that understands what changes of canvases are written in, and nothing else.
package struct ANSITerminal {
    /// What stands in a cell, and how it looks.
    package struct Cell: Hashable {
        package var text = " "
        var foreground: String?
        var background: String?
        var attributes: Set<Int> = []

        /// Without what cannot be seen of a blank.
        package var seen: Cell {
            guard text == " " else { return self }
            var cell = self
            cell.attributes.formIntersection([4, 7])
            if cell.attributes.isEmpty { cell.foreground = nil }
            return cell
        }
    }

    /// How large it is.
    package let size: Size
    /// Its rows.
    package private(set) var cells: [[Cell]]
    /// What it did not understand.
    package private(set) var unknown: [String] = []
    private var pen = Cell()
    private var cursor: (x: Int, y: Int) = (0, 0)

    /// A terminal whose contents are not what a canvas shows.
    package init(size: Size) {
        self.size = size
        cells = Array(repeating: Array(repeating: Cell(text: "#"), count: size.width), count: size.height)
    }

    /// Whether colours and attributes have ended.
    package var isAtRest: Bool { pen == Cell() }

    /// The text of each row.
    package var lines: [String] { cells.map { $0.map(\.text).joined() } }

    /// Takes `text` as output.
    package mutating func show(_ text: String) {
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            // Hiding the cursor and showing it.
            if rest.starts(with: "[?25".unicodeScalars) {
                rest = rest.dropFirst(5)
            } else if scalar == "\u{8}" {
                cursor.x -= 1
            } else if scalar == "\u{1B}", rest.first == "[" {
                rest = rest.dropFirst()
                let numbers = rest.prefix { !$0.properties.isAlphabetic }
                rest = rest.dropFirst(numbers.count)
                guard let letter = rest.popFirst() else { return }
                obey(letter, String(String.UnicodeScalarView(numbers)).split(separator: ";").compactMap { Int($0) })
            } else if scalar.columns == 0 {
                cells[cursor.y][cursor.x - 1].text.unicodeScalars.append(scalar)
            } else {
                put(scalar)
            }
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        pen.text = String(scalar)
        cells[cursor.y][cursor.x] = pen
        if scalar.columns == 2 {
            pen.text = ""
            cells[cursor.y][cursor.x + 1] = pen
        }
        pen.text = " "
        cursor.x += scalar.columns
    }

    private mutating func obey(_ letter: Unicode.Scalar, _ numbers: [Int]) {
        let count = numbers.first ?? 1
        switch letter {
        case "H": cursor = ((numbers.last ?? 1) - 1, count - 1)
        case "B": cursor.y += count
        case "C": cursor.x += count
        case "D": cursor.x -= count
        case "K": erase(cursor.x..<size.width)
        case "X": erase(cursor.x..<cursor.x + count)
        case "J": cells = cells.map { $0.map { _ in Cell() } }
        case "m": paint(numbers)
        default: unknown.append(String(letter))
        }
    }

    private mutating func erase(_ columns: Range<Int>) {
        // Terminals differ about the background of what is erased: none is to depend on it.
        if pen.background != nil { unknown.append("erasing with a background") }
        for x in columns { cells[cursor.y][x] = Cell() }
    }

    private mutating func paint(_ numbers: [Int]) {
        var rest = (numbers.isEmpty ? [0] : numbers)[...]
        while let number = rest.popFirst() {
            switch number {
            case 0: pen = Cell()
            case 1...7: pen.attributes.insert(number)
            case 22: pen.attributes.subtract([1, 2])
            case 23, 24, 27: pen.attributes.remove(number - 20)
            case 30...37, 90...97: pen.foreground = "\(number)"
            case 40...47, 100...107: pen.background = "\(number - 10)"
            case 38: pen.foreground = "palette \(rest.dropFirst().first ?? -1)"
            case 48: pen.background = "palette \(rest.dropFirst().first ?? -1)"
            case 39: pen.foreground = nil
            case 49: pen.background = nil
            default: unknown.append("\(number)m")
            }
            if number == 38 || number == 48 { rest = rest.dropFirst(2) }
        }
    }
}
