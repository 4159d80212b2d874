extension Network {
    /// The convolutions of the encoder called `name` over images of `shape`, where they stand among the parameters.
    func imageEncoder(_ shape: ObservationSpec.Image, named name: String) -> ImageEncoder {
        let encoder = configuration.imageEncoder(shape)
        return ImageEncoder(
            encoder,
            places: encoder.passes.indices.map { index in
                let prefix = ParameterLayout.Names.image(name, pass: index)
                return (layout["\(prefix).weight"].offset, layout["\(prefix).bias"].offset)
            })
    }
}
