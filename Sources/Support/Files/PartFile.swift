package import Glibc

/// A new file that takes its place when it is whole: nothing sees it half written, and what it replaces is never lost.
package struct PartFile {
    /// Where it is until then; nil where it has no name, so that nothing is left of it whatever ends the program.
    package let path: String?
    /// The open file.
    package let descriptor: Int32

    /// Makes an empty file under the first of `paths` that nothing has.
    package init(at paths: some Sequence<String>) throws(SystemError) {
        for path in paths {
            do throws(SystemError) {
                self.init(path: path, descriptor: try FileSystem.open(path, O_WRONLY | O_CREAT | O_EXCL))
                return
            } catch {
                guard error.code == EEXIST else { throw error }
            }
        }
        throw SystemError(code: EEXIST)
    }

    /// Makes an empty file in the folder of `target` that is not seen there: without a name, or, on file systems that
    /// have no such files, with a hidden one.
    package init(hiddenBeside target: String) throws(SystemError) {
        let folder = FileTarget.folder(of: target)
        // The bits of O_TMPFILE, a macro that Swift does not see, on Linux.
        let nameless = O_DIRECTORY | 0o20_000_000
        if let descriptor = try? FileSystem.open(folder.isEmpty ? "." : folder, O_WRONLY | nameless) {
            if FileSystem.exists(Self.handle(of: descriptor)) {
                self.init(path: nil, descriptor: descriptor)
                return
            }
            close(descriptor)
        }
        try self.init(at: Self.hiddenPaths(in: folder))
    }

    private init(path: String?, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    private static func hiddenPaths(in folder: String) -> some Sequence<String> {
        (0..<100).lazy.map { _ in "\(folder).npi-\(String(UInt64.random(in: 0 ... .max), radix: 36)).part" }
    }

    /// A name for an open file that has none.
    private static func handle(of descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

    /// Takes over the permissions of the file before, and its owner where that is allowed.
    package func adopt(_ old: stat) throws(SystemError) {
        _ = fchown(descriptor, old.st_uid, old.st_gid)
        guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else { throw SystemError() }
    }

    /// Waits until the disk has what was written.
    package func synchronize() throws(SystemError) {
        guard fsync(descriptor) == 0 else { throw SystemError() }
    }

    /// Puts the file at `target` and closes it. If that fails, one with a name stays where it is.
    ///
    /// - Parameter replacing: Whether a file that is there is replaced. If not, one that came in the meantime stays, and
    ///   the error is `EEXIST`.
    package func place(at target: String, replacing: Bool) throws(SystemError) {
        if let path {
            guard close(descriptor) == 0 else { throw SystemError() }
            try Self.move(path, to: target, replacing: replacing)
        } else {
            defer { close(descriptor) }
            let handle = Self.handle(of: descriptor)
            // A link does not replace what is there, as a renaming would.
            if !replacing { return try FileSystem.link(handle, to: target) }
            let hidden = try Self.link(handle, toOneOf: Self.hiddenPaths(in: FileTarget.folder(of: target)))
            do throws(SystemError) {
                try FileSystem.rename(hidden, to: target)
            } catch {
                FileSystem.remove(hidden)
                throw error
            }
        }
    }

    private static func link(_ path: String, toOneOf names: some Sequence<String>) throws(SystemError) -> String {
        for name in names {
            do throws(SystemError) {
                try FileSystem.link(path, to: name)
                return name
            } catch {
                guard error.code == EEXIST else { throw error }
            }
        }
        throw SystemError(code: EEXIST)
    }

    private static func move(_ path: String, to target: String, replacing: Bool) throws(SystemError) {
        if !replacing {
            do throws(SystemError) {
                try FileSystem.link(path, to: target)
                return FileSystem.remove(path)
            } catch {
                // Some file systems have no such links.
                let isFree = !FileSystem.exists(target) && FileSystem.destination(of: target) == nil
                guard isFree, [EPERM, ENOTSUP, ENOSYS].contains(error.code) else { throw error }
            }
        }
        try FileSystem.rename(path, to: target)
    }

    /// Closes the file and removes it.
    package func remove() {
        close(descriptor)
        removeName()
    }

    /// Removes the file after ``place(at:replacing:)`` has failed, and closed it.
    package func removeName() {
        if let path { FileSystem.remove(path) }
    }
}
