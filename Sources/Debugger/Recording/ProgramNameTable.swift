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
        var hash = Self.emptyHash
        for index in range { hash = Self.mix(hash, scanner[index]) }
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            if scanner.isName(names[slots[slot]], at: range) { return slots[slot] }
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
        var slot = Int(names[row].reduce(Self.emptyHash, Self.mix)) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = row
    }

    // FNV-1a.
    private static let emptyHash: UInt32 = 2_166_136_261

    private static func mix(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        (hash ^ UInt32(byte)) &* 16_777_619
    }
}
