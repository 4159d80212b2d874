extension CarModel {
    /// The car with left and right exchanged, under the same name.
    package var mirrored: CarModel { CarModel(normalized: mesh.mirrored, name: name, remark: remark) }
}
