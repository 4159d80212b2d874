package import Glibc

/// The place of a file that is to be written.
///
/// Where symbolic links lead is the place, so that the link stays and its target is written.
package enum FileTarget {
    /// Nothing is at this path yet.
    case free(String)
    /// A regular file is at this path.
    case file(String, status: stat)
    /// A folder is there.
    case folder
    /// A device or a pipe is at this path; bytes go there directly.
    case device(String)

    /// Looks at what is at `path`.
    ///
    /// - Throws: ``SystemError`` if that cannot be told.
    package init(_ path: String) throws(SystemError) {
        let path = try Self.resolved(path)
        let status: stat
        do {
            status = try FileSystem.status(of: path)
        } catch {
            guard error.code == ENOENT else { throw error }
            self = .free(path)
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file(path, status: status)
        case S_IFDIR: self = .folder
        default: self = .device(path)
        }
    }

    /// Where symbolic links lead in the end, whether or not something is there.
    private static func resolved(_ path: String) throws(SystemError) -> String {
        var path = path
        for _ in 0..<40 {
            guard let link = FileSystem.destination(of: path) else { return path }
            path = link.hasPrefix("/") ? link : folder(of: path) + link
        }
        throw SystemError(code: ELOOP)
    }

    /// All of `path` up to its last slash; empty where it has none.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}
