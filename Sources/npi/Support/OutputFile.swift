import Glibc

/// A new file, written in large pieces beside its place and renamed in the end; `-` is standard output.
///
///     var file = try OutputFile("run.svg", overwriting: false)
///     film.writeStill(at: 3, to: &file)
///     try file.finish()
///
/// Nothing that was there before is lost: it is replaced only where that is asked for, and only by a whole file. Devices and
/// pipes are written to directly.
struct OutputFile: TextOutputStream {
    private let path: String
    private let partialPath: String?
    private let finalPath: String
    private let isOverwriting: Bool
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var failure: Int32?

    private static let pieceSize = 1 << 16

    /// Opens a file of which nothing is left unless ``finish()`` is called.
    ///
    /// - Throws: ``RunFailure`` if nothing can be written there, or a file would be replaced unasked.
    init(_ path: String, overwriting: Bool) throws {
        self.path = path
        isOverwriting = overwriting
        let resolved = realpath(path, nil)
        defer { free(resolved) }
        finalPath = resolved.map { String(cString: $0) } ?? path
        if path == "-" {
            partialPath = nil
            descriptor = STDOUT_FILENO
            return
        }
        var status = stat()
        if stat(finalPath, &status) == 0 {
            let kind = status.st_mode & S_IFMT
            guard kind != S_IFDIR else { throw Self.refusal(path, EISDIR) }
            guard kind == S_IFREG else {
                partialPath = nil
                descriptor = open(finalPath, O_WRONLY | O_CLOEXEC)
                guard descriptor >= 0 else { throw Self.refusal(path, errno) }
                return
            }
            guard overwriting else { throw Self.exists(path) }
            guard access(finalPath, W_OK) == 0 else { throw Self.refusal(path, errno) }
        }
        let partialPath = "\(finalPath).\(getpid()).part"
        self.partialPath = partialPath
        descriptor = open(partialPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.refusal(path, errno) }
    }

    mutating func write(_ text: String) {
        guard failure == nil else { return }
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.pieceSize { writeBuffer() }
    }

    /// Writes what is left, and puts the file in its place.
    ///
    /// - Throws: ``RunFailure`` if any of it could not be written; then nothing new is left.
    mutating func finish() throws {
        writeBuffer()
        if path != "-", close(descriptor) != 0, failure == nil { failure = errno }
        if let failure {
            if let partialPath { unlink(partialPath) }
            throw path == "-"
                ? RunFailure("cannot write standard output: \(String(cString: strerror(failure)))")
                : Self.refusal(path, failure)
        }
        guard let partialPath else { return }
        // A link does not replace what came in the meantime, as a renaming would.
        let status = isOverwriting ? rename(partialPath, finalPath) : link(partialPath, finalPath)
        let reason = errno
        if !isOverwriting || status != 0 { unlink(partialPath) }
        guard status == 0 else { throw reason == EEXIST ? Self.exists(path) : Self.refusal(path, reason) }
    }

    /// Gives the file up.
    func abandon() {
        guard path != "-" else { return }
        close(descriptor)
        if let partialPath { unlink(partialPath) }
    }

    private mutating func writeBuffer() {
        var rest = buffer[...]
        while !rest.isEmpty, failure == nil {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                failure = errno
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func refusal(_ path: String, _ code: Int32) -> RunFailure {
        RunFailure("cannot write \(path): \(String(cString: strerror(code))); what was there before is unchanged")
    }

    private static func exists(_ path: String) -> RunFailure {
        RunFailure("\(path): there is such a file already; choose another name, or replace it with --overwrite")
    }
}
