package import Foundation
import Glibc

/// Reading small files whole, without being kept waiting by a pipe or a device, and never more than is wanted.
package enum FileContents {
    /// What may be read.
    package enum Kind {
        /// Regular files alone.
        case file
        /// Devices too, such as /dev/null, that are no terminals.
        case device
        /// Pipes too, which are waited for.
        case stream
    }

    /// Reads what is at `path`.
    ///
    /// - Parameters:
    ///   - limit: How many bytes there may be.
    ///   - kind: What may be read.
    package static func read(
        _ path: String, limit: Int, _ kind: Kind = .file
    ) throws(FileReadingError) -> Data {
        let descriptor: Int32
        do throws(SystemError) {
            let isPipe = try FileSystem.status(of: path).st_mode & S_IFMT == S_IFIFO
            // Without waiting, whatever has come there since.
            let waits = isPipe && kind == .stream ? 0 : O_NONBLOCK
            descriptor = try FileSystem.open(path, O_RDONLY | O_NOCTTY | waits)
        } catch {
            throw .system(error)
        }
        defer { close(descriptor) }
        let size = try checkedSize(of: descriptor, kind)
        return try read(descriptor, limit: limit, expecting: size)
    }

    private static func checkedSize(of descriptor: Int32, _ kind: Kind) throws(FileReadingError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(SystemError()) }
        switch (status.st_mode & S_IFMT, kind) {
        case (S_IFREG, _): break
        case (S_IFDIR, _): throw .folder
        case (S_IFCHR, _) where isatty(descriptor) == 1: throw .terminal
        case (S_IFIFO, .stream), (S_IFCHR, .stream), (S_IFCHR, .device): break
        default: throw .notRegular
        }
        return status.st_size
    }

    private static func read(_ descriptor: Int32, limit: Int, expecting size: Int) throws(FileReadingError) -> Data {
        guard size <= limit else { throw .tooLarge(limit) }
        var data = Data(capacity: size)
        var block = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            // One byte more than is allowed tells that there is more.
            let wanted = min(block.count, limit + 1 - data.count)
            let count = block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, wanted) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(SystemError()) }
            guard count > 0 else { return data }
            data.append(contentsOf: block[..<count])
            guard data.count <= limit else { throw .tooLarge(limit) }
        }
    }
}

/// Why a file cannot be read.
package enum FileReadingError: Error, Hashable, CustomStringConvertible {
    /// The system refuses.
    case system(SystemError)
    /// It is a folder.
    case folder
    /// It is a terminal.
    case terminal
    /// It is a pipe or a device.
    case notRegular
    /// It has more bytes than this.
    case tooLarge(Int)

    /// For the end of a sentence that names the file.
    package var description: String {
        switch self {
        case .system(let error): error.description
        case .folder: "it is a folder"
        case .terminal: "it is a terminal, not a file"
        case .notRegular: "it is not a regular file"
        case .tooLarge(let limit): "it has more than \(Self.size(limit))"
        }
    }

    private static func size(_ bytes: Int) -> String {
        for (shift, unit) in [(30, "GiB"), (20, "MiB"), (10, "KiB")] where bytes >= 1 << shift {
            return "\(bytes >> shift) \(unit)"
        }
        return "\(bytes) bytes"
    }
}
