import Debugger
import NPIKit
import Scratchpads
import TerminalKit

/// The network in the selected frame: its state as strips with what the step changed, its program's rows of memory, and
/// all values of the arguments.
struct InsidePane {
    let scene: Scene

    private static let labelWidth = 12

    func draw(on canvas: inout Canvas) {
        guard let insight = scene.view.inside.insight, let memory = scene.session.memory else {
            return NothingInside(scene: scene).draw(on: &canvas)
        }
        let area = canvas.bounds.inset(horizontal: 1)
        let sections = InsideSections(
            insight: insight, memory: memory, room: area.size, hasColors: scene.view.hasColors,
            isASCII: canvas.glyphs.isASCII, argumentName: scene.world.argumentName)
        var row = area.minY
        for part in sections.shown(header: InsideHeader(scene: scene, insight: insight, memory: memory)) {
            let place = Rect(area.minX, row, area.width, part.rows)
            row += part.rows
            if !part.label.isEmpty {
                canvas.write(
                    StyledText(part.label, part.isMinor ? .dim : .text),
                    in: Rect(place.minX, place.minY, Self.labelWidth - 1, 1))
            }
            canvas.within(part.isFull ? place : place.inset(left: Self.labelWidth)) { part.draw(&$0) }
        }
    }
}

/// One part of the pane, over its full width or beside a label.
struct InsidePart {
    var label = ""
    var rows = 1
    /// Parts of a higher worth get their rows first.
    var worth: Int
    var isMinor = false
    var isFull = false
    var draw: (inout Canvas) -> Void
}
