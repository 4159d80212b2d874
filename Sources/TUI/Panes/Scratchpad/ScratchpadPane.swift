import Scratchpads
package import TerminalKit

/// The environment, drawn as its ``Scratchpads/Drawing`` says.
package struct ScratchpadPane {
    package let scene: Scene

    package init(scene: Scene) { self.scene = scene }

    /// Draws the environment. Returns where the edit cursor stands, if it is in sight.
    package func draw(on canvas: inout Canvas) -> Point? {
        switch scene.world.drawing.content {
        case .columns(let drawing):
            return draw(ColumnScene(drawing, scene), on: &canvas)
        case .grid(let drawing):
            return draw(ColumnScene(drawing, scene, showsPlaces: true), on: &canvas)
        case .tape(let drawing):
            return TapePane(ColumnScene(drawing, scene), in: canvas.bounds.size).draw(on: &canvas)
        case .bars(let drawing):
            return BarPane(drawing, scene: scene).draw(on: &canvas)
        case .camera(let car):
            CarPane(car: car, scene: scene).draw(on: &canvas)
            return nil
        }
    }

    private func draw(_ columns: ColumnScene, on canvas: inout Canvas) -> Point? {
        if let grid = ColumnGrid(columns, in: canvas.bounds.size) { return grid.draw(on: &canvas) }
        return ColumnLines(columns, in: canvas.bounds.size).draw(on: &canvas)
    }
}
