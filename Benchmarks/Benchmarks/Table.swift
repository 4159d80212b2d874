import Foundation

/// Results as aligned text.
enum Table {
    static let head = line("", "median", "fastest", "ratio")

    static func row(_ result: Contest.Result, against yardstick: Contest.Result) -> String {
        line(
            result.name, microseconds(result.median), microseconds(result.fastest),
            ratio(result.median / yardstick.median))
    }

    static let shareHead = line("", "median", "GFLOP/s", "of peak")

    /// A multiplication with its addition, as a share of what the processor can do at most.
    static func shareRow(_ result: Contest.Result, of peak: Contest.Result) -> String {
        line(
            result.name, String(format: "%.4f ns", result.median), String(format: "%.1f", 2 / result.median),
            String(format: "%.0f %%", 100 * peak.median / result.median))
    }

    /// Prints `results` against the first of them, the yardstick, and whether the slowest of the others is within `bar`
    /// milliseconds; returns that.
    static func isWithin(_ bar: Double, _ results: [Contest.Result], title: String) -> Bool {
        print(title)
        print(head)
        for result in results { print(row(result, against: results[0])) }
        let slowest = results.dropFirst().map(\.median).max() ?? .infinity
        let isReached = slowest / 1e6 <= bar
        print("  \(isReached ? "reached" : "MISSED"): \(ratio(slowest / 1e6)) ms (bar: \(bar) ms)\n")
        return isReached
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
