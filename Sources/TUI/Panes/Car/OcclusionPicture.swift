import CarModels
import Debugger
import NPIKit
import Scratchpads
import TerminalKit

/// Which parts of the image matter, drawn over the network's view: the redder, the more a grey patch there takes from the probability
/// of what is done, the reddest as ``scale`` says; without colours there are digits up to 9.
struct OcclusionPicture {
    let world: AnyScratchpad
    let occlusion: Occlusion
    let hasColors: Bool

    /// What the reddest stands for: the greatest loss, unless that is next to nothing.
    static func scale(of occlusion: Occlusion) -> Float { max(occlusion.largestLoss, 0.01) }

    private static let red = Vector(1, 0.15, 0.05)
    private static let ramp: [Unicode.Scalar] = [" ", " ", ".", ":", "-", "=", "+", "*", "#", "@"]

    func draw(on canvas: inout Canvas) {
        let size = canvas.bounds.size
        guard let image = ImageBlocks(world), size.width > 1, size.height > 0, size.width <= image.shape.width,
            2 * size.height <= image.shape.height
        else { return }
        let rows = 2 * size.height
        /// How much this place matters, 0...1.
        func share(_ x: Int, _ y: Int) -> Float {
            let loss = occlusion.loss(
                x: (Double(x) + 0.5) / Double(size.width), y: (Double(y) + 0.5) / Double(rows),
                ofSide: image.shape.width)
            return min(max(loss / Self.scale(of: occlusion), 0), 1)
        }
        /// The image in grey, with red over it.
        func color(_ x: Int, _ y: Int) -> Vector {
            let mean = image.mean(x, y, columns: size.width, rows: rows)
            let share = share(x, y)
            return Vector(repeating: mean.sum() / 3) * (1 - share) + Self.red * share
        }
        for y in 0..<size.height {
            for x in 0..<size.width {
                if hasColors, !canvas.glyphs.isASCII {
                    let style = Style(
                        foreground: ColorRamp.nearest(color(x, 2 * y)),
                        background: ColorRamp.nearest(color(x, 2 * y + 1)))
                    canvas.put("▀", at: Point(x, y), style: style)
                    continue
                }
                let ninths = UInt8((9 * share(x, 2 * y)).rounded())
                if ninths > 0 {
                    let digit = Unicode.Scalar(UInt8(ascii: "0") + ninths)
                    canvas.put(digit, at: Point(x, y), style: Style(.changed))
                } else {
                    let light = image.mean(x, y, columns: size.width, rows: size.height).sum() / 3
                    let shade = Self.ramp[min(Int(light * Float(Self.ramp.count)), Self.ramp.count - 1)]
                    canvas.put(shade, at: Point(x, y), style: .dim)
                }
            }
        }
    }
}
