/// A stretch of cells of one row that look alike.
struct CellRun<Looks: Equatable> {
    /// The column of its first cell.
    var column: Int
    /// Its cells.
    var cells: ArraySlice<CanvasCell>
    /// How they look.
    var looks: Looks
}

extension Canvas {
    /// Row `y` in stretches that look alike, from left to right.
    func runs<Looks: Equatable>(ofRow y: Int, _ looks: (Style) -> Looks) -> [CellRun<Looks>] {
        let row = row(y)
        var runs: [CellRun<Looks>] = []
        for index in row.indices {
            let looks = looks(row[index].style)
            if let last = runs.indices.last, runs[last].looks == looks {
                runs[last].cells = row[runs[last].cells.startIndex...index]
            } else {
                runs.append(CellRun(column: index - row.startIndex, cells: row[index...index], looks: looks))
            }
        }
        return runs
    }
}
