import Foundation
import Support

/// Reading weight files and checkpoints.
enum FileReading {
    /// Larger files are refused: no model or checkpoint of this program comes near it.
    static let largestSize = 1 << 31

    /// The bytes at `path`.
    static func contents(of path: String) throws(ModelFileError) -> Data {
        do throws(FileReadingError) {
            return try FileContents.read(path, limit: largestSize)
        } catch {
            let reason = error == .folder ? FileReadingError.notRegular : error
            throw ModelFileError(path: path, problem: .unreadable(reason.description))
        }
    }
}
