import Foundation
package import Scratchpads

/// Which network made a run.
package struct ModelIdentity: Hashable, Sendable {
    /// Its name, for people.
    package var name: String
    /// The SHA-256 of its weight file, in hexadecimal.
    package var sha256: String

    /// Makes an identity.
    package init(name: String, sha256: String) {
        self.name = name
        self.sha256 = sha256
    }
}

/// The first line of a recording: what was run, and by which network.
///
///     {"npitrace":1,"task":"add","input":["96","125"],"program":"ADD","model":{"name":"...","sha256":"..."},"seed":0,
///      "programs":["ADD","ADD1","CARRY","LSHIFT","ACT"]}
///
/// all in one line. `programs`, which may be missing, are the names of the model's programs by row. Where the input only names
/// something, `attachment` follows: what that is, its digest, and its bytes in Base64 if they are not too many.
///
///     "attachment":{"name":"mesh","sha256":"...","contents":"..."}
package struct RecordingHeader: Hashable, Sendable {
    /// The version of the format.
    package static let version = 1

    /// The task's name.
    package var task: String
    /// The input as typed.
    package var input: [String]
    /// The top program.
    package var program: String
    /// The network, if it is told.
    package var model: ModelIdentity?
    /// The seed of the run.
    package var seed: Int
    /// The programs of the network by row; empty if it is not told.
    package var programs: [String]
    /// What the input only names.
    package var attachment: Attachment?

    var line: [UInt8] {
        var line = JSONLine()
        line.raw("{\"npitrace\":")
        line.integer(Self.version)
        line.raw(",\"task\":")
        line.string(task)
        line.raw(",\"input\":")
        line.strings(input)
        line.raw(",\"program\":")
        line.string(program)
        if let model {
            line.raw(",\"model\":{\"name\":")
            line.string(model.name)
            line.raw(",\"sha256\":")
            line.string(model.sha256)
            line.raw("}")
        }
        line.raw(",\"seed\":")
        line.integer(seed)
        if !programs.isEmpty {
            line.raw(",\"programs\":")
            line.strings(programs)
        }
        if let attachment { line.attachment(attachment) }
        line.raw("}")
        line.endLine()
        return line.bytes
    }
}

/// The last line of a recording, with what it tells.
///
///     {"k":"end","halted":true,"output":"221","correct":true,"events":62}
///
/// `limit` or `depthLimit` is there where the run was given up at such a limit; `bookmarks`, each a step and a note, `breakpoints`
/// and `watches`, as they are typed, where a person has set some.
package struct RecordingEnd: Hashable, Sendable {
    /// Whether the top program returned.
    package var isHalted: Bool
    /// What stands in the world as the output; nil if it is not told.
    package var output: String?
    /// Whether the output is right; nil if it is not told.
    package var isCorrect: Bool?
    /// How many events there were.
    package var eventCount: Int
    /// After how many events the run was given up.
    package var stepLimit: Int?
    /// At how many nested calls the run was given up.
    package var depthLimit: Int?
    /// The steps that a person wanted to find again.
    package var bookmarks: [Bookmark] = []
    /// The breakpoints, as they are typed.
    package var breakpoints: [String] = []
    /// The watches, as they are typed.
    package var watches: [String] = []

    /// Makes an end.
    package init(isHalted: Bool, output: String? = nil, isCorrect: Bool? = nil, eventCount: Int) {
        self.isHalted = isHalted
        self.output = output
        self.isCorrect = isCorrect
        self.eventCount = eventCount
    }

    var line: [UInt8] {
        var line = JSONLine()
        line.raw("{\"k\":\"end\",\"halted\":")
        line.bool(isHalted)
        if let output {
            line.raw(",\"output\":")
            // A pose is an array of two numbers; all else is a text.
            if output.hasPrefix("[") {
                line.raw(Array(output.utf8))
            } else {
                line.string(output)
            }
        }
        if let isCorrect {
            line.raw(",\"correct\":")
            line.bool(isCorrect)
        }
        line.raw(",\"events\":")
        line.integer(eventCount)
        if let stepLimit {
            line.raw(",\"limit\":")
            line.integer(stepLimit)
        }
        if let depthLimit {
            line.raw(",\"depthLimit\":")
            line.integer(depthLimit)
        }
        if !bookmarks.isEmpty { line.bookmarks(bookmarks) }
        if !breakpoints.isEmpty {
            line.raw(",\"breakpoints\":")
            line.strings(breakpoints)
        }
        if !watches.isEmpty {
            line.raw(",\"watches\":")
            line.strings(watches)
        }
        line.raw("}")
        line.endLine()
        return line.bytes
    }
}

extension JSONLine {
    fileprivate mutating func attachment(_ attachment: Attachment) {
        raw(",\"attachment\":{\"name\":")
        string(attachment.name)
        raw(",\"sha256\":")
        string(attachment.sha256)
        if let contents = attachment.contents {
            raw(",\"contents\":")
            string(Data(contents).base64EncodedString())
        }
        raw("}")
    }

    fileprivate mutating func bookmarks(_ bookmarks: [Bookmark]) {
        raw(",\"bookmarks\":[")
        for (index, bookmark) in bookmarks.enumerated() {
            if index > 0 { raw(",") }
            raw("[")
            integer(bookmark.step)
            raw(",")
            string(bookmark.note)
            raw("]")
        }
        raw("]")
    }

    fileprivate mutating func strings(_ texts: [String]) {
        raw("[")
        for (index, text) in texts.enumerated() {
            if index > 0 { raw(",") }
            string(text)
        }
        raw("]")
    }
}
