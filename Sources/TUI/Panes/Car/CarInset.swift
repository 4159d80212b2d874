import CarModels
import Scratchpads
import TerminalKit

/// The very image that the network receives, made small.
struct CarInset {
    let scene: CarScene
    let mode: CarPicture.Mode

    /// Draws the image over all of the canvas, two pixels a cell, or in a ramp of characters where there are no colours.
    func draw(on canvas: inout Canvas) {
        let size = canvas.bounds.size
        let side = CarScene.imageSide
        guard size.width > 1, size.height > 0, size.width <= side, 2 * size.height <= side,
            let image = ImageBlocks(scene)
        else { return }
        func mean(_ x: Int, _ y: Int) -> Vector { image.mean(x, y, columns: size.width, rows: 2 * size.height) }
        for y in 0..<size.height {
            for x in 0..<size.width {
                let (upper, lower) = (mean(x, 2 * y), mean(x, 2 * y + 1))
                guard mode == .blocks else {
                    let light = (upper + lower).sum() / 6
                    let shade = Self.ramp[min(Int(light * Float(Self.ramp.count)), Self.ramp.count - 1)]
                    canvas.put(shade, at: Point(x, y), style: .dim)
                    continue
                }
                canvas.put(
                    "▀", at: Point(x, y),
                    style: Style(foreground: ColorRamp.nearest(upper), background: ColorRamp.nearest(lower)))
            }
        }
    }

    private static let ramp: [Unicode.Scalar] = [" ", " ", ".", ":", "-", "=", "+", "*", "#", "@"]
}
