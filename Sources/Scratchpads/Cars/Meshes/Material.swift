/// What a face is made of: a name, as in an OBJ file's `usemtl`, and a colour.
public struct Material: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The colour.
    public var color: Tint

    /// Makes a material.
    public init(_ name: String, _ color: Tint) {
        self.name = name
        self.color = color
    }

    /// The grey-blue of faces whose colour is not told.
    static let unknown = Material("", Tint(150, 160, 175))
}
