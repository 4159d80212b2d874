import Foundation

/// Results as aligned text.
enum Table {
    static let head = line("", "median", "fastest", "ratio")

    static func row(_ result: Contest.Result, against yardstick: Contest.Result) -> String {
        line(
            result.name, microseconds(result.median), microseconds(result.fastest),
            ratio(result.median / yardstick.median))
    }

    static func ratio(_ value: Double) -> String {
        String(format: "%.2f", value)
    }

    private static func microseconds(_ nanoseconds: Double) -> String {
        String(format: "%.1f us", nanoseconds / 1_000)
    }

    private static func line(_ name: String, _ columns: String...) -> String {
        "  " + name.padding(toLength: 34, withPad: " ", startingAt: 0)
            + columns.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }.joined()
    }
}
