import Scratchpads

/// The environment.
struct ScratchpadPane {
    let scene: Scene

    /// Draws the environment. Returns where the edit cursor stands, if it is in sight.
    func draw(on canvas: inout Canvas) -> Point? {
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
