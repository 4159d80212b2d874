/// A flat run of floats, aligned to cache lines: parameters, gradients and both of Adam's moments are one each, so that
/// the optimizer is one loop.
///
/// A value: copies share storage until one is written.
package struct FloatArena: @unchecked Sendable {
    private final class Storage {
        static let alignment = 64
        let base: UnsafeMutablePointer<Float>
        let count: Int

        init(count: Int) {
            self.count = count
            let bytes = max(count, 1) * MemoryLayout<Float>.stride
            let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: Self.alignment)
            base = raw.bindMemory(to: Float.self, capacity: max(count, 1))
            base.initialize(repeating: 0, count: max(count, 1))
        }

        deinit {
            base.deallocate()
        }
    }

    private var storage: Storage

    /// `count` zeros.
    package init(count: Int) {
        storage = Storage(count: count)
    }

    /// A copy of `values`.
    package init(_ values: [Float]) {
        storage = Storage(count: values.count)
        for index in values.indices { storage.base[index] = values[index] }
    }

    /// How many floats there are.
    package var count: Int { storage.count }

    /// The floats, to be read while the arena lives.
    package var pointer: UnsafePointer<Float> { UnsafePointer(storage.base) }

    /// The floats, to be written while the arena lives and is not copied.
    package var mutablePointer: UnsafeMutablePointer<Float> {
        mutating get {
            if !isKnownUniquelyReferenced(&storage) {
                let copy = Storage(count: storage.count)
                copy.base.update(from: storage.base, count: storage.count)
                storage = copy
            }
            return storage.base
        }
    }

    /// The floats as an array.
    package var values: [Float] {
        Array(UnsafeBufferPointer(start: storage.base, count: count))
    }
}
