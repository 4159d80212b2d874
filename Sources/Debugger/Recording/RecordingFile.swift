import Glibc

/// A recording that is being written to a file.
///
/// Lines go to `PATH.part`, each as soon as it is known, so that after a crash everything up to the last whole line can be
/// read there; ``finish(_:)`` renames it to `PATH`. What was at `PATH` before is replaced only where that is asked for, stays
/// until then, and is never lost to a run that failed. A device or a pipe is written to directly.
package final class RecordingFile {
    /// Where the recording will be.
    package let path: String
    /// Where it is while it is being written.
    package let partialPath: String

    private var recorder: Recorder
    private var descriptor: Int32

    /// Opens the file and writes the first line, before the run begins.
    ///
    /// - Parameter overwriting: Whether a file that is there already may be replaced.
    /// - Throws: ``RecordingError`` if nothing can be written there or the run's values were changed, or, with the cause
    ///   ``RecordingError/Cause/exists``, if that would replace a file unasked.
    package init(
        _ path: String, of session: Session, model: ModelIdentity?, seed: Int = 0, overwriting: Bool = false
    ) throws(RecordingError) {
        guard !session.hasChangedValues else { throw RecordingError(.changed) }
        let target = try Target(path, overwriting: overwriting)
        isOverwriting = overwriting
        self.path = path
        partialPath = target.partialPath
        finalPath = target.finalPath
        descriptor = target.descriptor
        recorder = Recorder(session, model: model, seed: seed)
        do throws(RecordingError) {
            try append(session)
        } catch {
            // Nothing worth keeping was written.
            if finalPath != nil { unlink(partialPath) }
            closeDescriptor()
            throw error
        }
    }

    private let finalPath: String?
    private let isOverwriting: Bool

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Writes what is known of `session` and not yet written.
    ///
    /// - Throws: ``RecordingError`` if the disk is full, say. What was written stays readable.
    package func append(_ session: Session) throws(RecordingError) {
        while let lines = recorder.newLines(of: session) { try write(lines) }
    }

    /// Writes the rest and the end line, and puts the file in its place.
    ///
    /// - Throws: ``RecordingError``; then the recording is at ``partialPath``.
    package func finish(_ session: Session) throws(RecordingError) {
        guard descriptor >= 0 else { return }
        try append(session)
        try write(recorder.endLine(of: session))
        guard closeDescriptor() else { throw RecordingError(.unwritable(lastSystemError()), path: partialPath) }
        guard let finalPath else { return }
        // Somebody else's, that came while the run went on.
        guard isOverwriting || access(finalPath, F_OK) != 0 else { throw RecordingError(.exists, path: path) }
        guard rename(partialPath, finalPath) == 0 else {
            throw RecordingError(.unwritable(lastSystemError()), path: path)
        }
    }

    @discardableResult
    private func closeDescriptor() -> Bool {
        defer { descriptor = -1 }
        return close(descriptor) == 0
    }

    private func write(_ bytes: [UInt8]) throws(RecordingError) {
        guard descriptor >= 0 else { return }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw RecordingError(.unwritable(lastSystemError()), path: partialPath) }
            rest = rest.dropFirst(count)
        }
    }
}

/// A file that was opened for a recording.
private struct Target {
    var partialPath: String
    /// The name to take in the end; nil where the bytes go to their place at once.
    var finalPath: String?
    var descriptor: Int32

    init(_ path: String, overwriting: Bool) throws(RecordingError) {
        func refuse(_ reason: String) -> RecordingError { RecordingError(.unwritable(reason), path: path) }
        guard !path.isEmpty else { throw refuse("the path is empty") }
        // Through a link, so that the link stays and its target is replaced.
        let resolved = realpath(path, nil)
        defer { free(resolved) }
        let place = resolved.map { String(cString: $0) } ?? path
        var status = stat()
        if stat(place, &status) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFDIR: throw refuse("it is a folder")
            case S_IFREG:
                guard overwriting else { throw RecordingError(.exists, path: path) }
                guard access(place, W_OK) == 0 else { throw refuse(lastSystemError()) }
            default:
                (partialPath, finalPath) = (path, nil)
                descriptor = open(place, O_WRONLY | O_CLOEXEC)
                guard descriptor >= 0 else { throw refuse(lastSystemError()) }
                return
            }
        }
        finalPath = place
        // A file of that name may be what a crash left: it is not ours to overwrite.
        for attempt in 1...1_000 {
            partialPath = place + (attempt == 1 ? ".part" : ".part\(attempt)")
            descriptor = open(partialPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return }
            guard errno == EEXIST else { break }
        }
        throw refuse(lastSystemError())
    }
}
