/// How a file's coordinates become numbers of 32 bits.
///
/// As they are, where that loses nothing that can be seen; moved to the origin first where they lie far from it, as those of a
/// map do, and brought to a usual size where they are too small or too large for products of them.
struct CoordinateFrame {
    private var centre = SIMD3<Double>.zero
    private var scale = 1.0

    /// At this many times the half of the largest extent, four of 24 bits are lost.
    private static let farthest = 16.0
    private static let usualHalves = 1e-3...1e6

    /// The frame of a mesh that uses `points`.
    init(around points: some Sequence<SIMD3<Double>>) {
        var low = SIMD3(repeating: Double.infinity)
        var high = -low
        for point in points {
            low = pointwiseMin(low, point)
            high = pointwiseMax(high, point)
        }
        let half = ((high - low) / 2).max()
        guard half > 0, half.isFinite else { return }
        let middle = (low + high) / 2
        let isFar = max(middle.max(), -middle.min()) > Self.farthest * half
        guard isFar || !Self.usualHalves.contains(half) else { return }
        centre = middle
        // A power of two loses nothing.
        if !Self.usualHalves.contains(half) { scale = Double(sign: .plus, exponent: -half.exponent, significand: 1) }
    }

    /// The point in the frame.
    func point(_ point: SIMD3<Double>) -> Vector { Vector((point - centre) * scale) }
}
