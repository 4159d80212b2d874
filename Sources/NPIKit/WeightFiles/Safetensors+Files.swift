extension Safetensors {
    /// Reads the container at `path`.
    ///
    /// - Throws: ``ModelFileError``, one line that names the file and what is wrong with it.
    init(readingFrom path: String) throws(ModelFileError) {
        let data = try FileReading.contents(of: path)
        do {
            try self.init(data)
        } catch {
            throw ModelFileError(path: path, problem: .container(error))
        }
    }

    /// Writes the container to `path`, or leaves what was there as it was.
    func write(to path: String) throws(ModelFileError) {
        do throws(FileWritingError) {
            try FileWriting.replace(path, with: encoded())
        } catch {
            throw ModelFileError(path: path, problem: .unwritable(error.reason))
        }
    }
}
