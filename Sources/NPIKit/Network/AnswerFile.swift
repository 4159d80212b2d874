import Foundation

/// What a table holds, as a file from one run of the program to the next.
///
/// A line that says what it is, a line that says of what, four counts, the slots and the records of all nodes but the root
/// (in the machine's byte order). A run reads the slots at once, and a record when a frame comes to its node: of a hundred thousand most runs
/// need a few thousand. Each record has a checksum. What is damaged, or of something else, is not there: the network is asked.
struct AnswerFile: Sendable {
    /// How many nodes there are, the root among them.
    let count: Int

    private let layout: AnswerRecord.Layout
    /// Nodes by the hash of their key, in open addressing: see ``slot(of:_:)``; 0 for none.
    private let slots: [UInt32]
    /// The record that was read last.
    private var record: [UInt8]
    private let start: Int
    private let kept: KeptAnswers

    private static let format = "npi-answers 3\n"
    private static let headCount = 4
    /// Nodes from here on have no room in a slot.
    private static let nodeLimit = 1 << 24

    /// What was found of a key.
    enum Finding {
        case record(AnswerRecord.Written, node: UInt32)
        case absent
        case damaged
    }

    /// Opens `kept`; nil where it is no such file, or of another identity or shape.
    init?(_ kept: KeptAnswers, _ layout: AnswerRecord.Layout) {
        let head = Array((Self.format + kept.identity + "\n").utf8)
        guard kept.values(head.count, at: 0) == head,
            let counts = kept.values(Self.headCount, at: head.count, as: UInt64.self)
        else { return nil }
        // Each slot and each record takes at least a byte, which keeps the products below from overflowing.
        guard counts.allSatisfy({ $0 <= UInt64(kept.size) }), counts[0] >= 1, counts[0] < Self.nodeLimit,
            counts[1] == UInt64(layout.keySize), counts[2] == UInt64(layout.programCount), counts[3] > counts[0],
            counts[3].nonzeroBitCount == 1
        else { return nil }
        let (count, slotCount) = (Int(counts[0]), Int(counts[3]))
        let slotStart = head.count + Self.headCount * 8
        start = slotStart + 4 * slotCount
        guard kept.size == start + (count - 1) * layout.size,
            let slots = kept.values(slotCount, at: slotStart, as: UInt32.self)
        else { return nil }
        record = Array(repeating: 0, count: layout.size)
        (self.count, self.layout, self.kept, self.slots) = (count, layout, kept, slots)
    }

    /// Looks for what was said to a frame at `parent` that saw `key`.
    mutating func find(_ key: [UInt8], below parent: UInt32) -> Finding {
        let hash = AnswerRecord.hash(key[...], below: parent)
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        // In a damaged table no slot may be free.
        for _ in slots.indices {
            let slot = slots[place]
            guard slot != 0 else { return .absent }
            let node = slot & UInt32(Self.nodeLimit - 1)
            if slot == Self.slot(of: node, hash) {
                guard let record = bytes(of: node).flatMap({ AnswerRecord.Written($0, of: node, layout) }) else {
                    return .damaged
                }
                if record.parent == parent, record.key.elementsEqual(key) { return .record(record, node: node) }
            }
            place = (place + 1) & (slots.count - 1)
        }
        return .absent
    }

    /// A node and eight bits of the hash of its key, which tell most others apart.
    private static func slot(of node: UInt32, _ hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: hash >> 56) << 24 | node
    }

    private mutating func bytes(of node: UInt32) -> ArraySlice<UInt8>? {
        guard node > 0, node < count, kept.read(start + Int(node - 1) * layout.size, into: &record) else { return nil }
        return record[...]
    }

    /// All records, from node 1 on; nil where one is damaged.
    private var records: [AnswerRecord]? {
        guard let bytes = kept.values(kept.size - start, at: start, as: UInt8.self) else { return nil }
        var records: [AnswerRecord] = []
        records.reserveCapacity(count)
        for node in 1..<UInt32(count) {
            let first = Int(node - 1) * layout.size
            let written = AnswerRecord.Written(bytes[first..<first + layout.size], of: node, layout)
            guard let written, written.parent < node else { return nil }
            records.append(AnswerRecord(written))
        }
        return records
    }

    /// A file of what `old` holds, as far as it is whole, and of the records behind `entries` that are not from there.
    ///
    /// - Parameters:
    ///   - entries: What the table has come to.
    ///   - old: The file that some of them are from.
    ///   - identity: What the answers depend on.
    static func data(
        of entries: AnswerEntries, beside old: AnswerFile?, identity: String
    ) -> Data {
        let layout = entries.layout
        let base = old?.records
        var records = base ?? []
        var nodes = [AnswerTable.root]
        for entry in entries.nodes {
            let origin = entries[entry].origin
            if base != nil, origin != AnswerTable.root {
                nodes.append(origin)
                continue
            }
            var record = entries.record(of: entry)
            record.parent = nodes[Int(record.parent)]
            records.append(record)
            nodes.append(UInt32(records.count))
        }
        records.removeLast(max(records.count + 1 - nodeLimit, 0))
        var slotCount = 64
        // A fifth is free at least, so that a search soon ends.
        while slotCount * 4 < 5 * (records.count + 1) { slotCount *= 2 }
        var slots = [UInt32](repeating: 0, count: slotCount)
        for (index, record) in records.enumerated() {
            let hash = AnswerRecord.hash(record.key[...], below: record.parent)
            var place = Int(truncatingIfNeeded: hash) & (slotCount - 1)
            while slots[place] != 0 { place = (place + 1) & (slotCount - 1) }
            slots[place] = slot(of: UInt32(index + 1), hash)
        }
        var data = Data((format + identity + "\n").utf8)
        let counts = [records.count + 1, layout.keySize, layout.programCount, slotCount]
        for number in counts { withUnsafeBytes(of: UInt64(number)) { data.append(contentsOf: $0) } }
        slots.withUnsafeBytes { data.append(contentsOf: $0) }
        for (index, record) in records.enumerated() { data.append(contentsOf: record.bytes(of: UInt32(index + 1))) }
        return data
    }
}
