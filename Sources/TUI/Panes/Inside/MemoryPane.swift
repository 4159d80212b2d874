import Debugger
import NPIKit
import TerminalKit

/// The program memory: how alike the programs' keys are, and where they stand on a map.
struct MemoryPane {
    let scene: Scene

    /// The fewest columns in which a map can be read.
    private static let narrowestMap = 28

    func draw(on canvas: inout Canvas) {
        guard let memory = scene.session.memory else { return NothingInside(scene: scene).draw(on: &canvas) }
        let area = canvas.bounds.inset(horizontal: 1)
        let look = look(at: memory)
        let matrix = KeyMatrix(look: look)
        guard area.width >= matrix.width + 3 + Self.narrowestMap, area.height >= 8 else {
            return canvas.within(area) { matrix.draw(on: &$0) }
        }
        let (left, right) = area.split(left: matrix.width + 2)
        canvas.within(left.inset(right: 2)) { matrix.draw(on: &$0) }
        canvas.verticalLine(x: right.minX - 1, from: area.minY, through: area.maxY - 1)
        canvas.within(right.inset(left: 1)) { KeyPlot(look: look).draw(on: &$0) }
    }

    /// How far the square can be scrolled in so many rows.
    func scrollRange(height: Int) -> ClosedRange<Int> {
        scene.session.memory.map { KeyMatrix(look: look(at: $0)).scrollRange(height: height) } ?? 0...0
    }

    private func look(at memory: ProgramMemory) -> MemoryLook {
        let state = scene.view.inside.insight.map { CoreState($0.after) }
        return MemoryLook(
            memory: memory, running: running(memory), chosen: chosen(memory),
            scores: state?.layers.last.map { memory.scores(of: memory.keyAsked(by: $0.hidden)) },
            chances: scene.view.inside.insight?.prediction.programs, scroll: scene.view.scroll.memory,
            hasColors: scene.view.hasColors)
    }

    /// The selected frame's program, by its name: a recording may number programs otherwise.
    private func running(_ memory: ProgramMemory) -> Int? {
        scene.session.selectedFrame.flatMap { memory.library.program(named: scene.session.library[$0.program]) }?
            .rawValue
    }

    private func chosen(_ memory: ProgramMemory) -> Int? {
        switch scene.view.inside.insight?.prediction.decision {
        case .call(let program, _): program.rawValue
        case .act: memory.library.program(named: ProgramLibrary.act)?.rawValue
        case .end, nil: nil
        }
    }
}

/// What both views of the program memory show.
struct MemoryLook {
    let memory: ProgramMemory
    /// The row of the program that runs in the selected frame.
    let running: Int?
    /// The row of the program that the frame calls next.
    let chosen: Int?
    /// The score of each row for the frame's query.
    let scores: [Float]?
    /// The probability of each row, which follows from the scores.
    let chances: [Float]?
    /// How many rows it is scrolled away from the program that runs.
    let scroll: Int
    let hasColors: Bool

    func name(_ row: Int) -> String { memory.library[ProgramID(rawValue: row)] }

    /// How a program's name looks.
    func style(_ row: Int) -> Style {
        row == running ? Style(.position) : row == chosen ? .good : .program
    }
}
