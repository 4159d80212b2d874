package import CarModels
import NPIKit
import Scratchpads
package import Support

/// A sheet of pictures of cars as training draws them, in their variations of shape, paint, light and place.
package struct TrainingSheet: Sendable {
    /// How many pictures are side by side, and how many rows there are.
    package static let (columnCount, rowCount) = (8, 5)
    /// Pixels between two pictures.
    private static let gap = 2

    private let dataSet: CarDataSet

    /// A sheet of the cars that `recipe` trains on.
    ///
    /// - Throws: ``OBJError`` if a real car cannot be read.
    package init(_ recipe: CarRecipe) throws(OBJError) {
        dataSet = try CarDataSet(recipe)
    }

    /// The sheet of `seed`.
    package func picture(seed: UInt64) -> PNGFile {
        let side = CarScene.imageSide
        let step = side + Self.gap
        let (width, height) = (Self.columnCount * step - Self.gap, Self.rowCount * step - Self.gap)
        var pixels = [UInt8](repeating: 255, count: 3 * width * height)
        var planes = [UInt8](repeating: 0, count: 3 * side * side)
        var generator = SeededGenerator(seed: seed)
        let images = dataSet.images
        for place in 0..<(Self.columnCount * Self.rowCount) {
            let key = dataSet.drawImage(using: &generator)
            planes.withUnsafeMutableBufferPointer { images.write(key, variation: generator.next() | 1, into: $0) }
            let (left, top) = (place % Self.columnCount * step, place / Self.columnCount * step)
            for index in 0..<(side * side) {
                let target = 3 * ((top + index / side) * width + left + index % side)
                for channel in 0..<3 { pixels[target + channel] = planes[channel * side * side + index] }
            }
        }
        return PNGFile(width: width, height: height, pixels: pixels)
    }
}
