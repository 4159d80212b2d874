import Glibc
import Support

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
    /// - Parameters:
    ///   - branches: The branches that there are already.
    ///   - overwriting: Whether a file that is there already may be replaced.
    /// - Throws: ``RecordingError`` if nothing can be written there, or, with the cause
    ///   ``RecordingError/Cause/exists``, if that would replace a file unasked.
    package init(
        _ path: String, of session: Session, in branches: BranchTree = BranchTree(), model: ModelIdentity?,
        seed: Int = 0,
        overwriting: Bool = false
    ) throws(RecordingError) {
        let target = try Target(path, overwriting: overwriting)
        isOverwriting = overwriting
        self.path = path
        part = target.part
        finalPath = target.path
        partialPath = target.part?.path ?? path
        descriptor = target.descriptor
        recorder = Recorder(session, in: branches, model: model, seed: seed)
        do throws(SystemError) {
            while let lines = recorder.newLines(of: session, in: branches) { try lines.write(to: descriptor) }
        } catch {
            // Nothing worth keeping was written.
            part?.remove()
            if part == nil { close(descriptor) }
            descriptor = -1
            throw RecordingError(.unwritable(error.lowercased), path: path)
        }
        if part != nil { ProcessEnding.keep(recording: partialPath) }
    }

    /// The file until it is whole; nil where the bytes go to their place at once.
    private let part: PartFile?
    private let finalPath: String
    private let isOverwriting: Bool

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Writes what is known of `session` and of the branches that were tried, and not yet written.
    ///
    /// - Throws: ``RecordingError`` if the disk is full, say. What was written stays readable; the error says where.
    package func append(_ session: Session, in branches: BranchTree = BranchTree()) throws(RecordingError) {
        while let lines = recorder.newLines(of: session, in: branches) { try write(lines) }
    }

    /// Writes the rest and the end line, and puts the file in its place.
    ///
    /// - Throws: ``RecordingError``; then the recording is at ``partialPath``, as the error says.
    package func finish(_ session: Session, in branches: BranchTree = BranchTree()) throws(RecordingError) {
        guard descriptor >= 0 else { return }
        try append(session, in: branches)
        try write(recorder.endLine(of: session, in: branches))
        defer { descriptor = -1 }
        guard let part else {
            guard close(descriptor) == 0 else { throw cutShort(SystemError()) }
            return
        }
        do throws(SystemError) {
            try part.place(at: finalPath, replacing: isOverwriting)
        } catch {
            // Somebody else's, that came while the run went on.
            let reason = error.code == EEXIST ? "another file has this name by now" : error.lowercased
            throw RecordingError(.misplaced(reason, at: partialPath), path: path)
        }
        ProcessEnding.keep(recording: nil)
    }

    private func write(_ bytes: [UInt8]) throws(RecordingError) {
        guard descriptor >= 0 else { return }
        do throws(SystemError) {
            try bytes.write(to: descriptor)
        } catch {
            throw cutShort(error)
        }
    }

    private func cutShort(_ error: SystemError) -> RecordingError {
        RecordingError(.cutShort(error.lowercased, at: part?.path), path: path)
    }
}

/// A file that was opened for a recording.
private struct Target {
    /// The name to take in the end.
    var path: String
    /// The file until then; nil where the bytes go to their place at once.
    var part: PartFile?
    var descriptor: Int32

    init(_ path: String, overwriting: Bool) throws(RecordingError) {
        func refuse(_ reason: String) -> RecordingError { RecordingError(.unwritable(reason), path: path) }
        guard !path.isEmpty else { throw refuse("the path is empty") }
        // Elsewhere that is standard output, where this cannot go.
        guard path != "-" else { throw refuse("- is no name of a file; ./- would be one") }
        do throws(SystemError) {
            switch try FileTarget(path) {
            case .folder: throw SystemError(code: EISDIR)
            case .device(let device):
                self.path = device
                descriptor = try FileSystem.open(device, O_WRONLY)
                return
            case .free(let place): self.path = place
            case .file(let place, _):
                guard overwriting else { throw SystemError(code: EEXIST) }
                try FileSystem.requireWritable(place)
                self.path = place
            }
            // A file of that name may be what a crash left: it is not ours to overwrite.
            let names = (1...1_000).lazy.map { [place = self.path] in place + ($0 == 1 ? ".part" : ".part\($0)") }
            let part = try PartFile(at: names)
            self.part = part
            descriptor = part.descriptor
        } catch {
            switch error.code {
            case EEXIST: throw RecordingError(.exists, path: path)
            case EISDIR: throw refuse("it is a folder")
            default: throw refuse(error.lowercased)
            }
        }
    }
}
