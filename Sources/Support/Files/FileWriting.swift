package import Foundation

/// Writing files so that nothing is lost: beside the old one, then renamed over it.
///
/// Not Foundation's atomic writing: that puts a plain file in the place of a symbolic link or of a device such as
/// /dev/null, and forgets the permissions of the file before.
package enum FileWriting {
    /// Replaces what is at `path` by `data`, or leaves it as it was.
    ///
    /// A symbolic link stays, and the file that it names is replaced. Permissions stay. Only regular files are replaced.
    ///
    /// - Throws: ``FileWritingError`` with the system's reason.
    package static func replace(_ path: String, with data: Data) throws(FileWritingError) {
        do throws(SystemFailure) {
            let target = try destination(of: path)
            let old = try status(of: target)
            let part = try PartFile(beside: target)
            do throws(SystemFailure) {
                try part.write(data)
                try part.adopt(old)
                try part.rename(to: target)
            } catch {
                part.remove()
                throw error
            }
        } catch {
            throw FileWritingError(path: path, reason: error.reason)
        }
    }

    /// Checks that ``replace(_:with:)`` could write to `path`, and changes nothing there.
    ///
    /// - Throws: ``FileWritingError`` with the system's reason.
    package static func check(_ path: String) throws(FileWritingError) {
        do throws(SystemFailure) {
            let target = try destination(of: path)
            _ = try status(of: target)
            try PartFile(beside: target).remove()
        } catch {
            throw FileWritingError(path: path, reason: error.reason)
        }
    }

    /// The file that is meant by `path`: where symbolic links lead in the end, whether or not something is there.
    private static func destination(of path: String) throws(SystemFailure) -> String {
        var path = path
        for _ in 0..<40 {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = readlink(path, &buffer, buffer.count)
            guard count >= 0 else { return path }
            let link = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            path = link.hasPrefix("/") ? link : directory(of: path) + link
        }
        throw SystemFailure(code: ELOOP)
    }

    /// What is at `path`, which may be replaced; nil where nothing is.
    private static func status(of path: String) throws(SystemFailure) -> stat? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { throw SystemFailure() }
            return nil
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw status.st_mode & S_IFMT == S_IFDIR
                ? SystemFailure(code: EISDIR) : SystemFailure(reason: "it is not a regular file")
        }
        guard access(path, W_OK) == 0 else { throw SystemFailure() }
        return status
    }

    /// All of `path` up to its last slash; empty where it has none.
    fileprivate static func directory(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// The system's words for a failure, without the wrapping that Foundation puts around them.
    package static func reason(of error: any Error) -> String {
        let error = error as NSError
        if let posix = error.userInfo[NSUnderlyingErrorKey] as? POSIXError {
            return String(cString: strerror(posix.code.rawValue))
        }
        if error.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(error.code))) }
        switch CocoaError.Code(rawValue: error.code) {
        case .fileNoSuchFile, .fileReadNoSuchFile: return "No such file or directory"
        case .fileWriteNoPermission, .fileReadNoPermission: return "Permission denied"
        case .fileWriteOutOfSpace: return "No space left on device"
        default: return error.localizedDescription
        }
    }
}

/// A file that could not be written.
package struct FileWritingError: Error, Equatable, CustomStringConvertible {
    /// Which file.
    package var path: String
    /// Why.
    package var reason: String

    /// One line for the user.
    package var description: String { "cannot write \(path): \(reason); what was there before is unchanged" }
}

/// Why a call of the system failed.
private struct SystemFailure: Error {
    var reason: String

    init(code: Int32 = errno) {
        reason = String(cString: strerror(code))
    }

    init(reason: String) {
        self.reason = reason
    }
}

/// A new file that is to take another's place.
private struct PartFile {
    let path: String
    let descriptor: Int32

    /// Makes an empty file in the folder of `target`, under a name that nothing has.
    init(beside target: String) throws(SystemFailure) {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<100 {
            let path = "\(FileWriting.directory(of: target)).npi-\(String(generator.next() as UInt64, radix: 36)).part"
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 {
                self.path = path
                self.descriptor = descriptor
                return
            }
            guard errno == EEXIST else { throw SystemFailure() }
        }
        throw SystemFailure(code: EEXIST)
    }

    func write(_ data: Data) throws(SystemFailure) {
        let failure = data.withUnsafeBytes { bytes -> SystemFailure? in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count >= 0 || errno == EINTR else { return SystemFailure() }
                rest = rest.dropFirst(max(count, 0))
            }
            return nil
        }
        if let failure { throw failure }
        guard fsync(descriptor) == 0 else { throw SystemFailure() }
    }

    /// Takes over the permissions of the file before, and its owner where that is allowed.
    func adopt(_ old: stat?) throws(SystemFailure) {
        guard let old else { return }
        _ = fchown(descriptor, old.st_uid, old.st_gid)
        guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else { throw SystemFailure() }
    }

    func rename(to target: String) throws(SystemFailure) {
        guard Foundation.rename(path, target) == 0 else { throw SystemFailure() }
        close(descriptor)
    }

    func remove() {
        close(descriptor)
        unlink(path)
    }
}
