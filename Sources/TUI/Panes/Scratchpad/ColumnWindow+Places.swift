import TerminalKit

extension ColumnWindow {
    /// Writes the numbers of the places above the columns, as many as there is room for.
    func drawPlaces(of columns: ColumnScene, y: Int, on canvas: inout Canvas, middle: (Int) -> Int) {
        let widest = "\(max(total - 1, 0))".count
        let pitch = range.count > 1 ? abs(middle(range.lowerBound + 1) - middle(range.lowerBound)) : widest + 1
        let step = widest < pitch ? 1 : 5
        for column in range {
            let place = columns.place(at: column)
            guard place.isMultiple(of: step) else { continue }
            let text = "\(place)"
            canvas.write(text, at: Point(middle(column) - (text.count - 1) / 2, y), style: .dim)
        }
    }
}
