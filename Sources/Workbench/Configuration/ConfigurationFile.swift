import Foundation
import Support

/// Where the configuration is, and what it holds as text.
package struct ConfigurationFile {
    /// The file's path, whether it is there or not.
    package let path: String

    /// A file longer than this is none.
    private static let largest = 1 << 16

    /// `npi/config.yaml` in the folder that XDG_CONFIG_HOME names, or in `~/.config`
    /// (https://specifications.freedesktop.org/basedir-spec); nil where there is no home.
    package init?(environment: [String: String] = ProcessVariables.all) {
        // The specification has relative paths ignored.
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
            path = "\(folder)/npi/config.yaml"
        } else if let home = environment["HOME"], !home.isEmpty {
            path = "\(home)/.config/npi/config.yaml"
        } else {
            return nil
        }
    }

    /// Reads the configuration; what no file says is left open.
    ///
    /// - Throws: ``UsageError`` that names the file, the line, and what would be right there.
    package func read() throws -> Configuration {
        let data: Data
        do throws(FileReadingError) {
            // A link to /dev/null says that there are no settings.
            guard FileSystem.exists(path) else { return Configuration() }
            data = try FileContents.read(path, limit: Self.largest, .device)
        } catch {
            throw UsageError(
                "\(path) cannot be read: \(error); it should be a short text file with settings such as theme: light")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw UsageError(
                "\(path) is no configuration; it should be a short text with settings such as theme: light")
        }
        do {
            return try ConfigurationReader.read(text)
        } catch let error as ConfigurationError {
            throw UsageError("\(path):\(error.line): \(error.what)")
        }
    }
}

/// What is wrong with a configuration, and in which line.
package struct ConfigurationError: Error, Equatable {
    /// From 1.
    package var line: Int
    /// What is wrong, and what would be right.
    package var what: String
}
