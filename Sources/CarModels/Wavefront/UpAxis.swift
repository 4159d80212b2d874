/// Which axis of a file points up. Elsewhere y does, and the front is toward +z; where z points up, the front is toward -y.
package enum UpAxis: String, CaseIterable, Sendable {
    case y
    case z

    /// A point or direction of the file with y up.
    func turned(_ vector: SIMD3<Double>) -> SIMD3<Double> {
        switch self {
        case .y: vector
        case .z: SIMD3(vector.x, vector.z, -vector.y)
        }
    }

    /// The same.
    func turned(_ vector: Vector) -> Vector {
        switch self {
        case .y: vector
        case .z: Vector(vector.x, vector.z, -vector.y)
        }
    }
}
