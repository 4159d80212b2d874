/// Floats on cache lines that live as long as the benchmark.
final class FloatBuffer {
    let count: Int
    let pointer: UnsafeMutablePointer<Float>

    init(count: Int) {
        self.count = count
        pointer = UnsafeMutableRawPointer.allocate(byteCount: 4 * count, alignment: 64)
            .bindMemory(to: Float.self, capacity: count)
        for index in 0..<count { pointer[index] = Float(index % 97) * 0.001 }
    }

    deinit {
        pointer.deallocate()
    }
}
