import CarModels
import Scratchpads
import TerminalKit

/// The dial of the azimuth, as seen from above with the camera below, and beside it the gauge of the elevation. Each shows
/// where the car is and where it should get to.
struct CarGauges {
    let pose: CarPose
    let target: CarPose

    /// The room they take.
    static let size = Size(18, 6)

    private static let middle = Point(5, 2)

    /// Draws both at the canvas's corner.
    func draw(on canvas: inout Canvas) {
        let glyphs = canvas.glyphs
        for step in 0..<12 { canvas.put(glyphs.empty, at: Self.place(step * 30), style: .dim) }
        canvas.put(mark(glyphs), at: Self.place(target.azimuth), style: Style(.target))
        canvas.put(glyphs.timelinePosition, at: Self.place(pose.azimuth), style: here(pose.azimuth == target.azimuth))
        let text = "\(pose.azimuth)"
        canvas.write(text, at: Self.middle.moved(-text.count / 2, 0), style: Style(.value))

        let column = 13
        for step in 0...5 {
            let y = 5 - step
            let isTarget = step == target.elevationStep
            let isHere = step == pose.elevationStep
            canvas.put(
                isHere ? glyphs.timelinePosition : isTarget ? mark(glyphs) : glyphs.empty, at: Point(column, y),
                style: isHere ? here(isTarget) : isTarget ? Style(.target) : .dim)
            if isHere || isTarget {
                canvas.write(
                    "\(step * CarPose.step)", at: Point(column + 2, y), style: isHere ? Style(.value) : Style(.target))
            }
        }
    }

    private func mark(_ glyphs: Glyphs) -> Unicode.Scalar { glyphs.isASCII ? "x" : "◇" }

    private func here(_ isThere: Bool) -> Style { Style(isThere ? .good : .position) }

    /// The dial's cell at an angle: 0 below, 90 on the right.
    private static func place(_ azimuth: Int) -> Point {
        let view = CameraView(azimuth: Float(azimuth), elevation: 0)
        let (sine, cosine) = view.sineAndCosineOfAzimuth
        return middle.moved(Int((sine * 5).rounded()), Int((cosine * 2).rounded()))
    }
}
