import NPIKit
import Support

/// Where tours were left, kept in a file from one time to the next.
///
/// A file that is missing or damaged counts as empty: to begin a tour at its start costs nobody anything.
package struct TourBookmarks: Sendable {
    /// The file.
    package let path: String

    /// A larger file is none of ours.
    private static let largestSize = 1 << 20

    /// The places that `path` keeps.
    package init(path: String) {
        self.path = path
    }

    /// Where the places are kept for the user with these variables: `$XDG_STATE_HOME/npi/tours.json`, or
    /// `~/.local/state/npi/tours.json`; nil without a home.
    package static func standardPath(_ environment: [String: String]) -> String? {
        ProcessVariables.stateFolder(environment).map { $0 + "/tours.json" }
    }

    /// The index of the stop at which the tour called `name` was left; 0 where nothing is known.
    package func stop(of name: String) -> Int { max(all[name] ?? 0, 0) }

    /// Keeps the place of the tour called `name`; the first stop is no place to be kept.
    ///
    /// - Returns: Whether that worked. Where it does not, nothing is lost but the place.
    @discardableResult
    package func keep(_ stop: Int, of name: String) -> Bool {
        var all = all
        guard stop > 0 || all[name] != nil else { return true }
        all[name] = stop > 0 ? stop : nil
        return file.keep(all)
    }

    private var file: StateFile<Int> { StateFile(path: path, largestSize: Self.largestSize) }

    private var all: [String: Int] { file.values }
}
