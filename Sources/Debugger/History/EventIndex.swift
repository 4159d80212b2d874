/// Event numbers in increasing order, found by binary search: where the mistakes are, or the calls of one program.
///
/// Four bytes an entry.
package struct EventIndex: Sendable {
    private var entries = ChunkedArray<UInt32>(shift: 8)

    init() {}

    /// The numbers of `list`, which is sorted.
    init(_ list: [Int]) {
        for number in list { append(number) }
    }

    /// How many there are.
    package var count: Int { entries.count }

    /// The event number at `index` of the list, `0..<count`.
    package subscript(index: Int) -> Int { Int(entries[index]) }

    /// How many are not after event `number`.
    package func count(upTo number: Int) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if Int(entries[middle]) <= number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The first after event `number`, or nil.
    package func next(after number: Int) -> Int? {
        let index = count(upTo: number)
        return index < count ? self[index] : nil
    }

    /// The last before event `number`, or nil.
    package func previous(before number: Int) -> Int? {
        let index = count(upTo: number - 1)
        return index > 0 ? self[index - 1] : nil
    }

    /// Whether any lies in `range`.
    package func intersects(_ range: Range<Int>) -> Bool {
        guard let next = next(after: range.lowerBound - 1) else { return false }
        return next < range.upperBound
    }

    mutating func append(_ number: Int) {
        entries.append(UInt32(number))
    }

    /// Drops what is after event `number`.
    mutating func truncate(after number: Int) {
        entries.truncate(to: count(upTo: number))
    }

    var byteCount: Int { entries.byteCount }
}
