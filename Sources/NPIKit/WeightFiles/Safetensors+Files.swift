package import Foundation
import Support

extension Safetensors {
    /// Reads the container of a training at `path`, which goes on to the bit or not at all.
    ///
    /// - Throws: ``ModelFileError``, one line that names the file and what is wrong with it; also where its checksum shows
    ///   that it has changed.
    init(readingFrom path: String) throws(ModelFileError) {
        try self.init(whole: try FileReading.contents(of: path), path: path)
        guard Checksum.matches(self, order: []) else { throw ModelFileError(path: path, problem: .changed) }
    }

    /// The container in `data`, which was read from `path`.
    init(whole data: Data, path: String) throws(ModelFileError) {
        do {
            try self.init(data)
        } catch {
            throw ModelFileError(path: path, problem: .container(error))
        }
    }

    /// Adds the checksum and writes the container to `path`, or leaves what was there as it was.
    func write(to path: String) throws(ModelFileError) {
        do throws(FileWritingError) {
            try FileWriting.replace(path, with: withChecksum())
        } catch {
            throw ModelFileError(path: path, problem: .unwritable(error.reason))
        }
    }

    /// The container's bytes, with a checksum.
    package func withChecksum() -> Data {
        var file = self
        Checksum.add(to: &file)
        return file.encoded()
    }
}
