/// A table of counts in which the large ones stand out.
package struct HeatMap: Hashable, Sendable {
    /// A cell that is pointed out, and what it is.
    package struct Mark: Hashable, Sendable {
        /// Its row, from the top.
        package var row: Int
        /// Its column.
        package var column: Int
        /// Its name in the legend.
        package var name: String

        /// Makes a mark.
        package init(row: Int, column: Int, name: String) {
            (self.row, self.column, self.name) = (row, column, name)
        }
    }

    /// What stands above it.
    package var title: String
    /// What the columns are.
    package var xTitle: String
    /// What the rows are.
    package var yTitle: String
    /// The columns' names.
    package var columns: [String]
    /// The rows' names, from the top.
    package var rows: [String]
    /// A row of counts for each row, none below 0.
    package var counts: [[Int]]
    /// The cell that is pointed out.
    package var mark: Mark?

    /// Makes a map.
    package init(
        title: String, xTitle: String, yTitle: String, columns: [String], rows: [String], counts: [[Int]], mark: Mark?
    ) {
        self.title = title
        self.xTitle = xTitle
        self.yTitle = yTitle
        self.columns = columns
        self.rows = rows
        self.counts = counts
        self.mark = mark
    }

    /// The largest count; 0 where there is none.
    var largest: Int { counts.joined().max() ?? 0 }

    func isMarked(_ row: Int, _ column: Int) -> Bool { mark?.row == row && mark?.column == column }

    /// The titles of both axes and what the mark is.
    var legend: String {
        let axes = "\(xTitle) across, \(yTitle) up"
        return mark.map { "\(axes); * \($0.name)" } ?? axes
    }
}
