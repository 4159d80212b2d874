import Foundation
import Support
import TUI

/// Where what was set up on runs is kept from one time to the next: `$XDG_STATE_HOME/npi/runs.json`.
///
/// A file that is missing or damaged counts as empty, and one that cannot be written costs nobody the run.
struct KeptWorkFile {
    private struct Entry: Codable {
        var time: Int
        var work: KeptWork
    }

    /// How many runs are remembered; those that were left longest ago go first.
    private static let limit = 100
    /// A larger file is none of ours.
    private static let largestSize = 1 << 22

    private let file: StateFile<Entry>
    private let key: String

    /// What is kept of the run that `words` tell from all others; nil without a home.
    init?(of words: [String]) {
        guard let folder = ProcessVariables.stateFolder() else { return nil }
        file = StateFile(path: folder + "/runs.json", largestSize: Self.largestSize)
        key = Array(words.joined(separator: "\n").utf8).withUnsafeBytes { SHA256.hash($0) }
    }

    /// What is kept; nil where nothing is.
    var work: KeptWork? { file.values[key]?.work }

    /// Keeps `work`. Where there is nothing to keep, what was kept before stays, unless it has been brought back.
    func keep(_ work: KeptWork, wasRestored: Bool) {
        var all = file.values
        if work.isEmpty {
            guard wasRestored, all[key] != nil else { return }
            all[key] = nil
        } else {
            all[key] = Entry(time: Int(Date().timeIntervalSince1970), work: work)
        }
        let old = all.sorted { $0.value.time > $1.value.time }.dropFirst(Self.limit).map(\.key)
        for key in old { all[key] = nil }
        _ = file.keep(all)
    }
}
