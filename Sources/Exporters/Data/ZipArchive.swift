import Support

/// A ZIP archive whose members are stored as they are (PKWARE's APPNOTE, sections 4.3 and 4.4), written from the first byte
/// to the last.
///
/// For less than 4 GB. The members have no date, so that the same contents give the same file.
struct ZipArchive<Output: ExportOutput> {
    private var directory: [UInt8] = []
    private var count: UInt16 = 0
    private var offset: UInt32 = 0

    /// 1980-01-01, the first day that there is.
    private static var date: UInt16 { 1 << 5 | 1 }
    /// Version 2.0 of the format.
    private static var version: UInt16 { 20 }

    /// Writes the member `name`.
    mutating func add(_ name: String, _ bytes: [UInt8], to output: inout Output) {
        var checksum = CRC32()
        checksum.update(bytes)
        // What the header of the member and its entry in the directory share.
        var facts: [UInt8] = []
        facts.append(littleEndian: Self.version)
        // Names are UTF-8.
        facts.append(littleEndian: 1 << 11 as UInt16)
        // Stored; no time of day.
        facts.append(littleEndian: 0 as UInt32)
        facts.append(littleEndian: Self.date)
        facts.append(littleEndian: checksum.value)
        facts.append(littleEndian: UInt32(bytes.count))
        facts.append(littleEndian: UInt32(bytes.count))
        facts.append(littleEndian: UInt16(name.utf8.count))
        facts.append(littleEndian: 0 as UInt16)

        let header = "PK\u{3}\u{4}".utf8 + facts + name.utf8
        directory += "PK\u{1}\u{2}".utf8
        directory.append(littleEndian: Self.version)
        directory += facts
        // No comment, the first disk, no attributes.
        directory += [UInt8](repeating: 0, count: 10)
        directory.append(littleEndian: offset)
        directory += name.utf8
        count += 1
        offset += UInt32(header.count + bytes.count)
        output.write(bytes: Array(header))
        output.write(bytes: bytes)
    }

    /// Writes the directory, which ends the archive.
    func finish(to output: inout Output) {
        var end: [UInt8] = Array("PK\u{5}\u{6}".utf8)
        end.append(littleEndian: 0 as UInt32)
        end.append(littleEndian: count)
        end.append(littleEndian: count)
        end.append(littleEndian: UInt32(directory.count))
        end.append(littleEndian: offset)
        end.append(littleEndian: 0 as UInt16)
        output.write(bytes: directory + end)
    }
}
