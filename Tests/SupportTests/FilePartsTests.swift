import Foundation
import Support
import Testing

@Suite("Reading parts of a file")
final class FilePartsTests {
    private let folder = NSTemporaryDirectory() + "npi-test-" + UUID().uuidString

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func file(_ bytes: [UInt8]) throws -> String {
        let path = folder + "/parts"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func read(_ file: FileParts, _ place: Int, _ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return bytes.withUnsafeMutableBytes { file.read(place, into: $0) } ? bytes : nil
    }

    @Test("a part is what stands there, and behind the end there is nothing")
    func parts() throws {
        let file = try FileParts(try file(Array(0..<200)))
        #expect(file.size == 200)
        #expect(read(file, 0, 3) == [0, 1, 2])
        #expect(read(file, 150, 50) == Array(150..<200))
        #expect(read(file, 70, 0) == [])
        #expect(read(file, 199, 2) == nil)
        #expect(read(file, 500, 1) == nil)
    }

    @Test("a file that is replaced meanwhile is still the one that was opened; one that is cut short has no more bytes")
    func changes() throws {
        let path = try file([1, 2, 3])
        let opened = try FileParts(path)
        try Data([9, 9, 9]).write(to: URL(fileURLWithPath: path), options: .atomic)
        #expect(read(opened, 0, 3) == [1, 2, 3])
        let cut = try FileParts(path)
        truncate(path, 1)
        #expect(read(cut, 0, 3) == nil)
        #expect(read(cut, 0, 1) == [9])
    }

    @Test("what is no regular file is refused, and so is what is not there")
    func refused() throws {
        #expect(throws: FileReadingError.notRegular) { try FileParts("/dev/zero") }
        #expect(throws: FileReadingError.notRegular) { try FileParts(folder) }
        #expect(throws: FileReadingError.self) { try FileParts(folder + "/missing") }
    }
}
