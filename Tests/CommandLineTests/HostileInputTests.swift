import Foundation
import TestSupport
import Testing

@Suite("No file, name or argument drives the reader's terminal")
struct HostileInputTests {
    private let files: HostileFiles
    private let formats = ["folded", "chrome", "speedscope", "html", "svg", "asciicast"]

    init() throws {
        files = try HostileFiles()
    }

    @Test("a recording with hostile program and model names is printed and exported without them")
    func recording() throws {
        for (name, hostile) in [("add", HostileText.all), ("sort", "\u{9B}2J\u{202E}\u{7F}")] {
            try files.makeRecording(from: "\(name).npitrace", hostile: hostile, to: "h.npitrace")
            let clean = try files.run(["replay", "\(name).npitrace", "--plain"])
            for arguments in [["--plain"], ["--narrate"], ["--json"]] {
                let run = try files.run(["replay", "h.npitrace"] + arguments)
                #expect(run.status == 0 && run.hostile == [], "\(arguments) \(run.errors)")
                if arguments != ["--json"] { #expect(run.lines.count == clean.lines.count, "\(arguments)") }
            }
            for format in formats {
                let run = try files.run(["export", "h.npitrace", "--format", format, "-o", "-"])
                #expect(run.status == 0 && run.hostile == [], "\(format) \(run.errors)")
            }
            let verified = try files.run(["replay", "h.npitrace", "--verify"])
            #expect(verified.refusedCleanly(1), "\(verified)")
        }
    }

    @Test("JSON of it is exact: names are what they were")
    func exactJSON() throws {
        try files.makeRecording(from: "add.npitrace", hostile: HostileText.all, to: "h.npitrace")
        let run = try files.run(["replay", "h.npitrace", "--json"])
        let first = try #require(run.lines.first)
        let header = try #require(try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [String: Any])
        let program = try #require(header["program"] as? String)
        #expect(Array(program.utf8) == Array("ADD\(HostileText.all)".utf8))
        // What was printed is a recording, and can be replayed as such.
        try files.write(Data(run.output.utf8), to: "again.npitrace")
        #expect(try files.run(["replay", "again.npitrace", "--json"]).output == run.output)
        for format in ["chrome", "speedscope"] {
            let text = try files.run(["export", "h.npitrace", "--format", format, "-o", "-"]).output
            let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
            #expect(strings(in: json).contains { Array($0.utf8) == Array("ADD1\(HostileText.all)".utf8) })
        }
    }

    @Test("an asciicast has no orders to the terminal but those that draw the screen")
    func asciicast() throws {
        try files.makeRecording(from: "add.npitrace", hostile: HostileText.all, to: "h.npitrace")
        let run = try files.run(["export", "h.npitrace", "--format", "asciicast", "-o", "-"])
        for line in run.lines {
            let text = strings(in: try JSONSerialization.jsonObject(with: Data(line.utf8))).joined()
            let own = /\u{1B}\[\??[0-9;]*[A-Za-z]/
            #expect(HostileText.found(in: text.replacing(own, with: "").replacing("\r\n", with: "")) == [])
        }
    }

    private func strings(in json: Any) -> [String] {
        switch json {
        case let text as String: [text]
        case let list as [Any]: list.flatMap(strings)
        case let table as [String: Any]: table.values.flatMap(strings)
        default: []
        }
    }

    @Test("every text of a recording, one after the other, gives one clean line or clean output")
    func eachField() throws {
        let lines = try files.lines(of: "add.npitrace")
        let hostile = HostileText.all
        for index in [0, 1, 4, lines.count - 1] {
            for key in lines[index].keys.sorted() + ["unknown"] {
                for value in [hostile, [hostile], ["name": hostile, hostile: hostile], [[hostile, 1]]] as [Any] {
                    var changed = lines
                    changed[index][key] = value
                    try files.write(changed, to: "h.npitrace")
                    let run = try files.run(["replay", "h.npitrace", "--json"])
                    #expect(run.hostile == [], "\(index) \(key)")
                    #expect(run.status == 0 || run.refusedCleanly(1), "\(index) \(key): \(run.errors)")
                }
            }
        }
    }

    @Test("the network that a recording was made with may be called anything", arguments: HostileText.numbers)
    func modelName(kind: Int) throws {
        let hostile = HostileText.kinds[kind]
        var lines = try files.lines(of: "add.npitrace")
        lines[0]["model"] = ["name": "a\(hostile)b", "sha256": "00"]
        try files.write(lines, to: "h.npitrace")
        let run = try files.run(["replay", "h.npitrace", "--verify"])
        #expect(run.output.contains("recorded with another network") && run.lines.count == 1 && run.hostile == [])
    }

    @Test("a file's name stays on one line, whatever it is called")
    func fileNames() throws {
        for name in [HostileText.name, "two\nlines", "\u{1B}]52;c;aGk=\u{7}", "\u{202E}ecarti"] {
            for arguments in [
                ["replay", name], ["export", name, "--format", "svg"], ["model", name], ["train", "--resume", name],
                ["tour", "\(name).yaml"], ["run", "add", "1", "2", "--model", name],
                ["run", "car", "--car", "\(name).obj"],
                ["train", "--freeze-core", name, "--tasks", "max"], ["evaluate", "--model", name],
            ] {
                // Names longer than the system's are another error, and a clean one too.
                let run = try files.run(arguments)
                #expect(run.refusedCleanly(1) || run.refusedCleanly(64), "\(arguments) \(run)")
            }
        }
        let name = "a\u{1B}[2J\n\u{202E}b"
        try FileManager.default.copyItem(
            atPath: "\(files.path)/add.npitrace", toPath: "\(files.path)/\(name).npitrace")
        for format in formats {
            let run = try files.run(["export", "\(name).npitrace", "--format", format])
            #expect(run.status == 0 && run.lines.count == 1 && run.output.hasPrefix("exported: a?[2J??b."), "\(run)")
            #expect(run.hostile == [])
            let export = try #require(files.folder.names.first { $0.hasPrefix(name) && !$0.hasSuffix("npitrace") })
            #expect(HostileText.found(in: try files.folder.contents(of: export)) == [], "\(format)")
            try files.folder.remove(export)
        }
        let verified = try files.run(["replay", "\(name).npitrace", "--verify"])
        #expect(verified.lines.count == 1 && verified.output.hasPrefix("a?[2J??b") && verified.hostile == [])
    }

    @Test("arguments come back clean", arguments: HostileText.numbers)
    func arguments(kind: Int) throws {
        let word = "a\(HostileText.kinds[kind].replacing("\n", with: "\u{85}"))b"
        for arguments in [
            [word], ["run", word], ["run", "add", word, "1"], ["run", "add", "1", "2", word],
            ["run", "add", "1", "2", "--theme", word], ["run", "add", "1", "2", "--break", word], ["--\(word)"],
            ["run", "add", "1", "2", "--max-steps", word], ["run", "sort", "1", "2", "--\(word)"],
            ["replay", "add.npitrace", "--speed", word], ["export", "add.npitrace", "--format", word],
            ["export", "add.npitrace", "--format", "svg", "--size", word], ["tour", word], ["train", "--tasks", word],
            ["train", "--mode", word], ["evaluate", "--suite", word], ["run", "car", "--car", word],
            ["run", "car", "--from", word], ["cars", "--examine", "--any-poses", word], ["help", word, "--\(word)"],
        ] {
            let run = try files.run(arguments)
            #expect(run.hostile == [], "\(arguments)")
            #expect(run.refusedCleanly(64) || run.refusedCleanly(1), "\(arguments) \(run)")
        }
    }

    @Test("tours are refused with one clean line", arguments: HostileText.numbers)
    func tours(kind: Int) throws {
        let hostile = HostileText.kinds[kind]
        let text = "a\(hostile)b"
        let quoted = try #require(
            String(data: JSONSerialization.data(withJSONObject: [text]), encoding: .utf8)?.dropFirst().dropLast())
        let tour = """
            title: TITLE
            about: ABOUT
            task: add
            input: 9 5
            stops:
              - at: AT
                text: TEXT
            """
        for (field, value) in [("TITLE", quoted), ("ABOUT", quoted), ("AT", quoted), ("TEXT", quoted)] {
            var file = tour
            for (name, plain) in [("TITLE", "t"), ("ABOUT", "a"), ("AT", "start"), ("TEXT", "x")] {
                file = file.replacing(name, with: name == field ? String(value) : plain)
            }
            for file in [file, file.replacing("title:", with: "\(quoted): 1\ntitle:"), "\(text): [\(text)"] {
                try files.write(Data(file.utf8), to: "t.yaml")
                let run = try files.run(["tour", "t.yaml", "--plain"])
                #expect(run.hostile == [], "\(field)")
                #expect(run.status == 0 || run.refusedCleanly(1) || run.refusedCleanly(64), "\(run)")
            }
        }
    }
}
