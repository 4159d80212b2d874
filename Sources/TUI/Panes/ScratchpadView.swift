import Debugger
import Scratchpads
import TerminalKit
import Tours

/// The pane of the environment.
struct ScratchpadView: Pane {
    let name = PaneName.scratchpad
    let spotlight = Spotlight.Part.scratchpad
    let place = "the scratchpad"
    let commands: [CommandID] = [.edit, .scrollLeft, .scrollRight, .addWatch, .zoom]

    func title(_ scene: Scene) -> String { scene.world.drawing.title }

    func draw(_ scene: Scene, on canvas: inout Canvas) -> Point? { ScratchpadPane(scene: scene).draw(on: &canvas) }
}
