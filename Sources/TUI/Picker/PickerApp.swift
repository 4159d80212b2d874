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
            // All that has come is taken before the next frame.
            var event = screen.nextEvent(timeout: nil)
            while let present = event {
                var (joined, next): (InputEvent, InputEvent?) = (present, nil)
                let isText = !state.typed.isEmpty
                if isText { (joined, next) = screen.joinText(after: present) }
                switch state.update(joined) {
                case .open(let choice): return choice
                case .quit: return nil
                case nil: event = isText ? next : screen.nextEvent(timeout: 0)
                }
            }
        }
    }
}
