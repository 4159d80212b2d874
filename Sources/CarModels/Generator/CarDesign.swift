import Support

/// A built-in car: its kind and its number determine everything. Its name is made of both, such as "saloon-1".
package struct CarDesign: Hashable, Sendable {
    /// The kind.
    package var kind: CarKind
    /// The number, 1...``largestNumber``: the seed.
    package var number: Int

    /// The largest number.
    package static let largestNumber = 9_999
    /// Cars up to this number have all their windows and lamps; later ones may lack some, as real meshes do.
    static let lastWhole = 4
    /// Cars of these numbers are odd: far from what their kind looks like, most with wheels that stand out of the body.
    static let odd = 301...399

    /// Makes a design.
    package init(_ kind: CarKind, _ number: Int) {
        precondition((1...Self.largestNumber).contains(number), "a car's number is 1...9,999")
        self.kind = kind
        self.number = number
    }

    /// The design called `name`, or nil if no car is called so.
    package init?(name: String) {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = CarKind(rawValue: String(parts[0])), let number = Int(parts[1]),
            (1...Self.largestNumber).contains(number), String(number) == parts[1]
        else { return nil }
        self.init(kind, number)
    }

    /// The name.
    package var name: String { "\(kind.rawValue)-\(number)" }

    /// The mesh in metres, standing on y = 0.
    package func makeMesh() -> Mesh {
        let kindSeed = kind.rawValue.utf8.reduce(UInt64(0)) { $0 &* 31 &+ UInt64($1) }
        var generator = SeededGenerator(seed: UInt64(number) &* 1_000_003 &+ kindSeed)
        var shape = CarShape(kind)
        let isOdd = Self.odd.contains(number)
        shape.vary(by: isOdd ? 2.5 : 1, using: &generator)
        if isOdd {
            shape.wheelRadius *= 0.85 + 0.75 * generator.unit()
            shape.wheelsOut = max(0.4 * generator.unit() - 0.1, 0) * shape.width / 1.8
        }
        let finish = CarFinish(isWhole: number % 100 <= Self.lastWhole, using: &generator)
        let body = CarBody(kind, shape, finish)
        return body.builder.mesh(finish.colors, creaseDegrees: finish.isSmooth ? 40 : nil)
    }

    /// The car as a Wavefront OBJ file, in metres.
    package var objText: String {
        OBJWriter.text(makeMesh(), comment: "\(name), drawn by npi", library: "\(name).mtl")
    }

    /// The colours of the OBJ file's materials.
    package var mtlText: String { OBJWriter.materialText(makeMesh()) }

    /// The car.
    package func makeModel() -> CarModel {
        do {
            return try CarModel(makeMesh(), name: name)
        } catch {
            preconditionFailure("a drawn car has extent: \(error)")
        }
    }
}
