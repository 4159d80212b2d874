import NPIKit

/// Finds programs by the bytes of their names, without making strings.
struct ProgramNameTable {
    private(set) var library: ProgramLibrary
    private var names: [[UInt8]] = []
    // Open addressing; -1 is free.
    private var slots: [Int] = Array(repeating: -1, count: 64)

    init(_ library: ProgramLibrary) {
        self.library = library
        for name in library.names { insert(Array(name.utf8)) }
    }

    /// The row of the name in `range` of what `scanner` reads, or nil.
    func row(at range: Range<Int>, of scanner: JSONScanner) -> Int? {
        var slot = Self.hash(range.lazy.map { scanner[$0] }) & (slots.count - 1)
        while slots[slot] >= 0 {
            let name = names[slots[slot]]
            if name.count == range.count, name.indices.allSatisfy({ name[$0] == scanner[range.lowerBound + $0] }) {
                return slots[slot]
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds a program; its name must be new.
    mutating func add(_ name: String) throws(ProgramLibraryError) -> Int {
        let program = try library.append(name)
        insert(Array(name.utf8))
        return program.rawValue
    }

    private mutating func insert(_ name: [UInt8]) {
        names.append(name)
        guard names.count * 2 > slots.count else {
            place(names.count - 1)
            return
        }
        slots = Array(repeating: -1, count: slots.count * 2)
        for row in names.indices { place(row) }
    }

    private mutating func place(_ row: Int) {
        var slot = Self.hash(names[row]) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = row
    }

    /// FNV-1a.
    private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(hash)
    }
}
