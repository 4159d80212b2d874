package import CarModels
package import NPIKit
import Scratchpads
import Support

/// Which cars a network is trained on, and between which poses.
package struct CarRecipe: Hashable, Sendable, Codable {
    /// How many cars of each kind, of those that ``CarSplit`` trains on; of the odd ones half as many.
    package var carsPerKind = 20
    /// A folder with the real cars that ``CarSplit`` trains on, as OBJ files; nil trains on none.
    package var realFolder: String?
    /// Whether any pose may be start or target, rather than the paper's only.
    package var isWhole = false
    /// The share of the draws that go between any poses, where ``isWhole``, once those between the paper's have been learned; nil
    /// means ``usualWholeShare``. The other draws show a car's front, and mostly from straight ahead: of a car whose ends look
    /// alike a network then says that it sees the front.
    package var wholeShare: Float?
    /// A kind of which many more built-in cars are drawn; nil draws as many of each.
    package var favouredKind: CarKind?

    package static let usualWholeShare: Float = 0.6

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
    /// The share of the draws that see them from everywhere; 0 where none does.
    let wholeShare: Float
    /// Those of ``drawn`` that are drawn more often.
    private let favoured: [CarModel]

    /// The cars of `recipe`.
    ///
    /// - Throws: ``OBJError`` if a real car cannot be read.
    package init(_ recipe: CarRecipe) throws(OBJError) {
        let odd = CarSplit.odd.filter { $0.number - CarSplit.odd[0].number < recipe.carsPerKind / 2 }
        let designs = CarSplit.trained(perKind: recipe.carsPerKind) + odd
        drawn = designs.map { $0.makeModel() }
        favoured = zip(designs, drawn).filter { $0.0.kind == recipe.favouredKind }.map(\.1)
        var real: [CarModel] = []
        if let folder = recipe.realFolder {
            for name in CarSplit.trainedReal { real.append(try CarModel(path: "\(folder)/\(name).obj")) }
        }
        self.real = real
        wholeShare = recipe.isWhole ? recipe.wholeShare ?? CarRecipe.usualWholeShare : 0
    }

    /// Where training gets its images from.
    package var images: any ImageSource { CarImages(drawn + real) }

    /// The share of the built-in cars drawn that are of the favoured kind.
    private static let favouredShare: Float = 0.5

    /// A car: one of the real ones at a share of the draws that their number would not give them.
    func draw(using generator: inout SeededGenerator) -> CarModel {
        let isReal = !real.isEmpty && generator.unit() < 0.35
        let isFavoured = !isReal && !favoured.isEmpty && generator.unit() < Self.favouredShare
        let cars = isReal ? real : isFavoured ? favoured : drawn
        return cars[Int(generator.next() % UInt64(cars.count))]
    }
    /// A car from any pose.
    func drawImage(using generator: inout SeededGenerator) -> ImageKey {
        let car = draw(using: &generator)
        return CarScene(car, from: .random(using: &generator), to: .paperTarget).imageKey
    }
}

extension CarPose {
    /// Any pose.
    static func random(using generator: inout SeededGenerator) -> CarPose {
        all[Int(generator.next() % UInt64(all.count))]
    }
}
