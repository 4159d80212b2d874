/// A random number generator whose whole state is four words, so that a checkpoint can keep it.
///
/// xoshiro256** (Blackman & Vigna 2018, public domain), seeded through splitmix64.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
    /// The state; never all zero.
    public private(set) var state: [UInt64]

    /// A generator whose numbers follow from `seed` alone.
    public init(seed: UInt64) {
        var x = seed
        state = (0..<4).map { _ in
            x &+= 0x9E37_79B9_7F4A_7C15
            var z = x
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// A generator that goes on from a state kept earlier, or nil if it is no state.
    public init?(state: [UInt64]) {
        guard state.count == 4, state.contains(where: { $0 != 0 }) else { return nil }
        self.state = state
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        let result = Self.rotate(state[1] &* 5, 7) &* 9
        let t = state[1] << 17
        state[2] ^= state[0]
        state[3] ^= state[1]
        state[1] ^= state[2]
        state[0] ^= state[3]
        state[2] ^= t
        state[3] = Self.rotate(state[3], 45)
        return result
    }

    /// A number of 0..<1, of 24 random bits.
    public mutating func unit() -> Float {
        Float(next() >> 40) * (1 / 16_777_216)
    }

    private static func rotate(_ x: UInt64, _ k: UInt64) -> UInt64 {
        (x << k) | (x >> (64 - k))
    }
}
