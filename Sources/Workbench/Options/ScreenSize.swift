import ArgumentParser
import TerminalKit

/// A size of the screen as it is typed: 120x36.
struct ScreenSize {
    let size: Size

    /// Reads columns and rows.
    init(_ text: String) throws {
        let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let columns = parts[0], let rows = parts[1], 40...400 ~= columns, 12...200 ~= rows
        else { throw ValidationError("\(text) is no size such as 120x36 (40x12 to 400x200)") }
        size = Size(columns, rows)
    }
}
