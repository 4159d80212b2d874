import Foundation
import TestSupport
import Testing

/// A folder with files whose every text is hostile.
struct HostileFiles {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for (name, words) in [("add", ["add", "96", "125"]), ("sort", ["sort", "3", "1", "2"])] {
            let run = try CommandRun(["run"] + words + ["--record", "\(name).npitrace"], folder: folder.path)
            #expect(run.status == 0, "\(run.errors)")
        }
    }

    var path: String { folder.path }

    func run(_ arguments: [String]) throws -> CommandRun { try CommandRun(arguments, folder: folder.path) }

    /// The lines of the recording `name`.
    func lines(of name: String) throws -> [[String: Any]] {
        try folder.contents(of: name).split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    /// Writes lines of JSON in which what JSON allows raw stands raw.
    func write(_ lines: [[String: Any]], to name: String) throws {
        var data = Data()
        for line in lines {
            data += try JSONSerialization.data(withJSONObject: line, options: [.sortedKeys, .withoutEscapingSlashes])
            data.append(UInt8(ascii: "\n"))
        }
        try write(data, to: name)
    }

    func write(_ data: Data, to name: String) throws {
        try data.write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    /// The recording `name` with every program called by its name and `hostile`, and a model of that name; under `copy`.
    func makeRecording(from name: String, hostile: String, to copy: String) throws {
        func renamed(_ value: Any) -> String { "\(value)\(hostile)" }
        var lines = try self.lines(of: name)
        for index in lines.indices {
            if let program = lines[index]["program"] { lines[index]["program"] = renamed(program) }
            if let programs = lines[index]["programs"] as? [String] { lines[index]["programs"] = programs.map(renamed) }
            if let top = lines[index]["top"] as? [[Any]] { lines[index]["top"] = top.map { [renamed($0[0]), $0[1]] } }
            if let say = lines[index]["say"] { lines[index]["say"] = renamed(say) }
            lines[index][hostile] = hostile
        }
        lines[0]["model"] = ["name": hostile, "sha256": hostile]
        try write(lines, to: copy)
    }

    /// A safetensors file with this header, whose tensors have `byteCount` bytes in all.
    func writeWeights(_ header: [String: Any], byteCount: Int, to name: String) throws {
        var text = try JSONSerialization.data(withJSONObject: header, options: [.sortedKeys])
        text += Data(repeating: UInt8(ascii: " "), count: (8 - text.count % 8) % 8)
        var data = Data((0..<8).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) })
        data += text
        data += Data(count: byteCount)
        try write(data, to: name)
    }

    /// The header of a weight file, and how many bytes stand behind it.
    func weights(_ name: String) throws -> (header: [String: Any], byteCount: Int) {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
        let length = data.prefix(8).enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
        let header = try JSONSerialization.jsonObject(with: data[8..<8 + length]) as? [String: Any]
        return (try #require(header), data.count - 8 - length)
    }
}

extension CommandRun {
    /// What should not have reached standard output and standard error.
    var hostile: [String] { HostileText.found(in: output) + HostileText.found(in: errors) }

    /// Whether it was refused with one clean line.
    func refusedCleanly(_ status: Int32) -> Bool { failed(status, saying: "npi: ") && hostile == [] }
}
