import Glibc
import Support

/// Reads the files of a mesh, up to a limit.
enum FileBytes {
    /// The bytes of the regular file at `path`.
    ///
    /// - Throws: What is wrong: there is no such file, it is a pipe that would be waited for, or it is larger than `limit`.
    static func read(_ path: String, limit: Int) throws(OBJError.Problem) -> [UInt8] {
        do throws(FileReadingError) {
            return Array(try FileContents.read(path, limit: limit))
        } catch {
            switch error {
            case .tooLarge(let limit):
                throw .tooLarge(bytes: (try? FileSystem.status(of: path))?.st_size ?? limit, limit: limit)
            case .system(SystemError(code: ENOENT)), .system(SystemError(code: ENOTDIR)):
                throw .unreadable("there is no such file")
            case .system(SystemError(code: EACCES)): throw .unreadable("permission denied")
            case .notRegular, .terminal: throw .unreadable("it is no regular file")
            default: throw .unreadable(error.description)
            }
        }
    }
}
