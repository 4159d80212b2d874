package import Foundation

/// Writing files so that nothing is lost: beside the old one, then renamed over it.
package enum FileWriting {
    /// Replaces what is at `path` by `data`, or leaves it as it was.
    ///
    /// - Throws: ``FileWritingError`` with the system's reason.
    package static func replace(_ path: String, with data: Data) throws(FileWritingError) {
        do {
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw FileWritingError(path: path, reason: reason(of: error))
        }
    }

    /// The system's words for a failure, without the wrapping that Foundation puts around them.
    package static func reason(of error: any Error) -> String {
        let error = error as NSError
        if let posix = error.userInfo[NSUnderlyingErrorKey] as? POSIXError { return posix.message }
        if error.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(error.code))) }
        switch CocoaError.Code(rawValue: error.code) {
        case .fileNoSuchFile, .fileReadNoSuchFile: return "No such file or directory"
        case .fileWriteNoPermission, .fileReadNoPermission: return "Permission denied"
        case .fileWriteOutOfSpace: return "No space left on device"
        default: return error.localizedDescription
        }
    }
}

extension POSIXError {
    fileprivate var message: String { String(cString: strerror(code.rawValue)) }
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
