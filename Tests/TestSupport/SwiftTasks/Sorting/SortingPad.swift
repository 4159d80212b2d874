/// The scratchpad of sorting: an array of single digits with three pointers.
///
/// Reed & de Freitas 2016, section 4.2. Pointers 1 and 2 stand on values and **clamp** at both ends; they start at the
/// first value. Pointer 3 counts the passes over the array, from 0 to as many as there are values, and clamps there: it
/// is at its end exactly when bubble sort is done.
package struct SortingPad: Hashable, Sendable {
    /// The values from the left, 0...9 each.
    package private(set) var values: [UInt8]

    private var first = 0
    private var second = 0
    private var sweeps = 0

    /// Lays out `values`, at least one, each 0...9.
    package init(_ values: some Collection<UInt8>) {
        precondition(!values.isEmpty, "an array has at least one value")
        precondition(values.allSatisfy { $0 < 10 }, "values are 0...9")
        self.values = Array(values)
    }

    /// Where `pointer` stands: an index of ``values``, or the number of passes.
    package func position(_ pointer: SortingPointer) -> Int {
        switch pointer {
        case .first: first
        case .second: second
        case .sweeps: sweeps
        }
    }

    /// The last position of `pointer`: the last value's, or as many passes as there are values.
    package func lastPosition(_ pointer: SortingPointer) -> Int {
        pointer == .sweeps ? values.count : values.count - 1
    }

    /// Whether `pointer` can go no further left.
    package func isAtStart(_ pointer: SortingPointer) -> Bool {
        position(pointer) == 0
    }

    /// Whether `pointer` can go no further right.
    package func isAtEnd(_ pointer: SortingPointer) -> Bool {
        position(pointer) == lastPosition(pointer)
    }

    /// The value at pointer 1.
    package var firstValue: Int { Int(values[first]) }

    /// The value at pointer 2.
    package var secondValue: Int { Int(values[second]) }

    /// How many values at the right end the passes so far have settled: each pass one, as long as they really stand where
    /// they belong. Takes time in proportion to the array.
    package var settledCount: Int {
        var largestBefore: [UInt8] = []
        for value in values {
            largestBefore.append(max(value, largestBefore.last ?? 0))
        }
        // A value is in its place if none before it is larger, and all after it are in theirs.
        let inPlace = zip(values, largestBefore).reversed().prefix { $0 == $1 }.count
        return min(sweeps, inPlace)
    }
}

extension SortingPad {
    mutating func setPosition(_ pointer: SortingPointer, to position: Int) {
        switch pointer {
        case .first: first = position
        case .second: second = position
        case .sweeps: sweeps = position
        }
    }

    mutating func setValue(_ index: Int, to value: UInt8) {
        values[index] = value
    }

    mutating func swapPointed() {
        values.swapAt(first, second)
    }
}
