import Synchronization

/// The nodes of an ``AnswerTable`` by the hash of their key, in open addressing.
///
/// One thread at a time adds, and all others look up meanwhile without waiting: a node is told of after all of it has been
/// written. They may not know yet what has just been added.
final class AnswerSlots: @unchecked Sendable {
    /// A node, and above it the upper half of the hash of its key, which tells nearly all others apart; 0 where it is free.
    private typealias Slot = Atomic<UInt64>

    private let entries: AnswerEntries
    /// The slots: first the logarithm of how many there are, then these.
    private let present: Atomic<UnsafeMutableRawPointer>
    /// Those of before, which somebody may still look at.
    private var past: [UnsafeMutableRawPointer] = []

    private static let firstBits = 12

    /// Slots for `entries`, which has the root alone.
    init(_ entries: AnswerEntries) {
        self.entries = entries
        present = Atomic(Self.allocate(bits: Self.firstBits))
    }

    deinit {
        for slots in past + [present.load(ordering: .relaxed)] { slots.deallocate() }
    }

    /// The node of `key` below `node`; nil where there was none.
    func find(_ key: [UInt8], below node: UInt32) -> UInt32? {
        let slots = present.load(ordering: .acquiring)
        let hash = AnswerRecord.hash(key[...], below: node)
        let mask = Self.count(slots) - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = Self.slots(slots)[1 + place].load(ordering: .acquiring)
            guard slot != 0 else { return nil }
            let found = UInt32(truncatingIfNeeded: slot)
            if (slot ^ hash) >> 32 == 0, entries.isNode(found, key, below: node) { return found }
            place = (place + 1) & mask
        }
    }

    /// Makes `child`, which all is written of, the node of its key below `node`, where there was none.
    func add(_ child: UInt32, _ key: [UInt8], below node: UInt32) {
        if Int(child) * 2 > Self.count(present.load(ordering: .relaxed)) { grow() }
        insert(child, key, below: node, in: present.load(ordering: .relaxed))
    }

    private func insert(_ child: UInt32, _ key: [UInt8], below node: UInt32, in slots: UnsafeMutableRawPointer) {
        let hash = AnswerRecord.hash(key[...], below: node)
        let mask = Self.count(slots) - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while Self.slots(slots)[1 + place].load(ordering: .relaxed) != 0 { place = (place + 1) & mask }
        Self.slots(slots)[1 + place].store((hash >> 32) << 32 | UInt64(child), ordering: .releasing)
    }

    /// Twice as many slots.
    private func grow() {
        let old = present.load(ordering: .relaxed)
        let new = Self.allocate(bits: Int(Self.slots(old)[0].load(ordering: .relaxed)) + 1)
        // The last is written, and not yet told of.
        for node in entries.nodes.dropLast() {
            insert(node, entries.key(of: node), below: entries[node].parent, in: new)
        }
        present.store(new, ordering: .releasing)
        past.append(old)
    }

    private static func count(_ slots: UnsafeMutableRawPointer) -> Int {
        1 << Int(self.slots(slots)[0].load(ordering: .relaxed))
    }

    private static func slots(_ memory: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Slot> {
        memory.assumingMemoryBound(to: Slot.self)
    }

    private static func allocate(bits: Int) -> UnsafeMutableRawPointer {
        let count = 1 + 1 << bits
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: count * MemoryLayout<Slot>.stride, alignment: MemoryLayout<Slot>.alignment)
        let slots = memory.bindMemory(to: Slot.self, capacity: count)
        (slots + 0).initialize(to: Slot(UInt64(bits)))
        for place in 1..<count { (slots + place).initialize(to: Slot(0)) }
        return memory
    }
}
