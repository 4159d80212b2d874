/// What the faces of an OBJ file are made of: the colours of their materials, or else those of their points.
struct FaceMaterials {
    /// The materials in use, in the order of their use.
    private(set) var all: [Material] = []
    /// Those whose colour was not found.
    private(set) var missing: [String] = []

    private let named: [(name: String, color: Tint?)]
    private let pointColors: [Vector]
    /// What 1 is in the points' colours, of which some files have 0...255.
    private let unit: Float
    /// How many steps a share of a colour has, so that there are not too many.
    private let steps: Float
    /// The places of the named ones, as far as they are in use.
    private var namedPlaces: [Int32: Int32] = [:]
    private var missingPlaces: Set<Int32> = []
    private var places: [Material: Int32] = [:]

    init(_ contents: OBJContents, _ colors: MaterialColors) {
        named = contents.materials.map { (WrittenName.shown($0), colors[$0]) }
        let none = contents.points.count - contents.pointColors.count
        pointColors =
            contents.pointColors.isEmpty
            ? [] : contents.pointColors + repeatElement(Vector(repeating: .nan), count: none)
        unit = pointColors.contains { $0.max() > 1 } ? 255 : 1
        // A face of three colours is a mixture of them: few files have few.
        steps = contents.faces.count + contents.materials.count < Mesh.materialLimit / 2 ? 255 : 15
    }

    /// The place among ``all`` of what a triangle with the corners `points` in a face of the material `index` is made of.
    mutating func place(of index: Int32, points: [Int32]) -> Int32 {
        if let place = namedPlaces[index] { return place }
        let material: (name: String, color: Tint?) = index >= 0 ? named[Int(index)] : ("", nil)
        if material.color == nil, let color = color(of: points) { return place(Material("", color)) }
        if index >= 0, material.color == nil, missingPlaces.insert(index).inserted { missing.append(material.name) }
        // A material without a colour may still have triangles whose points have colours.
        let place = place(Material(material.name, material.color ?? Material.unknown.color))
        if material.color != nil || pointColors.isEmpty { namedPlaces[index] = place }
        return place
    }

    private mutating func place(_ material: Material) -> Int32 {
        if let place = places[material] { return place }
        let place = Int32(all.count)
        all.append(material)
        places[material] = place
        return place
    }

    /// The mean colour of points that all have one.
    private func color(of points: [Int32]) -> Tint? {
        guard !pointColors.isEmpty else { return nil }
        let sum = points.reduce(Vector.zero) { $0 + pointColors[Int($1)] }
        guard !sum.x.isNaN else { return nil }
        let shares = sum / (unit * Float(points.count))
        return Tint(shares: (shares * steps).rounded(.toNearestOrEven) / steps)
    }
}
