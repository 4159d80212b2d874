import Foundation
import NPIKit
import Support
import Testing

@Suite("Files are replaced whole, or not at all")
struct FileTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    func replace(_ name: String, with text: String = "new") throws {
        try FileWriting.replace(folder.path(name), with: Data(text.utf8))
    }

    func text(_ name: String) throws -> String {
        String(decoding: try folder.read(name), as: UTF8.self)
    }

    func permissions(_ name: String) -> mode_t {
        var status = stat()
        return stat(folder.path(name), &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test("a new file appears, an old one is replaced, and nothing else is left")
    func replacing() throws {
        try replace("file", with: "first")
        #expect(try text("file") == "first")
        try replace("file", with: "")
        #expect(try text("file") == "")
        try replace("file", with: String(repeating: "x", count: 3_000_000))
        #expect(try folder.read("file").count == 3_000_000)
        #expect(try folder.contents() == ["file"])
    }

    @Test("the permissions of the file before stay, and a new file has those of any new file")
    func permissionsStay() throws {
        _ = try folder.write("old", to: "private")
        chmod(folder.path("private"), 0o600)
        try replace("private")
        #expect(permissions("private") == 0o600)
        let fresh = open(folder.path("fresh"), O_CREAT | O_WRONLY, 0o666)
        close(fresh)
        try replace("new")
        #expect(permissions("new") == permissions("fresh"))
    }

    @Test("a symbolic link stays, and what it leads to is replaced, even where nothing was yet")
    func links() throws {
        try FileManager.default.createDirectory(atPath: folder.path("sub"), withIntermediateDirectories: true)
        _ = try folder.write("old", to: "sub/target")
        symlink("sub/target", folder.path("link"))
        symlink(folder.path("link"), folder.path("link to link"))
        symlink("sub/missing", folder.path("dangling"))
        for name in ["link", "link to link", "dangling"] {
            try replace(name, with: name)
            #expect(try text(name) == name)
            #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: folder.path(name))) != nil)
        }
        #expect(try text("sub/target") == "link to link")
        #expect(try text("sub/missing") == "dangling")
        symlink("ring", folder.path("ring"))
        #expect(throws: FileWritingError.self) { try replace("ring") }
    }

    @Test("a failure says why, and leaves everything as it was")
    func failures() throws {
        _ = try folder.write("old", to: "file")
        try FileManager.default.createDirectory(atPath: folder.path("folder"), withIntermediateDirectories: true)
        mkfifo(folder.path("pipe"), 0o600)
        let before = try folder.contents()
        for (name, reason) in [
            ("missing/file", "No such file or directory"), ("folder", "Is a directory"),
            ("file/inside", "Not a directory"), ("pipe", "it is not a regular file"),
            (String(repeating: "n", count: 300), "File name too long"), ("folder/", "Is a directory"),
        ] {
            let error = #expect(throws: FileWritingError.self) { try replace(name) }
            #expect(error?.reason == reason, "\(name)")
        }
        #expect(try folder.contents() == before)
        #expect(try text("file") == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("folder")).isEmpty)
    }

    @Test("a model that cannot be written leaves the one before")
    func models() throws {
        try ModelFile.write(.lamps(seed: 1), training: [:], to: folder.path("model"))
        let before = try folder.read("model")
        let path = folder.path("model/inside")
        let error = #expect(throws: ModelFileError.self) {
            try ModelFile.write(.lamps(seed: 2), training: [:], to: path)
        }
        #expect(
            error?.description == "cannot write the model \(path): Not a directory; what was there before is unchanged")
        #expect(try folder.read("model") == before)
    }

    @Test("what cannot be read is refused in words, without waiting")
    func reading() throws {
        try FileManager.default.createDirectory(atPath: folder.path("folder"), withIntermediateDirectories: true)
        mkfifo(folder.path("pipe"), 0o600)
        _ = try folder.write("", to: "empty")
        for (name, reason) in [
            ("missing", "cannot read the model PATH: No such file or directory"),
            ("folder", "cannot read the model PATH: it is not a regular file"),
            ("pipe", "cannot read the model PATH: it is not a regular file"),
            ("empty/inside", "cannot read the model PATH: Not a directory"),
            ("empty", "cannot use PATH as a model: it is cut off: it has 0 bytes of at least 8"),
        ] {
            let path = folder.path(name)
            let error = #expect(throws: ModelFileError.self) { try ModelFile.read(path) }
            #expect(error?.description == reason.replacing("PATH", with: path))
        }
    }

    @Test("a file larger than any model is refused before it is read")
    func size() throws {
        let path = try folder.write("x", to: "sparse")
        truncate(path, 1 << 40)
        let error = #expect(throws: ModelFileError.self) { try ModelFile.read(path) }
        #expect(error?.description == "cannot read the model \(path): it has more than 2 GiB")
    }
}
