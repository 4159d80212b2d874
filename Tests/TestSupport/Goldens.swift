import Foundation
package import Testing

/// The root of the repository, from this file's place in it.
private let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

/// Compares `text` with the file `name` of the repository; with UPDATE_GOLDENS=1 the file is rewritten.
///
/// A rewritten or new file fails the test once, so that nobody takes a recording for a comparison.
package func expectGolden(
    _ text: String, inRepository name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let url = URL(fileURLWithPath: "\(repository)/\(name)")
    let known = try? String(contentsOf: url, encoding: .utf8)
    guard known != text else { return }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: true, encoding: .utf8)
        Issue.record("\(name) was rewritten; look at the difference", sourceLocation: sourceLocation)
        return
    }
    Issue.record(
        """
        \(name) differs; UPDATE_GOLDENS=1 rewrites it
        \(firstDifference(known ?? "", text))
        """, sourceLocation: sourceLocation)
}

/// The first line that differs, from both.
private func firstDifference(_ expected: String, _ found: String) -> String {
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let found = found.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(expected.count, found.count) {
        let left = index < expected.count ? String(expected[index]) : "(end)"
        let right = index < found.count ? String(found[index]) : "(end)"
        if left != right { return "line \(index + 1)\n- \(left)\n+ \(right)" }
    }
    return "no line differs"
}
