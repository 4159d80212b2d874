package import Foundation
import Support

extension Safetensors {
    /// Reads the container at `path`.
    ///
    /// - Throws: ``ModelFileError``, one line that names the file and what is wrong with it; also where its seal shows that
    ///   it is damaged.
    init(readingFrom path: String) throws(ModelFileError) {
        try self.init(whole: try FileReading.contents(of: path), path: path)
    }

    /// The container in `data`, which was read from `path`; refused where its seal shows that it is damaged.
    init(whole data: Data, path: String) throws(ModelFileError) {
        do {
            try self.init(data)
        } catch {
            throw ModelFileError(path: path, problem: .container(error))
        }
        guard Checksum.isWhole(self) else { throw ModelFileError(path: path, problem: .checksum) }
    }

    /// Seals the container and writes it to `path`, or leaves what was there as it was.
    func write(to path: String) throws(ModelFileError) {
        do throws(FileWritingError) {
            try FileWriting.replace(path, with: sealed())
        } catch {
            throw ModelFileError(path: path, problem: .unwritable(error.reason))
        }
    }

    /// The container's bytes, with a seal.
    package func sealed() -> Data {
        var file = self
        Checksum.close(&file)
        return file.encoded()
    }
}
