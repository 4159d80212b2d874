import Exporters
import Glibc
import Support

/// A new file, written in large pieces beside its place and renamed in the end; `-` is standard output.
///
///     var file = try OutputFile("run.svg", overwriting: false)
///     try exporter.export(run, to: &file)
///     try file.finish()
///
/// Nothing that was there before is lost: it is replaced only where that is asked for, and only by a whole file. Devices and
/// pipes are written to directly.
struct OutputFile: ExportOutput {
    private let path: String
    /// The file until it is whole, and the place that it takes then; nil for what is written to directly.
    private let part: (file: PartFile, target: String)?
    private let isOverwriting: Bool
    private var writer: DescriptorWriter

    /// Opens a file of which nothing is left unless ``finish()`` is called.
    ///
    /// - Throws: ``RunFailure`` if nothing can be written there, or a file would be replaced unasked.
    init(_ path: String, overwriting: Bool) throws {
        self.path = path
        isOverwriting = overwriting
        if path == "-" {
            part = nil
            writer = DescriptorWriter(STDOUT_FILENO)
            return
        }
        do throws(SystemError) {
            part = try Self.makePart(path, overwriting)
            if let part {
                writer = DescriptorWriter(part.file.descriptor)
            } else {
                writer = DescriptorWriter(try FileSystem.open(path, O_WRONLY))
            }
        } catch {
            throw Self.refusal(path, error)
        }
    }

    /// A file beside the place that `path` means; nil for a device or a pipe.
    private static func makePart(
        _ path: String, _ overwriting: Bool
    ) throws(SystemError) -> (file: PartFile, target: String)? {
        let target: String
        switch try FileTarget(path) {
        case .folder: throw SystemError(code: EISDIR)
        case .device: return nil
        case .free(let path): target = path
        case .file(let path, _):
            guard overwriting else { throw SystemError(code: EEXIST) }
            try FileSystem.requireWritable(path)
            target = path
        }
        return (try PartFile(hiddenBeside: target), target)
    }

    mutating func write(_ text: String) { writer.write(text) }

    mutating func write(bytes: [UInt8]) { writer.write(bytes: bytes) }

    /// Writes what is left, and puts the file in its place.
    ///
    /// - Throws: ``RunFailure`` if any of it could not be written; then nothing new is left.
    mutating func finish() throws {
        writer.flush()
        if let failure = writer.failure {
            abandon()
            if path == "-" { throw OutputFailure(code: failure) }
            throw Self.refusal(path, SystemError(code: failure))
        }
        guard let part else {
            guard path == "-" || close(writer.descriptor) == 0 else { throw Self.refusal(path, SystemError()) }
            return
        }
        do throws(SystemError) {
            try part.file.place(at: part.target, replacing: isOverwriting)
        } catch {
            part.file.removeName()
            throw Self.refusal(path, error)
        }
    }

    /// Gives the file up.
    func abandon() {
        if let part {
            part.file.remove()
        } else if path != "-" {
            close(writer.descriptor)
        }
    }

    private static func refusal(_ path: String, _ error: SystemError) -> RunFailure {
        guard error.code != EEXIST else {
            return RunFailure(
                "\(path) exists already; choose another name, or replace it with --overwrite")
        }
        return RunFailure("cannot write \(path): \(error); what was there before is unchanged")
    }
}
