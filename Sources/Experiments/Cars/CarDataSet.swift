package import CarModels
package import NPIKit
import Support

/// Which cars a network is trained on, and between which poses.
package struct CarRecipe: Hashable, Sendable, Codable {
    /// How many cars of each kind, of those that ``CarSplit`` trains on; of the odd ones half as many.
    package var carsPerKind = 20
    /// A folder with the real cars that ``CarSplit`` trains on, as OBJ files; nil trains on none.
    package var realFolder: String?
    /// Whether any pose may be start or target, rather than the paper's only.
    package var isWhole = false

    /// The paper's poses, and no real cars.
    package init(carsPerKind: Int = 20) {
        self.carsPerKind = carsPerKind
    }
}

/// The cars that a network is trained on.
package struct CarDataSet: Sendable {
    /// The cars that are drawn here.
    package let drawn: [CarModel]
    /// The real ones.
    package let real: [CarModel]
    /// Whether they are seen from everywhere.
    let isWhole: Bool

    /// The cars of `recipe`.
    ///
    /// - Throws: ``OBJError`` if a real car cannot be read.
    package init(_ recipe: CarRecipe) throws(OBJError) {
        let odd = CarSplit.odd.filter { $0.number - CarSplit.odd[0].number < recipe.carsPerKind / 2 }
        drawn = (CarSplit.trained(perKind: recipe.carsPerKind) + odd).map { $0.makeModel() }
        var real: [CarModel] = []
        if let folder = recipe.realFolder {
            for name in CarSplit.trainedReal { real.append(try CarModel(path: "\(folder)/\(name).obj")) }
        }
        self.real = real
        isWhole = recipe.isWhole
    }

    /// Where training gets its images from.
    package var images: any ImageSource { CarImages(drawn + real) }

    /// A car: one of the real ones at a share of the draws that their number would not give them.
    func draw(using generator: inout SeededGenerator) -> CarModel {
        let isReal = !real.isEmpty && generator.unit() < 0.35
        let cars = isReal ? real : drawn
        return cars[Int(generator.next() % UInt64(cars.count))]
    }
}
