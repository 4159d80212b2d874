import Foundation
import TestSupport
import Testing

@Suite("No weight file, checkpoint, mesh or configuration drives the reader's terminal")
struct HostileWeightsTests {
    private let files: HostileFiles
    private let hostile = HostileText.all

    init() throws {
        files = try HostileFiles()
        let run = try files.run([
            "train", "--tasks", "add", "--units", "8", "--longest", "2", "--problems", "1", "--updates", "1", "--out",
            "tiny.safetensors",
        ])
        #expect(run.status == 0, "\(run.errors)")
    }

    private func json(_ value: Any) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
    }

    @Test("program names and training notes are shown without it, and are exact in JSON")
    func names() throws {
        var (header, count) = try files.weights("tiny.safetensors")
        var metadata = try #require(header["__metadata__"] as? [String: String])
        metadata["npi.sha256"] = nil
        let list = Data(try #require(metadata["npi.programs"]).utf8)
        let names = try #require(try JSONSerialization.jsonObject(with: list) as? [String])
        metadata["npi.programs"] = try json(names.map { $0 == "ADD" ? $0 : $0 + hostile })
        metadata["npi.training"] = try json([hostile: hostile, "seed": "1"])
        metadata[hostile] = hostile
        header["__metadata__"] = metadata
        try files.writeWeights(header, byteCount: count, to: "h.safetensors")
        let clean = try files.run(["model", "tiny.safetensors"])
        let shown = try files.run(["model", "h.safetensors"])
        #expect(shown.status == 0 && shown.hostile == [], "\(shown.errors)")
        #expect(shown.lines.count { $0.contains("  programs  ") } == 1 && clean.status == 0)
        let described = try files.run(["model", "h.safetensors", "--json"])
        #expect(described.status == 0 && described.lines.count == 1 && described.hostile == [])
        let object = try JSONSerialization.jsonObject(with: Data(described.output.utf8)) as? [String: Any]
        let programs = try #require(object?["programs"] as? [String])
        #expect(programs.contains { Array($0.utf8) == Array("ADD1\(hostile)".utf8) })
        let run = try files.run(["run", "add", "1", "2", "--model", "h.safetensors", "--plain"])
        #expect(run.hostile == [])
        #expect(try files.run(["train", "--resume", "h.safetensors"]).refusedCleanly(1))
    }

    @Test("whatever text of a weight file is hostile, it is refused with one clean line or shown clean")
    func eachField() throws {
        let (header, count) = try files.weights("tiny.safetensors")
        let tensor = try #require(header.keys.filter { $0 != "__metadata__" }.min())
        var changed: [[String: Any]] = []
        for key in try #require(header["__metadata__"] as? [String: String]).keys {
            for value in [hostile, try json([hostile]), try json([hostile: hostile])] {
                var metadata = try #require(header["__metadata__"] as? [String: String])
                metadata["npi.sha256"] = nil
                metadata[key] = value
                changed.append(header.merging(["__metadata__": metadata]) { $1 })
            }
        }
        for key in ["dtype", "shape", "data_offsets"] {
            var entry = try #require(header[tensor] as? [String: Any])
            entry[key] = hostile
            changed.append(header.merging([tensor: entry]) { $1 })
        }
        var renamed = header
        renamed["\(tensor)\(hostile)"] = renamed.removeValue(forKey: tensor)
        changed.append(renamed)
        renamed[hostile] = ["dtype": "F32", "shape": [-1], "data_offsets": [0, 4]]
        changed.append(renamed)
        for header in changed {
            try files.writeWeights(header, byteCount: count, to: "h.safetensors")
            for arguments in [["model", "h.safetensors"], ["run", "add", "1", "2", "--model", "h.safetensors"]] {
                let run = try files.run(arguments)
                #expect(run.hostile == [])
                #expect(run.status == 0 || run.status == 1, "\(run.errors)")
                if run.status == 1, arguments[0] == "model" { #expect(run.refusedCleanly(1), "\(run)") }
            }
        }
    }

    @Test("checkpoints and results of suites", arguments: ["notes", "npi.programs", "npi.training", "npi.checkpoint"])
    func checkpoints(key: String) throws {
        var (header, count) = try files.weights("tiny.safetensors")
        var metadata = try #require(header["__metadata__"] as? [String: String])
        metadata["npi.sha256"] = nil
        metadata["npi.checkpoint"] = try json(["notes": hostile])
        metadata[key] = try json([hostile: hostile])
        header["__metadata__"] = metadata
        try files.writeWeights(header, byteCount: count, to: "h.checkpoint")
        #expect(try files.run(["train", "--resume", "h.checkpoint"]).refusedCleanly(1))
        try files.write([["suite": hostile, hostile: hostile]], to: "h.jsonl")
        let run = try files.run(["evaluate", "--suite", "fig6", "--quick", "--state", "h.jsonl"])
        #expect(run.hostile == [] && run.status == 1, "\(run)")
    }

    @Test("meshes and materials", arguments: HostileText.numbers)
    func meshes(kind: Int) throws {
        let hostile = HostileText.kinds[kind]
        for text in ["mtllib a\(hostile)b", "usemtl a\(hostile)b", "v a\(hostile)b 1 2", "f 1 2 a\(hostile)b", hostile]
        {
            let cube = "v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\n\(text)\nf 1 2 3\nf 1 2 4\n"
            try files.write(Data(cube.utf8), to: "h.obj")
            let run = try files.run(["run", "car", "--car", "h.obj", "--plain", "--max-steps", "1"])
            #expect(run.hostile == [], "\(text.debugDescription)")
            #expect([0, 1, 64].contains(run.status))
        }
    }

    @Test("a configuration with a hostile name, value and key is refused with one clean line")
    func configuration() throws {
        let terminal = try Terminal(columns: 160)
        try FileManager.default.createDirectory(atPath: "\(terminal.path)/npi", withIntermediateDirectories: true)
        for text in [
            #""a\e]0;b\u202ec": 1"#, #"theme: "\e[2J\u009b2J\n""#, "keys:\n  step: \"\\u200b\\x7f\"", "\u{202E}: [",
        ] {
            try terminal.write(text, to: "npi/config.yaml")
            try terminal.runAndWatch("run add 1 2 2>errors", environment: "XDG_CONFIG_HOME=\(terminal.path)")
            #expect(try terminal.ended() == 64)
            let errors = try String(contentsOfFile: "\(terminal.path)/errors", encoding: .utf8)
            #expect(errors.contains("npi/config.yaml:") && errors.dropLast().count { $0 == "\n" } == 0, "\(errors)")
            #expect(HostileText.found(in: errors) == [])
        }
    }
}
