/// What is wrong with a recording, or with the place where one is to be.
package struct RecordingError: Error, Hashable, CustomStringConvertible {
    /// The file, if it is one.
    package var path: String?
    /// The line, from 1, if it is about one.
    package var line: Int?
    /// What is wrong.
    package var cause: Cause

    /// What can be wrong.
    package enum Cause: Hashable, Sendable {
        /// The file cannot be read; the system's words.
        case unreadable(String)
        /// The file cannot be written; the system's words.
        case unwritable(String)
        /// Writing failed after it had begun; the system's words, and where the beginning is, if anywhere.
        case cutShort(String, at: String?)
        /// The recording is whole, but could not take its name; why, and where it is.
        case misplaced(String, at: String)
        /// There is a file of that name, which is not to be replaced unasked.
        case exists
        /// There is nothing in it.
        case empty
        /// It is something else.
        case foreign
        /// It breaks off within the first line.
        case cutHeader
        /// It was made by another version of the format.
        case version(Int)
        /// A line that is no JSON, or not the JSON that should be there; in which column, and what.
        case damaged(column: Int, String)
        /// A line that cannot follow those before it.
        case impossible(String)
        /// It is of a task, or of an input, that this version does not know.
        case problem(String)
        /// What the input names is gone or has changed, and the recording does not hold it.
        case notAsRecorded(String)
        /// The network at hand cannot run what was recorded.
        case network(String)
    }

    package init(_ cause: Cause, line: Int? = nil, path: String? = nil) {
        self.path = path
        self.line = line
        self.cause = cause
    }

    /// One line for the user.
    package var description: String {
        let place = [path, line.map { "line \($0)" }].compactMap { $0 }.joined(separator: ", ")
        return place.isEmpty ? cause.text : "\(place): \(cause.text)"
    }
}

extension RecordingError.Cause {
    var text: String {
        switch self {
        case .unreadable(let reason): "cannot read the recording: \(reason)"
        case .unwritable(let reason):
            "cannot write a recording there: \(reason); give a path in a folder where you may write"
        case .cutShort(let reason, let place):
            "the recording broke off: \(reason)"
                + (place.map { "; what was recorded until then is in \($0), which npi replay reads" } ?? "")
        case .misplaced(let reason, let place):
            "the recording could not be put there: \(reason); it is in \(place), which npi replay reads"
        case .exists: "it exists already; choose another name, or replace it with --overwrite"
        case .empty: "the file is empty; a recording begins with a line {\"npitrace\":1,...}"
        case .foreign: "this is no npi recording; one begins with a line {\"npitrace\":1,...}"
        case .cutHeader: "the recording breaks off within its first line; nothing can be replayed"
        case .version(let version):
            "the recording has version \(version) of the format; this program reads version \(RecordingHeader.version)"
        case .damaged(let column, let what): "the line is damaged at column \(column): \(what)"
        case .impossible(let what): what
        case .problem(let what): "the recording cannot be replayed: \(what)"
        case .notAsRecorded(let what): "the recording cannot be verified: \(what)"
        case .network(let what): "the recording cannot be verified with this model: \(what)"
        }
    }
}
