/// Cuts polygons into triangles.
struct PolygonCut {
    /// How many more points may be compared with ears. Beyond it polygons are cut like a fan, so that a file of nothing but
    /// large polygons takes seconds and not hours.
    private var budget = 100_000_000

    /// The triangles of a polygon, as indices of its corners in their order.
    ///
    /// Convex polygons are cut like a fan. Others by cutting off one ear after another (Meisters 1975), seen along the
    /// polygon's mean normal; where there is none to be found, as in one that crosses itself, the rest is a fan again.
    mutating func triangles(of points: [Vector]) -> [SIMD3<Int32>] {
        guard points.count > 3 else { return [SIMD3(0, 1, 2)] }
        let flat = Self.flattened(points)
        let isConvex = flat.indices.allSatisfy { index in
            Self.area(flat[index], flat[(index + 1) % flat.count], flat[(index + 2) % flat.count]) >= 0
        }
        var rest = Array(flat.indices)
        var triangles: [SIMD3<Int32>] = []
        if !isConvex, points.count <= 1_000 {
            while rest.count > 3, budget > 0 {
                let ear = rest.indices.first { Self.isEar($0, of: rest, flat) }
                budget -= (ear.map { $0 + 1 } ?? rest.count) * rest.count
                guard let ear else { break }
                triangles.append(Self.corners(ear, of: rest))
                rest.remove(at: ear)
            }
        }
        for index in 1..<(rest.count - 1) {
            triangles.append(SIMD3(Int32(rest[0]), Int32(rest[index]), Int32(rest[index + 1])))
        }
        return triangles
    }

    /// The corner at `place` between its neighbours.
    private static func corners(_ place: Int, of rest: [Int]) -> SIMD3<Int32> {
        let before = rest[(place + rest.count - 1) % rest.count]
        return SIMD3(Int32(before), Int32(rest[place]), Int32(rest[(place + 1) % rest.count]))
    }

    /// Whether the corner sticks out and no other corner lies in the triangle that it makes with its neighbours.
    private static func isEar(_ place: Int, of rest: [Int], _ flat: [SIMD2<Float>]) -> Bool {
        let ear = corners(place, of: rest)
        let (a, b, c) = (flat[Int(ear.x)], flat[Int(ear.y)], flat[Int(ear.z)])
        guard area(a, b, c) > 0 else { return false }
        return rest.allSatisfy { index in
            let p = flat[index]
            if p == a || p == b || p == c { return true }
            return area(a, b, p) < 0 || area(b, c, p) < 0 || area(c, a, p) < 0
        }
    }

    /// The polygon seen along its mean normal (Newell's), so that it turns counterclockwise.
    private static func flattened(_ points: [Vector]) -> [SIMD2<Float>] {
        var normal = Vector.zero
        for index in points.indices {
            normal += (points[index] - points[0]).cross(points[(index + 1) % points.count] - points[0])
        }
        let size = Vector(abs(normal.x), abs(normal.y), abs(normal.z))
        return points.map { point in
            if size.x >= size.y, size.x >= size.z {
                normal.x >= 0 ? SIMD2(point.y, point.z) : SIMD2(point.z, point.y)
            } else if size.y >= size.z {
                normal.y >= 0 ? SIMD2(point.z, point.x) : SIMD2(point.x, point.z)
            } else {
                normal.z >= 0 ? SIMD2(point.x, point.y) : SIMD2(point.y, point.x)
            }
        }
    }

    /// Twice the signed area of a triangle.
    private static func area(_ a: SIMD2<Float>, _ b: SIMD2<Float>, _ c: SIMD2<Float>) -> Float {
        (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
}
