/// Understands reports of the mouse, which have the same numbers in all their forms.
struct MouseReports: Hashable, Sendable {
    /// The button that is down: old reports do not say which one is let go.
    private var down = MouseEvent.Button.left

    /// What a report says; nil for what has no meaning here, such as moving without a button.
    ///
    /// - Parameters:
    ///   - code: 0 to 2 for a button, 3 for letting one go, and bits: 4 to 16 modifiers, 32 moving, 64 the wheel.
    ///   - column: The column, from 1.
    ///   - row: The row, from 1.
    ///   - isRelease: Whether the form of the report says that a button was let go.
    mutating func event(_ code: Int, _ column: Int, _ row: Int, isRelease: Bool = false) -> MouseEvent? {
        guard code >= 0, column > 0, row > 0, let action = action(code & ~0b1_1100, isRelease) else { return nil }
        return MouseEvent(action, at: Point(column - 1, row - 1))
    }

    private mutating func action(_ code: Int, _ isRelease: Bool) -> MouseEvent.Action? {
        let buttons: [MouseEvent.Button] = [.left, .middle, .right]
        switch code {
        case 0...2:
            down = buttons[code]
            return isRelease ? .release(down) : .press(down)
        case 3: return .release(down)
        case 32...34: return .drag
        case 64: return .wheelUp
        case 65: return .wheelDown
        default: return nil
        }
    }
}
