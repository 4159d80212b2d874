import Foundation
import Support
import Testing

@Suite("Small files are read whole, and nothing keeps the reader waiting")
final class FileContentsTests {
    private let folder = NSTemporaryDirectory() + "npi-test-" + UUID().uuidString

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func error(_ path: String, _ kind: FileContents.Kind, limit: Int = 100) -> FileReadingError? {
        do {
            _ = try FileContents.read(path, limit: limit, kind)
            return nil
        } catch {
            return error
        }
    }

    @Test("files up to the limit")
    func files() throws {
        let path = "\(folder)/file"
        let data = Data((0..<700_000).map { UInt8(truncatingIfNeeded: $0) })
        try data.write(to: URL(fileURLWithPath: path))
        #expect(try FileContents.read(path, limit: data.count) == data)
        #expect(error(path, .file, limit: data.count - 1) == .tooLarge(data.count - 1))
        #expect(error("/dev/zero", .device) == .tooLarge(100))
        #expect(try FileContents.read("/dev/null", limit: 0, .device).isEmpty)
    }

    @Test("a pipe that nobody writes to, a folder, a device and nothing are told apart")
    func others() {
        mkfifo("\(folder)/pipe", 0o600)
        for kind in [FileContents.Kind.file, .device] { #expect(error("\(folder)/pipe", kind) == .notRegular) }
        #expect(error("/dev/null", .file) == .notRegular)
        for kind in [FileContents.Kind.file, .device, .stream] {
            #expect(error(folder, kind) == .folder)
            #expect(error("\(folder)/none", kind) == .system(SystemError(code: ENOENT)))
        }
    }

    @Test("a file that is being written is not seen, and its place is taken at once or not at all")
    func parts() throws {
        func names() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }
        let target = "\(folder)/target"
        let part = try PartFile(hiddenBeside: target)
        try Array("new".utf8).write(to: part.descriptor)
        #expect(names().isEmpty || part.path != nil)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: target))
        #expect(throws: SystemError(code: EEXIST)) { try part.place(at: target, replacing: false) }
        part.removeName()
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "mine")
        let other = try PartFile(hiddenBeside: target)
        try Array("new".utf8).write(to: other.descriptor)
        try other.place(at: target, replacing: true)
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "new")
        #expect(names() == ["target"])
    }
}
