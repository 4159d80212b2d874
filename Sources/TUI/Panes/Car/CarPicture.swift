import CarModels
import Scratchpads
import TerminalKit

/// The car as the camera sees it.
struct CarPicture {
    /// How it is drawn.
    enum Mode {
        /// Half-blocks in 256 colours.
        case blocks
        /// Edges in braille dots, where there are no colours.
        case braille
        /// Edges in slashes and bars over a ramp, where there is no UTF-8.
        case ascii
    }

    let car: CarModel
    let view: CameraView
    let mode: Mode

    /// Draws the car over all of the canvas.
    func draw(on canvas: inout Canvas) {
        let size = canvas.bounds.size
        guard size.width > 1, size.height > 1, size.width <= Raster.largestSide / 2,
            size.height <= Raster.largestSide / 4
        else { return }
        switch mode {
        case .blocks: drawBlocks(size, on: &canvas)
        case .braille: drawBraille(CarEdges(raster(2 * size.width, 4 * size.height)), size, on: &canvas)
        case .ascii: drawASCII(CarEdges(raster(2 * size.width, 4 * size.height)), size, on: &canvas)
        }
    }

    private func raster(_ width: Int, _ height: Int) -> Raster {
        var raster = Raster()
        raster.draw(
            car.mesh, from: view.framing(car.mesh, width: width, height: height), in: .screen, width: width,
            height: height)
        return raster
    }

    private func ground(_ width: Int, _ height: Int) -> Ground {
        let view = view.framing(car.mesh, width: width, height: height)
        return Ground(corners: view.ground(under: car.mesh, width: width, height: height))
    }

    private func drawBlocks(_ size: Size, on canvas: inout Canvas) {
        let raster = raster(size.width, 2 * size.height)
        let ramps = car.mesh.materials.map { ColorRamp($0.color) }
        let ground = ground(size.width, 2 * size.height)
        func color(_ x: Int, _ y: Int) -> Color? {
            let place = y * raster.width + x
            let material = Int(raster.materials[place])
            guard material == 0 else { return ramps[material - 1].color(raster.brightness[place]) }
            return ground.contains(x, y) ? Ground.color : nil
        }
        for y in 0..<size.height {
            for x in 0..<size.width {
                switch (color(x, 2 * y), color(x, 2 * y + 1)) {
                case (nil, nil): break
                case (let upper?, let lower?) where upper == lower:
                    canvas.put("█", at: Point(x, y), style: Style(foreground: upper))
                case (let upper?, let lower):
                    canvas.put("▀", at: Point(x, y), style: Style(foreground: upper, background: lower))
                case (nil, let lower?): canvas.put("▄", at: Point(x, y), style: Style(foreground: lower))
                }
            }
        }
    }

    /// The bit of each of a braille cell's 2 x 4 dots, row by row.
    private static let dots: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

    private func drawBraille(_ edges: CarEdges, _ size: Size, on canvas: inout Canvas) {
        for y in 0..<size.height {
            for x in 0..<size.width {
                var bits: UInt32 = 0
                for dot in 0..<8 where edges.isEdge(2 * x + dot % 2, 4 * y + dot / 2) { bits |= Self.dots[dot] }
                if bits != 0, let scalar = Unicode.Scalar(0x2800 + bits) { canvas.put(scalar, at: Point(x, y)) }
            }
        }
    }

    private func drawASCII(_ edges: CarEdges, _ size: Size, on canvas: inout Canvas) {
        for y in 0..<size.height {
            for x in 0..<size.width {
                if let line = edges.stroke(2 * x, 4 * y) {
                    canvas.put(line, at: Point(x, y))
                } else if let shade = edges.shade(2 * x, 4 * y) {
                    canvas.put(shade, at: Point(x, y), style: .dim)
                }
            }
        }
    }
}
