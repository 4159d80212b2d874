import Foundation
import Support

/// Reading weight files and checkpoints.
enum FileReading {
    /// Larger files are refused: no model or checkpoint of this program comes near it.
    static let largestSize = 1 << 31

    /// The bytes at `path`.
    static func contents(of path: String) throws(ModelFileError) -> Data {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw ModelFileError(path: path, problem: .unreadable(SystemError().description))
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ModelFileError(path: path, problem: .unreadable("it is not a regular file"))
        }
        guard status.st_size <= largestSize else {
            throw ModelFileError(path: path, problem: .unreadable("it has more than 2 GiB"))
        }
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw ModelFileError(path: path, problem: .unreadable(FileWriting.reason(of: error)))
        }
    }
}
