import Foundation
import Support

extension TaskSource {
    /// Larger files are no tasks.
    private static var largestSize: Int { 1 << 20 }

    /// The text of the file at `path`.
    ///
    /// - Throws: ``TaskFileError`` where it cannot be read.
    package init(path: String) throws(TaskFileError) {
        let data: Data
        do throws(FileReadingError) {
            data = try FileContents.read(path, limit: Self.largestSize)
        } catch {
            throw TaskFileError(unreadable: path, error.description)
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw TaskFileError(unreadable: path, "it is no text in UTF-8")
        }
        self.init(file: path.split(separator: "/").last.map(String.init) ?? path, text: text)
    }
}
