import NPIKit
import Testing

@Suite("Arenas of floats are values")
struct FloatArenaTests {
    @Test("a copy keeps its floats when the original is written, and the other way round")
    func copies() {
        var original = FloatArena([1, 2, 3])
        var copy = original
        original.mutablePointer[0] = 10
        #expect(copy.values == [1, 2, 3])
        copy.mutablePointer[1] = 20
        #expect(original.values == [10, 2, 3])
        #expect(copy.values == [1, 20, 3])
    }

    @Test("they start as zeros, on a cache line, and may be empty", arguments: [0, 1, 15, 16, 17, 1_000])
    func alignment(count: Int) {
        let arena = FloatArena(count: count)
        #expect(arena.values == Array(repeating: 0, count: count))
        #expect(UInt(bitPattern: arena.pointer) % 64 == 0)
    }
}
