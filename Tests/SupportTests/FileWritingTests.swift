import Foundation
import Support
import Testing

@Suite("Files are replaced whole or not at all")
final class FileWritingTests {
    private let folder = NSTemporaryDirectory() + "npi-test-" + UUID().uuidString

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }

    private func replace(_ name: String, _ text: String) throws {
        try FileWriting.replace("\(folder)/\(name)", with: Data(text.utf8))
    }

    @Test("a file is made and replaced, its permissions stay, and nothing is left beside it")
    func replacing() throws {
        try replace("a", "one")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(folder)/a")
        try replace("a", "two")
        #expect(try text("a") == "two")
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/a")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
        #expect(names == ["a"])
    }

    @Test("a link stays, and its file is replaced, also where there is none yet")
    func links() throws {
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "file")
        for words in ["one", "two"] {
            try replace("link", words)
            #expect(try text("file") == words)
        }
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link") == "file")
        #expect(names == ["file", "link"])
    }

    @Test("folders, devices, missing folders and links in a circle are refused with the reason")
    func refusals() throws {
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/circle", withDestinationPath: "circle")
        for (path, words) in [
            (folder, "Is a directory"), ("/dev/null", "it is not a regular file"),
            ("\(folder)/no/file", "No such file or directory"),
            ("\(folder)/circle", "Too many levels of symbolic links"),
        ] {
            for action in [{ try FileWriting.check(path) }, { try FileWriting.replace(path, with: Data()) }] {
                let error = #expect(throws: FileWritingError.self) { try action() }
                #expect(error?.path == path && error?.reason == words, "\(error?.description ?? "")")
            }
        }
        #expect(names == ["circle"])
    }

    @Test("a new file does not take the place of one that came in the meantime")
    func placing() throws {
        let target = "\(folder)/a"
        let part = try PartFile(at: ["\(target).part"])
        try Array("new".utf8).write(to: part.descriptor)
        try replace("a", "old")
        #expect(throws: SystemError(code: EEXIST)) { try part.place(at: target, replacing: false) }
        #expect(try text("a") == "old")
        part.removeName()
        #expect(names == ["a"])
        #expect(throws: SystemError(code: EEXIST)) { _ = try PartFile(at: [target]) }
    }
}
