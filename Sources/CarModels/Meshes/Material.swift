/// What a face is made of: a name, as in an OBJ file's `usemtl`, and a colour.
package struct Material: Hashable, Sendable {
    /// The name.
    package var name: String
    /// The colour.
    package var color: Tint

    /// Makes a material.
    package init(_ name: String, _ color: Tint) {
        self.name = name
        self.color = color
    }

    /// The grey-blue of faces whose colour is not told.
    package static let unknown = Material("", Tint(150, 160, 175))
}
