package import TerminalKit

/// The loop of the picker: paints, waits for input, and ends when the user has decided.
package struct PickerApp {
    private var state: PickerState
    private let screen: any Screen

    /// Prepares to show `state`.
    package init(_ state: PickerState, on screen: any Screen) {
        self.state = state
        self.screen = screen
    }

    /// Runs until something is chosen; nil if the user leaves.
    package mutating func run() -> PickerChoice? {
        while true {
            _ = state.update(.resize(screen.size))
            var canvas = screen.makeCanvas()
            let cursor = PickerScreen.draw(state, into: &canvas)
            screen.present(canvas, cursor: cursor)
            guard let event = screen.nextEvent(timeout: nil) else { continue }
            switch state.update(event) {
            case .open(let choice): return choice
            case .quit: return nil
            case nil: break
            }
        }
    }
}
