extension Mesh {
    /// Gives every triangle normals anew.
    ///
    /// - Parameter creaseDegrees: Where triangles of one material meet at a smaller angle they share a normal, the mean of
    ///   theirs; nil makes every triangle flat.
    mutating func setNormals(creaseDegrees: Float?) {
        let faces = triangles.map { triangle in
            let (a, b, c) = corners(of: triangle)
            return Self.faceNormal(a, b, c)
        }
        normals = faces
        for index in triangles.indices { triangles[index].normals = SIMD3(repeating: Int32(index)) }
        guard let creaseDegrees else { return }
        let limit = sineAndCosine(degrees: creaseDegrees).cosine
        var meeting: [[Int32]] = Array(repeating: [], count: positions.count)
        for (index, triangle) in triangles.enumerated() {
            for corner in 0..<3 { meeting[Int(triangle.corners[corner])].append(Int32(index)) }
        }
        var places: [Vector: Int32] = [:]
        normals = []
        for index in triangles.indices {
            for corner in 0..<3 {
                var sum = Vector.zero
                for other in meeting[Int(triangles[index].corners[corner])] {
                    let normal = faces[Int(other)]
                    guard triangles[Int(other)].material == triangles[index].material,
                        normal.dot(faces[index]) >= limit
                    else { continue }
                    sum += normal
                }
                // To three decimals, as an OBJ file shows them.
                let rounded = (sum.unit * 1_000).rounded(.toNearestOrEven) / 1_000 + Vector.zero
                let place = places[rounded] ?? Int32(normals.count)
                if place == normals.count {
                    places[rounded] = place
                    normals.append(rounded)
                }
                triangles[index].normals[corner] = place
            }
        }
        normals = normals.map(\.unit)
    }
}
