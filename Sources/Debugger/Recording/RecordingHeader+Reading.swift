import Foundation
import Scratchpads

extension RecordingHeader {
    /// Reads the first line.
    init(_ scanner: inout JSONScanner) throws(RecordingError) {
        var reader = Reader()
        do throws(JSONError) {
            try reader.read(&scanner)
        } catch {
            // Without its first key it may be any sort of file.
            guard let version = reader.version else { throw RecordingError(.foreign) }
            guard version == Self.version else { throw RecordingError(.version(version)) }
            throw RecordingError(.damaged(column: error.column, error.what), line: 1)
        }
        guard let version = reader.version else { throw RecordingError(.foreign) }
        guard version == Self.version else { throw RecordingError(.version(version)) }
        self = reader.header
    }

    private struct Reader {
        var version: Int?
        var header = RecordingHeader(task: "", input: [], program: "", seed: 0, programs: [])

        mutating func read(_ scanner: inout JSONScanner) throws(JSONError) {
            var isFirst = true
            try scanner.beginObject()
            while let key = try scanner.nextKey(isFirst: &isFirst) {
                if scanner.isWord("npitrace", at: key) {
                    version = try scanner.integer()
                } else if scanner.isWord("task", at: key) {
                    header.task = try scanner.text()
                } else if scanner.isWord("input", at: key) {
                    header.input = try scanner.texts()
                } else if scanner.isWord("program", at: key) {
                    header.program = try scanner.text()
                } else if scanner.isWord("model", at: key) {
                    header.model = try scanner.model()
                } else if scanner.isWord("seed", at: key) {
                    header.seed = try scanner.integer(upTo: .max / 16)
                } else if scanner.isWord("programs", at: key) {
                    header.programs = try scanner.texts()
                } else if scanner.isWord("attachment", at: key) {
                    header.attachment = try scanner.attachment()
                } else {
                    try scanner.skipValue()
                }
            }
            try scanner.finish()
            if header.task.isEmpty { throw scanner.error("the task is missing") }
            if header.program.isEmpty { throw scanner.error("the program is missing") }
        }
    }
}

extension JSONScanner {
    fileprivate mutating func texts() throws(JSONError) -> [String] {
        try beginArray()
        var texts: [String] = []
        var isFirst = true
        while try nextElement(isFirst: &isFirst) { texts.append(try text()) }
        return texts
    }

    /// An object with a name, a sha256 and perhaps contents. Contents that cannot be read are left out: the run can still be
    /// looked at.
    fileprivate mutating func attachment() throws(JSONError) -> Attachment? {
        guard peek() == UInt8(ascii: "{") else {
            try skipValue()
            return nil
        }
        var attachment = Attachment(name: "", sha256: "", contents: nil)
        var isFirst = true
        try beginObject()
        while let key = try nextKey(isFirst: &isFirst) {
            if isWord("name", at: key) {
                attachment.name = try text()
            } else if isWord("sha256", at: key) {
                attachment.sha256 = try text()
            } else if isWord("contents", at: key), peek() == UInt8(ascii: "\"") {
                attachment.contents = Data(base64Encoded: try text()).map(Array.init)
            } else {
                try skipValue()
            }
        }
        return attachment
    }

    /// An object with a name and a sha256; null where no model is told.
    fileprivate mutating func model() throws(JSONError) -> ModelIdentity? {
        guard peek() == UInt8(ascii: "{") else {
            try skipValue()
            return nil
        }
        var model = ModelIdentity(name: "", sha256: "")
        var isFirst = true
        try beginObject()
        while let key = try nextKey(isFirst: &isFirst) {
            if isWord("name", at: key) {
                model.name = try text()
            } else if isWord("sha256", at: key) {
                model.sha256 = try text()
            } else {
                try skipValue()
            }
        }
        return model
    }
}
