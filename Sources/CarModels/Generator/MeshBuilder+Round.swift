extension MeshBuilder {
    /// The direction `index` of `count` around a wheel's axle: y and z.
    private func spoke(_ index: Int, of count: Int) -> SIMD2<Float> {
        let (sine, cosine) = sineAndCosine(degrees: 360 * Float(index) / Float(count))
        return SIMD2(cosine, sine)
    }

    /// A flat disc across the car, only where it is higher than `above`.
    mutating func disc(_ centre: Vector, radius: Float, sides: Int, above: Float, _ stuff: Stuff) {
        func point(_ index: Int) -> Vector {
            let direction = spoke(index, of: sides) * radius
            return Vector(centre.x, max(centre.y + direction.x, above), centre.z + direction.y)
        }
        for index in 0..<sides { triangle(centre, point(index), point(index + 1), stuff) }
    }

    /// A wheel: a cylinder across the car with a face on its outer side, +1 left or -1 right.
    mutating func cylinder(
        _ centre: Vector, radius: Float, halfWidth: Float, sides: Int, outward: Float, _ stuff: Stuff
    ) {
        let (inner, outer) = (Vector(-outward * halfWidth, 0, 0), Vector(outward * halfWidth, 0, 0))
        for index in 0..<sides {
            let (p, q) = (spoke(index, of: sides) * radius, spoke(index + 1, of: sides) * radius)
            let (a, b) = (centre + Vector(0, p.x, p.y), centre + Vector(0, q.x, q.y))
            panel(a + inner, a + outer, b + outer, b + inner, stuff, divisions: 1)
            triangle(centre + outer, a + outer, b + outer, stuff)
        }
    }

    /// A wheel that hangs at the tail, its face to the rear.
    mutating func spareWheel(_ centre: Vector, radius: Float, depth: Float, _ stuff: Stuff) {
        let sides = 16
        for index in 0..<sides {
            let (p, q) = (spoke(index, of: sides) * radius, spoke(index + 1, of: sides) * radius)
            let (a, b) = (centre + Vector(p.y, p.x, 0), centre + Vector(q.y, q.x, 0))
            let ahead = Vector(0, 0, depth)
            panel(a, a + ahead, b + ahead, b, stuff, divisions: 1)
            triangle(centre, a, b, stuff)
        }
    }
}
