import Foundation
import Testing

@Suite("Runs around a car of one's own, recorded and moved")
struct CarFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let box = """
        v -1 0 -2 0.8 0.1 0.1\nv 1 0 -2 0.8 0.1 0.1\nv 1 0 2 0.8 0.1 0.1\nv -1 0 2 0.8 0.1 0.1
        v -1 1 -2 0.8 0.1 0.1\nv 1 1 -2 0.8 0.1 0.1\nv 1 1 2 0.8 0.1 0.1\nv -1 1 2 0.8 0.1 0.1
        f 1 2 3 4\nf 5 8 7 6\nf 1 5 6 2\nf 2 6 7 3\nf 3 7 8 4\nf 4 8 5 1\n
        """

    /// A box under a rough sheet of so many triangles that a recording does not hold it.
    private static var large: String {
        let side = 230
        var text = box
        for row in 0..<side {
            for column in 0..<side {
                text += "v \(column * 7 % 100) \(row * column % 97) \(row * 13 % 100)\n"
            }
        }
        for row in 0..<(side - 1) {
            for column in 0..<(side - 1) {
                let corner = 9 + row * side + column
                text += "f \(corner) \(corner + 1) \(corner + side + 1) \(corner + side)\n"
            }
        }
        return text
    }

    private func write(_ text: String, to name: String) throws {
        try text.write(toFile: "\(folder.path)/\(name)", atomically: true, encoding: .utf8)
    }

    private func npi(_ arguments: String...) throws -> CommandRun {
        try CommandRun(arguments, folder: folder.path)
    }

    private func isOneLine(_ text: String) -> Bool { text.filter { $0 == "\n" }.count == 1 && text.hasSuffix("\n") }

    @Test("a sheet of training pictures is a PNG file; it goes with nothing else")
    func trainingPictures() throws {
        #expect(try npi("cars", "--training-pictures", "sheet.png").status == 0)
        let sheet = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/sheet.png"))
        #expect(Array(sheet.prefix(4)) == [0x89, 0x50, 0x4E, 0x47] && sheet.count > 1_000_000)
        #expect(try npi("cars", "--training-pictures", "gone/sheet.png").failed(1, saying: "gone/sheet.png"))
        #expect(
            try npi("cars", "--training-pictures", "a.png", "--examine").failed(64, saying: "exclude each other"))
        #expect(try npi("cars", "--real-cars", ".").failed(64, saying: "goes with --examine or --training-pictures"))
    }

    @Test("a car that is missing or damaged is a failure, status 1; a wrong command line is 64")
    func statuses() throws {
        try write("v 0 0 0\nv 1 0 0\nf 1 2 3\n", to: "damaged.obj")
        try write(Self.box, to: "box.obj")
        #expect(
            try npi("run", "car", "--car", "gone.obj").failed(
                1, saying: "gone.obj: cannot be read: there is no such file"))
        #expect(
            try npi("run", "car", "--car", "damaged.obj").failed(1, saying: "damaged.obj, line 3: point 3 does not"))
        #expect(try npi("run", "car", "--car", "./").failed(1, saying: "it is a folder"))
        #expect(try npi("run", "car", "--car", "salon-1").failed(64, saying: "there is no car"))
        #expect(try npi("run", "car", "--car", "box.obj", "--from", "1,2").failed(64, saying: "lies between"))
        #expect(try npi("run", "car", "--car", "box.obj", "--up", "x").failed(64, saying: "it is y (the usual) or z"))
        #expect(try npi("run", "add", "1", "2", "--up", "z").failed(64, saying: "--up is not for add"))
    }

    /// What is said of any mesh from a file.
    private static let caution =
        "npi: outside what the network was trained on: a mesh from a file instead of built-in cars and 9 of torcs-data; expect more mistakes\n"

    @Test("what the network was not trained on is said in one line on standard error; nothing is where it was")
    func cautions() throws {
        #expect(try npi("run", "car", "--plain").errors.isEmpty)
        try write(Self.box, to: "box.obj")
        #expect(try npi("run", "car", "--car", "box.obj", "--plain").errors == Self.caution)
        let far = try npi("run", "car", "--from", "120,75", "--to", "30,15", "--plain")
        #expect(far.errors.isEmpty)
        #expect(far.output.hasSuffix("[30,15] (correct)\n"))
    }

    @Test("what of a file was passed over is said in one line on standard error, and the run goes on")
    func remarks() throws {
        try write("mtllib gone.mtl\n\(Self.box)f 1 2\n", to: "box.obj")
        let run = try npi("run", "car", "--car", "box.obj", "--plain")
        #expect(run.output.hasPrefix("GOTO\n"))
        #expect(run.errors.hasSuffix(Self.caution) && isOneLine(String(run.errors.dropLast(Self.caution.count))))
        #expect(run.errors.hasPrefix("npi: box.obj: 1 face is passed over (line 16: a face has 2"))
        #expect(run.errors.contains("not found: \"gone.mtl\""))
    }

    @Test("--up z turns a car that was drawn with z up, and a recording knows it")
    func upAxis() throws {
        try write(Self.box, to: "y.obj")
        let turned = Self.box.split(separator: "\n").map { line -> String in
            var words = line.split(separator: " ").map(String.init)
            if words[0] == "v" {
                (words[2], words[3]) = (
                    words[3] == "0" ? "0" : words[3].hasPrefix("-") ? String(words[3].dropFirst()) : "-\(words[3])",
                    words[2]
                )
            }
            return words.joined(separator: " ")
        }
        try write(turned.joined(separator: "\n"), to: "z.obj")
        let expected = try npi("run", "car", "--car", "y.obj", "--plain")
        let run = try npi("run", "car", "--car", "z.obj", "--up", "z", "--plain", "--record", "z.npitrace")
        #expect(run.output == expected.output)
        #expect(try folder.contents(of: "z.npitrace").contains(#""input":["z.obj","-45,45","0,15","z"]"#))
        #expect(try npi("replay", "z.npitrace", "--verify").status == 0)
    }

    @Test("a recording that was moved without its mesh shows the same, verifies and is exported")
    func moved() throws {
        try write(Self.box, to: "box.obj")
        let run = try npi("run", "car", "--car", "box.obj", "--json", "--record", "car.npitrace")
        try folder.remove("box.obj")
        let replay = try npi("replay", "car.npitrace", "--json")
        #expect(replay.output == run.output)
        #expect(
            replay.errors
                == "npi: box.obj: cannot be read: there is no such file; shown is the car that the recording holds\n")
        #expect(try npi("replay", "car.npitrace", "--verify").status == 0)
        for format in ["speedscope", "folded", "chrome", "svg", "html", "asciicast"] {
            let export = try npi("export", "car.npitrace", "--format", format, "-o", "out.\(format)")
            #expect(export.status == 0 && isOneLine(export.errors), "\(format): \(export.errors)")
        }
    }

    @Test("a mesh that has changed is said, also in its colours alone; what was recorded is shown")
    func changed() throws {
        let colored = "mtllib c.mtl\nusemtl red\n" + Self.box.replacingOccurrences(of: " 0.8 0.1 0.1", with: "")
        try write(colored, to: "box.obj")
        try write("newmtl red\nKd 1 0 0\n", to: "c.mtl")
        let run = try npi("run", "car", "--car", "box.obj", "--plain", "--record", "car.npitrace")
        #expect(run.errors == Self.caution)
        func replay() throws -> CommandRun { try npi("replay", "car.npitrace", "--plain") }
        try write("# another comment\n" + colored, to: "box.obj")
        #expect(try replay().errors.isEmpty)
        let words = "npi: box.obj has changed since the run was recorded; shown is the recorded car\n"
        try write("newmtl red\nKd 0 1 0\n", to: "c.mtl")
        #expect(try replay().errors == words)
        try write("newmtl red\nKd 1 0 0\n", to: "c.mtl")
        try write(colored.replacingOccurrences(of: "v -1 1 2", with: "v -1 1.5 2"), to: "box.obj")
        #expect(try replay().errors == words)
        #expect(try replay().output == run.output)
        #expect(try npi("replay", "car.npitrace", "--verify").status == 0)
    }

    @Test("a mesh too large to be held: its absence is said, calls are there, and only verifying needs it")
    func large() throws {
        try write(Self.large, to: "large.obj")
        let run = try npi("run", "car", "--car", "large.obj", "--json", "--record", "car.npitrace")
        let header = try #require(run.lines.first)
        #expect(header.contains(#""attachment":{"name":"mesh","sha256":""#) && header.utf8.count < 2_000)
        #expect(try npi("replay", "car.npitrace", "--verify").status == 0)
        try write(Self.box, to: "large.obj")
        let other = try npi("replay", "car.npitrace", "--json")
        #expect(other.output == run.output)
        #expect(
            other.errors == "npi: large.obj has changed since the run was recorded; the car that is shown is another\n")
        #expect(
            try npi("replay", "car.npitrace", "--verify").failed(1, saying: "cannot be verified: large.obj has changed")
        )
        try folder.remove("large.obj")
        let gone = try npi("replay", "car.npitrace", "--json")
        #expect(gone.output == run.output && gone.status == 0)
        #expect(gone.errors.contains("there is no such file; a box is shown in the car's place"))
        #expect(try npi("replay", "car.npitrace", "--verify").failed(1, saying: "cannot be verified: large.obj"))
        for format in ["speedscope", "folded", "chrome"] {
            let export = try npi("export", "car.npitrace", "--format", format, "-o", "-")
            #expect(export.status == 0 && !export.output.isEmpty && isOneLine(export.errors))
        }
    }

    @Test("a recording of an earlier version, without a digest, is shown too; it is not verified without its car")
    func old() throws {
        try write(Self.box, to: "box.obj")
        let run = try npi("run", "car", "--car", "box.obj", "--json")
        let old = run.output.replacing(/,"attachment":\{[^}]*\}/, with: "")
        #expect(old != run.output)
        try write(old, to: "old.npitrace")
        let there = try npi("replay", "old.npitrace", "--json")
        #expect(there.errors.isEmpty && there.status == 0)
        #expect(try npi("replay", "old.npitrace", "--verify").status == 0)
        try folder.remove("box.obj")
        let gone = try npi("replay", "old.npitrace", "--plain")
        #expect(gone.status == 0 && isOneLine(gone.errors))
        #expect(try npi("replay", "old.npitrace", "--verify").failed(1, saying: "there is no such file"))
    }

    @Test(
        "contents that are damaged, forged or of another mesh than the digest count as none",
        arguments: [
            #""contents":"!!!!""#, #""contents":"AAAA""#, #""contents":7"#, #""contents":"""#, #""contents":{"a":[]}"#,
        ])
    func forged(contents: String) throws {
        try write(Self.box, to: "box.obj")
        let run = try npi("run", "car", "--car", "box.obj", "--json")
        let forged = run.output.replacing(/"contents":"[^"]*"/, with: contents)
        #expect(forged != run.output)
        try write(forged, to: "forged.npitrace")
        #expect(try npi("replay", "forged.npitrace", "--plain").errors.isEmpty)
        try folder.remove("box.obj")
        let gone = try npi("replay", "forged.npitrace", "--plain")
        #expect(gone.status == 0 && gone.errors.contains("a box is shown"))
    }
}
