import TerminalKit

/// The ground under a car, a four-sided patch of the picture: it says where the wheels stand.
struct Ground {
    /// One edge: how far a point lies beyond it is its product with the normal, plus the offset.
    private struct Edge {
        var normal: SIMD2<Float>
        var offset: Float
    }

    private let edges: [Edge]

    /// A patch with these corners in pixels, in order around it; none where there is no car.
    init(corners: [SIMD2<Float>]) {
        edges = corners.indices.map { index in
            let (start, end) = (corners[index], corners[(index + 1) % corners.count])
            let way = end - start
            let normal = SIMD2(way.y, -way.x) / max((way * way).sum().squareRoot(), 0.001)
            return Edge(normal: normal, offset: -(normal * start).sum())
        }
    }

    /// How far beyond its edges, in pixels, it is drawn.
    private static let reach: Float = 0.75

    /// A grey that stands out from a dark screen and from a light one.
    static let color = Color(grey: 6)

    /// Whether the pixel's middle lies on it, or nearer than a pixel to it: seen from the side it is a line.
    func contains(_ x: Int, _ y: Int) -> Bool {
        guard !edges.isEmpty else { return false }
        let point = SIMD2(Float(x) + 0.5, Float(y) + 0.5)
        var (least, most) = (Float.infinity, -Float.infinity)
        for edge in edges {
            let distance = (edge.normal * point).sum() + edge.offset
            (least, most) = (min(least, distance), max(most, distance))
        }
        // The edges may go around either way.
        return least > -Self.reach || most < Self.reach
    }
}
