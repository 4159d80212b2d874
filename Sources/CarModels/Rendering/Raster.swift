/// What a camera sees of a mesh at each pixel, before any colour: how near, what material and how bright.
///
/// Row by row from the top left. Memory that is used again from picture to picture.
package struct Raster: Sendable {
    /// How many pixels a row has.
    package private(set) var width = 0
    /// How many rows there are.
    package private(set) var height = 0
    /// 1 / distance from the camera; 0 where there is nothing.
    package internal(set) var nearness: [Float] = []
    /// The material's index plus 1; 0 where there is nothing.
    package internal(set) var materials: [UInt16] = []
    /// How bright, in ``brightnessUnit``s.
    package internal(set) var brightness: [UInt8] = []

    /// How many units of ``brightness`` are the material's own colour.
    package static let brightnessUnit: Float = 170

    var screen: [SIMD2<Int32>] = []
    var vertexNearness: [Float] = []
    var normalBrightness: [Float] = []

    /// A picture without pixels.
    package init() {}

    /// Makes the picture `width` x `height` and empty.
    mutating func clear(width: Int, height: Int) {
        let count = width * height
        if self.width * self.height == count, nearness.count == count {
            nearness.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
            materials.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        } else {
            nearness = Array(repeating: 0, count: count)
            materials = Array(repeating: 0, count: count)
            brightness = Array(repeating: 0, count: count)
        }
        self.width = width
        self.height = height
    }
}
