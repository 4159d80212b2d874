extension [[String]] {
    /// The rows as lines: columns stand below each other, two spaces apart, and no line ends in spaces.
    ///
    /// - Parameter isRight: Which columns, from 0, stand at the right of their places; the others stand at the left.
    package func alignedLines(atRight isRight: (Int) -> Bool = { _ in false }) -> [String] {
        let widths = (0..<(first?.count ?? 0)).map { column in map { $0[column].count }.max() ?? 0 }
        return map { row in
            zip(row, widths).enumerated().map { column, cell in
                let spaces = String(repeating: " ", count: cell.1 - cell.0.count)
                return isRight(column) ? spaces + cell.0 : cell.0 + spaces
            }.joined(separator: "  ").withoutSpacesAtEnd
        }
    }
}

extension String {
    fileprivate var withoutSpacesAtEnd: String {
        String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
    }
}
