package import Foundation

/// Writing files so that nothing is lost: beside the old one, then renamed over it.
///
/// Not Foundation's atomic writing: that puts a plain file in the place of a symbolic link or of a device such as
/// /dev/null, and forgets the permissions of the file before.
package enum FileWriting {
    /// Replaces what is at `path` by `data`, or leaves it as it was.
    ///
    /// A symbolic link stays, and the file that it names is replaced. Permissions stay. Only regular files are replaced.
    ///
    /// - Throws: ``FileWritingError`` with the system's reason.
    package static func replace(_ path: String, with data: Data) throws(FileWritingError) {
        let (target, old) = try place(for: path)
        do throws(SystemError) {
            let part = try PartFile(hiddenBeside: target)
            do throws(SystemError) {
                try data.write(to: part.descriptor)
                try part.synchronize()
                if let old { try part.adopt(old) }
            } catch {
                part.remove()
                throw error
            }
            do throws(SystemError) {
                try part.place(at: target, replacing: true)
            } catch {
                part.removeName()
                throw error
            }
        } catch {
            throw FileWritingError(path: path, reason: error.description)
        }
    }

    /// Checks that ``replace(_:with:)`` could write to `path`, and changes nothing there.
    ///
    /// - Throws: ``FileWritingError`` with the system's reason.
    package static func check(_ path: String) throws(FileWritingError) {
        let target = try place(for: path).path
        do throws(SystemError) {
            try PartFile(hiddenBeside: target).remove()
        } catch {
            throw FileWritingError(path: path, reason: error.description)
        }
    }

    /// Where the file belongs, and what is there, which may be replaced; nil where nothing is.
    private static func place(for path: String) throws(FileWritingError) -> (path: String, old: stat?) {
        do throws(SystemError) {
            switch try FileTarget(path) {
            case .free(let target): return (target, nil)
            case .file(let target, let status):
                try FileSystem.requireWritable(target)
                return (target, status)
            case .folder: throw SystemError(code: EISDIR)
            case .device: break
            }
        } catch {
            throw FileWritingError(path: path, reason: error.description)
        }
        throw FileWritingError(path: path, reason: "it is not a regular file")
    }
}

/// A file that could not be written.
package struct FileWritingError: Error, Equatable, CustomStringConvertible {
    /// Which file.
    package var path: String
    /// Why.
    package var reason: String

    /// One line for the user.
    package var description: String { "cannot write \(path): \(reason); what was there before is unchanged" }
}
