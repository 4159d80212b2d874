import Glibc

/// Whether files are there.
enum FileStatus {
    /// Whether something is at `path`.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Removes the file at `path` if it is there.
    static func remove(_ path: String) { unlink(path) }
}
