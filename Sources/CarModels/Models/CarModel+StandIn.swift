extension CarModel {
    /// A plain box of a car's size, for a recorded run whose car is gone: what it did can still be looked at.
    package static func standIn(name: String, remark: String) -> CarModel {
        var builder = MeshBuilder()
        builder.box(MeshBuilder.Box(low: Vector(-0.9, 0, -2.2), high: Vector(0.9, 1.4, 2.2)), .paint)
        do {
            let mesh = builder.mesh([.paint: Material.unknown.color], creaseDegrees: nil)
            return try CarModel(mesh, name: name, remark: remark)
        } catch {
            preconditionFailure("a box has extent: \(error)")
        }
    }
}
