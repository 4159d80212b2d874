import Scratchpads
package import TerminalKit

/// The environment.
package struct ScratchpadPane {
    package let scene: Scene

    package init(scene: Scene) { self.scene = scene }

    /// Draws the environment. Returns where the edit cursor stands, if it is in sight.
    package func draw(on canvas: inout Canvas) -> Point? {
        switch scene.world {
        case .addition(let pad):
            let columns = AdditionColumns(pad, scene)
            if let grid = AdditionGrid(columns, in: canvas.bounds.size) { return grid.draw(on: &canvas) }
            return AdditionLines(columns, in: canvas.bounds.size).draw(on: &canvas)
        case .sorting(let pad):
            return ArrayPane(pad: pad, scene: scene).draw(on: &canvas)
        case .car(let car):
            CarPane(car: car, scene: scene).draw(on: &canvas)
            return nil
        }
    }
}
