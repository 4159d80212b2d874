/// An array that grows by chunks of a fixed size, so that growing never copies what is there and never holds twice the
/// memory, as doubling would for a moment.
///
/// Copies share their chunks; changing one copy duplicates only the chunks that it touches.
///
/// Invariant: every chunk but the last holds `1 << shift` elements, and the last is not empty.
struct ChunkedArray<Element: Sendable>: Sendable {
    private(set) var count = 0
    private var chunks: [ContiguousArray<Element>] = []
    private let shift: Int

    /// An empty array with chunks of `1 << shift` elements.
    init(shift: Int) {
        self.shift = shift
    }

    private var mask: Int { (1 << shift) - 1 }

    subscript(index: Int) -> Element {
        get { chunks[index >> shift][index & mask] }
        _modify { yield &chunks[index >> shift][index & mask] }
    }

    mutating func append(_ element: Element) {
        if count & mask == 0 {
            var chunk = ContiguousArray<Element>()
            chunk.reserveCapacity(1 << shift)
            chunks.append(chunk)
        }
        chunks[chunks.count - 1].append(element)
        count += 1
    }

    /// Drops what stands at `newCount` and after.
    mutating func truncate(to newCount: Int) {
        guard newCount < count else { return }
        let kept = (newCount + mask) >> shift
        chunks.removeSubrange(kept...)
        count = newCount
        let used = newCount & mask
        if used != 0 {
            // A fresh chunk, because removing from a shared one would leave it without its reserved room.
            var chunk = ContiguousArray<Element>()
            chunk.reserveCapacity(1 << shift)
            chunk += chunks[kept - 1][..<used]
            chunks[kept - 1] = chunk
        }
    }

    /// How many bytes the chunks take, reserved room included.
    var byteCount: Int {
        chunks.count
            * ((1 << shift) * MemoryLayout<Element>.stride + 32 + MemoryLayout<ContiguousArray<Element>>.stride)
    }
}
