package import Glibc

/// A new file that takes its place when it is whole: nothing sees it half written, and what it replaces is never lost.
package struct PartFile {
    /// Where it is until then.
    package let path: String
    /// The open file.
    package let descriptor: Int32

    /// Makes an empty file under the first of `paths` that nothing has.
    package init(at paths: some Sequence<String>) throws(SystemError) {
        for path in paths {
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 {
                self.path = path
                self.descriptor = descriptor
                return
            }
            guard errno == EEXIST else { throw SystemError() }
        }
        throw SystemError(code: EEXIST)
    }

    /// Makes an empty, hidden file in the folder of `target`.
    package init(hiddenBeside target: String) throws(SystemError) {
        let folder = FileTarget.folder(of: target)
        try self.init(
            at: (0..<100).lazy.map { _ in
                "\(folder).npi-\(String(UInt64.random(in: 0 ... .max), radix: 36)).part"
            })
    }

    /// Takes over the permissions of the file before, and its owner where that is allowed.
    package func adopt(_ old: stat) throws(SystemError) {
        _ = fchown(descriptor, old.st_uid, old.st_gid)
        guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else { throw SystemError() }
    }

    /// Waits until the disk has what was written.
    package func synchronize() throws(SystemError) {
        guard fsync(descriptor) == 0 else { throw SystemError() }
    }

    /// Closes the file and puts it at `target`. If that fails it stays where it is.
    ///
    /// - Parameter replacing: Whether a file that is there is replaced. If not, one that came in the meantime stays, and
    ///   the error is `EEXIST`.
    package func place(at target: String, replacing: Bool) throws(SystemError) {
        guard close(descriptor) == 0 else { throw SystemError() }
        if !replacing {
            // A link does not replace what is there, as a renaming would.
            if link(path, target) == 0 {
                unlink(path)
                return
            }
            // Some file systems have no such links.
            guard [EPERM, ENOTSUP, ENOSYS].contains(errno), access(target, F_OK) != 0 else { throw SystemError() }
        }
        guard rename(path, target) == 0 else { throw SystemError() }
    }

    /// Closes the file, if ``place(at:replacing:)`` has not, and removes it.
    package func remove(isOpen: Bool = true) {
        if isOpen { close(descriptor) }
        unlink(path)
    }
}
