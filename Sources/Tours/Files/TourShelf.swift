import Debugger
import Foundation

/// A folder of tours.
public struct TourShelf: Sendable {
    /// The folder.
    public let folder: String

    /// The tours in `folder`; none if there is no such folder.
    public init(_ folder: String) {
        self.folder = folder
    }

    private static let suffix = ".yaml"

    /// The tours' names, in the order of their files.
    public var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(Self.suffix) }.sorted().map { String($0.dropLast(Self.suffix.count)) }
    }

    /// The tours that can be read.
    public var tours: [Tour] { names.compactMap { try? Tour(path: path(of: $0)) } }

    /// Where the tour `name` is.
    public func path(of name: String) -> String { "\(folder)/\(name)\(Self.suffix)" }

    /// The end of a sentence that says which tour may have been meant by `name`.
    public func suggestion(for name: String) -> String { name.meaning(oneOf: names) }
}
