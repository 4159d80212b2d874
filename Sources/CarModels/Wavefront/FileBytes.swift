import Glibc
import Support

/// Reads regular files, up to a limit.
enum FileBytes {
    /// The bytes of the file at `path`.
    ///
    /// - Throws: What is wrong: there is no such file, it is a pipe that would be waited for, or it is larger than `limit`.
    static func read(_ path: [UInt8], limit: Int) throws(OBJError.Problem) -> [UInt8] {
        let path = (path + [0]).map(CChar.init(bitPattern:))
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure() }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .unreadable("it is a folder")
        default: throw .unreadable("it is no regular file")
        }
        guard status.st_size <= limit else { throw .tooLarge(bytes: Int(status.st_size), limit: limit) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        // One more than it had, in case it has grown.
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
        var end = 0
        while end < bytes.count {
            let count = bytes[end...].withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure() }
            guard count > 0 else { break }
            end += count
        }
        return Array(bytes[..<end])
    }

    private static func failure() -> OBJError.Problem {
        switch errno {
        case ENOENT, ENOTDIR: .unreadable("there is no such file")
        case EACCES: .unreadable("permission denied")
        default: .unreadable(SystemError().description)
        }
    }
}
