import Glibc

/// Reading parts of a regular file wherever they are.
///
///     let file = try FileParts("answers")
///     file.read(100, into: bytes)  // false where there are too few
package final class FileParts: Sendable {
    /// How many bytes the file had when it was opened.
    package let size: Int
    private let descriptor: Int32

    /// Opens the file at `path`.
    package init(_ path: String) throws(FileReadingError) {
        do throws(SystemError) {
            descriptor = try FileSystem.open(path, O_RDONLY | O_NOCTTY | O_NONBLOCK)
        } catch {
            throw .system(error)
        }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        size = isKnown ? status.st_size : 0
        guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw isKnown ? .notRegular : .system(SystemError())
        }
    }

    deinit { close(descriptor) }

    /// Fills `bytes` with those from `place` on; false where the file has fewer, or cannot be read.
    package func read(_ place: Int, into bytes: UnsafeMutableRawBufferPointer) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let target = UnsafeMutableRawBufferPointer(rebasing: rest)
            let count = pread(descriptor, target.baseAddress, target.count, off_t(place + bytes.count - rest.count))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
