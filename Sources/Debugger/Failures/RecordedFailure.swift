import Glibc
import Scratchpads
import Support

/// A recording in a folder, with the first mistake of its run: what `npi evaluate --failures` keeps.
package struct RecordedFailure: Hashable, Sendable {
    /// The file.
    package let path: String
    /// Its name without the suffix: `01-ADD1-1`.
    package let name: String
    /// The problem, as a title.
    package let problem: String
    /// The first mistake; nil where the run makes none.
    package let mistake: FirstMistake?
    /// Whether the result is right; nil where that is not known.
    package let isRight: Bool?

    /// How many recordings of a folder are read, and how large they may be.
    package static let limit = 200
    private static let largestSize = 2 << 20

    /// The recordings in `folder` by their names, at most ``limit`` of them; those that cannot be read are left out.
    package static func all(in folder: String) -> [RecordedFailure] {
        RecordingListing.all(in: folder, limit: limit).sorted { $0.name < $1.name }.compactMap { listing in
            let path = folder == "." ? listing.name : "\(folder)/\(listing.name)"
            guard listing.header != nil, let size = try? FileSystem.status(of: path).st_size, size <= largestSize,
                let recording = try? Recording(path: path)
            else { return nil }
            return RecordedFailure(recording, path: path, name: listing.name)
        }
    }

    private init?(_ recording: Recording, path: String, name: String) {
        let isRight = recording.end?.isCorrect
        guard var session = try? Session(replaying: recording) else { return nil }
        self.path = path
        self.name = name.hasSuffix(".npitrace") ? String(name.dropLast(9)) : name
        self.isRight = isRight
        problem = session.problem.title(width: 40)
        mistake = FirstMistake(of: &session)
    }
}
