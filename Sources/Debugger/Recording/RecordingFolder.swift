import Glibc
import Support

/// A recording that lies in a folder, as far as its first and its last line tell.
package struct RecordingListing: Hashable, Sendable {
    /// The file's name.
    package var name: String
    /// What was recorded; nil if the first line cannot be read.
    package var header: RecordingHeader?
    /// What came of the run; nil if the last line does not say.
    package var end: RecordingEnd?
    /// When the file was last written, in seconds since 1970.
    package var time: Int

    /// Describes a file.
    package init(name: String, header: RecordingHeader?, end: RecordingEnd? = nil, time: Int = 0) {
        self.name = name
        self.header = header
        self.end = end
        self.time = time
    }

    /// Whether a file of this name may be a recording: `.npitrace`, or what a crash left of one.
    static func isRecordingName(_ name: String) -> Bool {
        name.hasSuffix(".npitrace") || name.contains(".npitrace.part")
    }

    /// The recordings in `folder`, the latest first, at most `limit` of them; none if it cannot be read.
    package static func all(in folder: String, limit: Int = 500) -> [RecordingListing] {
        var found: [(name: String, time: Int)] = []
        for name in (try? FileSystem.names(in: folder)) ?? [] where isRecordingName(name) {
            // A pipe of that name would keep its reader waiting.
            guard let status = try? FileSystem.status(of: "\(folder)/\(name)"), status.st_mode & S_IFMT == S_IFREG
            else { continue }
            found.append((name, status.st_mtim.tv_sec))
        }
        return found.sorted { ($1.time, $0.name) < ($0.time, $1.name) }.prefix(limit).map {
            let path = "\(folder)/\($0.name)"
            return RecordingListing(
                name: $0.name, header: RecordingHeader(ofFile: path), end: RecordingEnd(ofFile: path), time: $0.time)
        }
    }
}

extension RecordingHeader {
    /// The first line of the file at `path`, or nil if that is no header, or one longer than four megabytes.
    init?(ofFile path: String) {
        guard let file = try? FileSystem.open(path, O_RDONLY | O_NONBLOCK) else { return nil }
        defer { close(file) }
        var line: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while line.count < 4 << 20 {
            let count = block.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            let end = block[..<count].firstIndex(of: UInt8(ascii: "\n"))
            line += block[..<(end ?? count)]
            guard end == nil else { break }
        }
        let header = line.withUnsafeBufferPointer { bytes -> RecordingHeader? in
            var scanner = JSONScanner(bytes)
            return try? RecordingHeader(&scanner)
        }
        guard let header else { return nil }
        self = header
    }
}

extension RecordingEnd {
    /// The last line of the file at `path`, or nil if that is no end line, or one longer than 64 kilobytes.
    init?(ofFile path: String) {
        guard let file = try? FileSystem.open(path, O_RDONLY | O_NONBLOCK) else { return nil }
        defer { close(file) }
        let size = Int(lseek(file, 0, SEEK_END))
        let start = max(size - 1 << 16, 0)
        var block = [UInt8](repeating: 0, count: max(size - start, 0))
        let count = block.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, off_t(start)) }
        guard count > 0, count == block.count else { return nil }
        let lines = block.split(separator: UInt8(ascii: "\n"))
        // A line that begins before the block is not whole.
        guard let line = lines.last, lines.count > 1 || start == 0 else { return nil }
        let end = Array(line).withUnsafeBufferPointer { bytes -> RecordingEnd? in
            var scanner = JSONScanner(bytes)
            var reader = RecordingLineReader()
            guard case .end(let end)? = try? reader.read(&scanner, row: { _, _ in 0 }) else { return nil }
            return end
        }
        guard let end else { return nil }
        self = end
    }
}
