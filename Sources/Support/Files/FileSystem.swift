package import Glibc

/// The system's calls that take the name of a file. Nothing else in the program calls them, nor Foundation's, so that a
/// name that is not UTF-8 stays what it is: see ``FileName``.
package enum FileSystem {
    /// Opens a file, closed on exec. The corresponding C function is `open`.
    package static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws(SystemError) -> Int32 {
        try descriptor { FileName.lend(path) { Glibc.open($0, flags | O_CLOEXEC, mode) } }
    }

    /// What is at `path`, where links lead. The corresponding C function is `stat`.
    package static func status(of path: String) throws(SystemError) -> stat {
        var status = stat()
        guard FileName.lend(path, to: { stat($0, &status) }) == 0 else { throw SystemError() }
        return status
    }

    /// Whether something is at `path`, where links lead.
    package static func exists(_ path: String) -> Bool { FileName.lend(path) { access($0, F_OK) } == 0 }

    /// Whether there is a folder.
    package static func isFolder(_ path: String) -> Bool {
        (try? status(of: path)).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
    }

    /// Checks that what is at `path` may be written.
    package static func requireWritable(_ path: String) throws(SystemError) {
        guard FileName.lend(path, to: { access($0, W_OK) }) == 0 else { throw SystemError() }
    }

    /// Where the link at `path` leads; nil where there is none.
    package static func destination(of path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = FileName.lend(path) { readlink($0, &buffer, buffer.count) }
        guard count >= 0 else { return nil }
        return FileName.text(buffer[..<count].map { UInt8(bitPattern: $0) })
    }

    /// Removes a file, if it is there.
    package static func remove(_ path: String) {
        _ = FileName.lend(path) { unlink($0) }
    }

    /// Gives a file another name, over what has that already. The corresponding C function is `rename`.
    static func rename(_ path: String, to other: String) throws(SystemError) {
        let result = FileName.lend(path) { path in FileName.lend(other) { Glibc.rename(path, $0) } }
        guard result == 0 else { throw SystemError() }
    }

    /// Gives a file a second name, which must be free. The corresponding C function is `linkat`.
    static func link(_ path: String, to other: String) throws(SystemError) {
        let result = FileName.lend(path) { path in
            // Links are followed, as /proc's to an open file without a name is.
            FileName.lend(other) { linkat(AT_FDCWD, path, AT_FDCWD, $0, AT_SYMLINK_FOLLOW) }
        }
        guard result == 0 else { throw SystemError() }
    }

    /// Makes a folder, and those above it that are missing.
    package static func makeFolder(_ path: String) throws(SystemError) {
        if isFolder(path) { return }
        let above = FileTarget.folder(of: String(path.reversed().drop { $0 == "/" }.reversed()))
        if !above.isEmpty, above != path { try makeFolder(above) }
        guard FileName.lend(path, to: { mkdir($0, 0o777) }) == 0 || isFolder(path) else { throw SystemError() }
    }

    /// The names of what is in a folder, in no order.
    package static func names(in folder: String) throws(SystemError) -> [String] {
        guard let directory = FileName.lend(folder, to: { opendir($0) }) else { throw SystemError() }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in FileName.text(bytes.prefix { $0 != 0 }) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func descriptor(_ call: () -> Int32) throws(SystemError) -> Int32 {
        while true {
            let descriptor = call()
            if descriptor >= 0 { return descriptor }
            guard errno == EINTR else { throw SystemError() }
        }
    }
}
