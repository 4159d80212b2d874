import CarModels
import NPIKit
import Scratchpads

/// The image that the network receives, as blocks of pixels.
struct ImageBlocks {
    private let pixels: [UInt8]
    /// The image's sides and channels.
    let shape: ObservationSpec.Image

    /// What `world` shows; nil where it shows no image.
    init?(_ world: some Scratchpad) {
        guard let shape = world.observationSpec.image else { return nil }
        var pixels = [UInt8](repeating: 0, count: shape.byteCount)
        world.look(into: &pixels)
        (self.pixels, self.shape) = (pixels, shape)
    }

    /// The mean colour of block (`x`, `y`) of so many columns and rows, each no more than there are pixels.
    func mean(_ x: Int, _ y: Int, columns: Int, rows: Int) -> Vector {
        let xs = (x * shape.width / columns)..<((x + 1) * shape.width / columns)
        let ys = (y * shape.height / rows)..<((y + 1) * shape.height / rows)
        let plane = shape.width * shape.height
        var sum = SIMD3<Int>(0, 0, 0)
        for row in ys {
            for column in xs {
                let place = row * shape.width + column
                for channel in 0..<3 { sum[channel] += Int(pixels[place + min(channel, shape.channels - 1) * plane]) }
            }
        }
        return Vector(SIMD3<Float>(sum)) / Float(255 * max(xs.count * ys.count, 1))
    }
}
