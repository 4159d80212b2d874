/// Something that happened at the terminal.
package enum InputEvent: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// The mouse did something.
    case mouse(MouseEvent)
    /// Text was pasted as a whole. Line ends are line feeds.
    case paste(String)
    /// The terminal has another size now.
    case resize(Size)
    /// Ctrl-C was pressed, or SIGINT came.
    case interrupted
    /// The program goes on after it was stopped by Ctrl-Z: time has passed that does not count.
    case resumed
    /// Nothing will come any more, since the terminal is gone: the program should end.
    case closed
}

/// A key of the keyboard.
package enum Key: Hashable, Sendable {
    /// A key that types a character.
    case character(Character)
    /// A letter, or one of `@ [ \ ] ^ _`, in lower case, with Ctrl held.
    case control(Character)
    /// A character with Alt held.
    case alt(Character)
    /// F1, F2 and so on.
    case function(Int)
    case up, down, left, right
    case home, end, pageUp, pageDown
    case tab, backTab, enter, escape
    case backspace, delete, insert
}

/// What the mouse did, and where.
package struct MouseEvent: Hashable, Sendable {
    /// A button.
    package enum Button: Hashable, Sendable {
        case left, middle, right
    }

    /// What was done.
    package enum Action: Hashable, Sendable {
        /// A button went down.
        case press(Button)
        /// A button went up.
        case release(Button)
        /// The mouse moved with a button down.
        case drag
        /// The wheel turned away from the user.
        case wheelUp
        /// The wheel turned towards the user.
        case wheelDown
    }

    /// What was done.
    package var action: Action
    /// The cell that the mouse points at.
    package var position: Point

    /// Makes a mouse event.
    package init(_ action: Action, at position: Point) {
        self.action = action
        self.position = position
    }
}
