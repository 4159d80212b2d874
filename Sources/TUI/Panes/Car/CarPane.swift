import CarModels
import Scratchpads
import TerminalKit

/// The car: a picture, and where there is room the gauges and the image that the network receives.
struct CarPane {
    let car: CarScene
    let scene: Scene

    /// Draws the pane.
    func draw(on canvas: inout Canvas) {
        let size = canvas.bounds.size
        guard size.width > 4, size.height > 1 else { return }
        let mode = mode(canvas.glyphs)
        let (body, status) = canvas.bounds.split(bottom: 1)
        drawStatus(in: status, on: &canvas)
        let hasSide = size.width >= 36 && body.height >= CarGauges.size.height
        let (picture, side) = body.split(right: hasSide ? CarGauges.size.width : 0)
        canvas.within(picture) {
            CarPicture(car: car.car, view: scene.view.camera ?? CameraView(car.pose), mode: mode).draw(on: &$0)
        }
        guard hasSide else { return }
        let rest = side.height - CarGauges.size.height
        let (gauges, below) = side.split(top: rest > 3 ? CarGauges.size.height + 1 : CarGauges.size.height)
        canvas.within(gauges) { CarGauges(pose: car.pose, target: car.target).draw(on: &$0) }
        guard below.height >= 3 else { return }
        let rows = min(below.height, 8)
        let inset = below.split(top: rows).top
        let width = min(2 * rows, inset.width - 1)
        canvas.within(Rect(inset.minX, inset.minY, width, rows)) { CarInset(scene: car, mode: mode).draw(on: &$0) }
        if below.height > rows {
            canvas.write("the network's view", at: Point(inset.minX, inset.maxY), style: .dim)
        }
    }

    private func mode(_ glyphs: Glyphs) -> CarPicture.Mode {
        glyphs.isASCII ? .ascii : scene.view.hasColors ? .blocks : .braille
    }

    private func drawStatus(in row: Rect, on canvas: inout Canvas) {
        let arrow = String(canvas.glyphs.arrowRight)
        func part(_ name: String, _ now: Int, _ target: Int) -> StyledText {
            let isThere = now == target
            return StyledText("\(name) ", .dim) + StyledText("\(now)", Style(isThere ? .good : .value))
                + StyledText(isThere ? "" : " \(arrow) \(target)", Style(.target))
        }
        let long = row.width >= 38
        let text =
            part(long ? "azimuth" : "az", car.pose.azimuth, car.target.azimuth) + "   "
            + part(long ? "elevation" : "el", car.pose.elevation, car.target.elevation)
        canvas.write(text, in: row, align: .center)
    }
}
