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
    private var writer: DescriptorWriter

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
            writer = DescriptorWriter(STDOUT_FILENO)
            return
        }
        var status = stat()
        if stat(finalPath, &status) == 0 {
            let kind = status.st_mode & S_IFMT
            guard kind != S_IFDIR else { throw Self.refusal(path, EISDIR) }
            guard kind == S_IFREG else {
                partialPath = nil
                writer = DescriptorWriter(open(finalPath, O_WRONLY | O_CLOEXEC))
                guard writer.descriptor >= 0 else { throw Self.refusal(path, errno) }
                return
            }
            guard overwriting else { throw Self.exists(path) }
            guard access(finalPath, W_OK) == 0 else { throw Self.refusal(path, errno) }
        }
        let partialPath = "\(finalPath).\(getpid()).part"
        self.partialPath = partialPath
        writer = DescriptorWriter(open(partialPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666))
        guard writer.descriptor >= 0 else { throw Self.refusal(path, errno) }
    }

    mutating func write(_ text: String) { writer.write(text) }

    /// Writes what is left, and puts the file in its place.
    ///
    /// - Throws: ``RunFailure`` if any of it could not be written; then nothing new is left.
    mutating func finish() throws {
        writer.flush()
        var failure = writer.failure
        if path != "-", close(writer.descriptor) != 0, failure == nil { failure = errno }
        if let failure {
            if let partialPath { unlink(partialPath) }
            throw path == "-" ? StandardOutput.refusal(failure) : Self.refusal(path, failure)
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
        close(writer.descriptor)
        if let partialPath { unlink(partialPath) }
    }

    private static func refusal(_ path: String, _ code: Int32) -> RunFailure {
        RunFailure("cannot write \(path): \(String(cString: strerror(code))); what was there before is unchanged")
    }

    private static func exists(_ path: String) -> RunFailure {
        RunFailure("\(path): there is such a file already; choose another name, or replace it with --overwrite")
    }
}
