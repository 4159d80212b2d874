import Debugger
import Support

/// A folder of tours.
package struct TourDirectory: Sendable {
    /// The folder.
    package let folder: String

    /// The tours in `folder`; none if there is no such folder.
    package init(_ folder: String) {
        self.folder = folder
    }

    private static let suffix = ".yaml"

    /// The tours' names, in the order of their files.
    package var names: [String] {
        let files = (try? FileSystem.names(in: folder)) ?? []
        return files.filter { $0.hasSuffix(Self.suffix) }.sorted().map { String($0.dropLast(Self.suffix.count)) }
    }

    /// The tours that can be read.
    package var tours: [Tour] { names.compactMap { try? Tour(path: path(of: $0)) } }

    /// Where the tour `name` is.
    package func path(of name: String) -> String { "\(folder)/\(name)\(Self.suffix)" }

    /// The end of a sentence that says which tour may have been meant by `name`.
    package func suggestion(for name: String) -> String { name.meaning(oneOf: names) }
}
