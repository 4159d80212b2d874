extension ImageEncoder {
    /// The passes of the encoder called `name`, where they stand in an arena of `layout`.
    init(_ shape: ObservationSpec.Image, encoder name: String, in layout: ParameterLayout) {
        var passes = ImageEncoder(shape).passes
        for index in passes.indices {
            let prefix = ParameterLayout.Names.image(name, pass: index)
            passes[index].weight = layout["\(prefix).weight"].offset
            passes[index].bias = layout["\(prefix).bias"].offset
        }
        self.passes = passes
    }
}
