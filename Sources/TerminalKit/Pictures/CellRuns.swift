/// A stretch of cells of one row that are painted alike.
struct CellRun {
    /// The column of its first cell.
    var column: Int
    /// Its cells.
    var cells: ArraySlice<CanvasCell>
    /// How they look.
    var paint: Paint
}

extension Canvas {
    /// Row `y` in stretches painted alike, from left to right.
    func runs(ofRow y: Int, _ theme: Theme, _ depth: ColorDepth) -> [CellRun] {
        let row = row(y)
        var runs: [CellRun] = []
        for index in row.indices {
            let paint = theme.paint(for: row[index].style, depth: depth)
            if let last = runs.indices.last, runs[last].paint == paint {
                runs[last].cells = row[runs[last].cells.startIndex...index]
            } else {
                runs.append(CellRun(column: index - row.startIndex, cells: row[index...index], paint: paint))
            }
        }
        return runs
    }
}
