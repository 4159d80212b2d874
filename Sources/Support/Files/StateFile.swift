import Foundation

/// Values by their names, kept as JSON in a file from one time to the next.
///
/// A file that is missing or damaged counts as empty, and one that cannot be written costs nobody more than what it would keep.
package struct StateFile<Value: Codable> {
    private let path: String
    private let largestSize: Int

    /// The file at `path`; one of more than `largestSize` bytes is none of ours.
    package init(path: String, largestSize: Int) {
        self.path = path
        self.largestSize = largestSize
    }

    /// All that is kept.
    package var values: [String: Value] {
        guard let data = try? FileContents.read(path, limit: largestSize) else { return [:] }
        return (try? JSONDecoder().decode([String: Value].self, from: data)) ?? [:]
    }

    /// Keeps `values` and nothing else. Returns whether that worked.
    package func keep(_ values: [String: Value]) -> Bool {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        guard let data = try? encoder.encode(values) else { return false }
        try? FileSystem.makeFolder((path as NSString).deletingLastPathComponent)
        do throws(FileWritingError) {
            try FileWriting.replace(path, with: data)
            return true
        } catch {
            return false
        }
    }
}
