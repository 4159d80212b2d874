/// Why a terminal cannot be used as a screen.
package enum ScreenError: Error, Equatable, CustomStringConvertible {
    /// Standard output goes elsewhere.
    case outputIsNoTerminal
    /// Standard input comes from elsewhere.
    case inputIsNoTerminal
    /// The variable TERM is missing or empty.
    case typeUnset
    /// There is no description of this type of terminal.
    case typeUnknown(String)
    /// The type of terminal cannot place the cursor, so nothing but lines can be written.
    case typeTooSimple(String)
    /// The terminal refused.
    case cannotOpen(String)
    /// A screen is open already: there is one terminal.
    case alreadyOpen

    /// One line for the user.
    package var description: String {
        let plain = "or use --plain"
        return switch self {
        case .outputIsNoTerminal: "standard output is not a terminal; run it in a terminal, \(plain)"
        case .inputIsNoTerminal:
            "standard input is not a terminal, so no key can be read; run it in a terminal, \(plain)"
        case .typeUnset: "TERM is not set; set it, for example TERM=xterm-256color, \(plain)"
        case .typeUnknown(let type):
            "there is no description of the terminal type \(type) (TERM); install it (ncurses-term has many), set "
                + "another, for example TERM=xterm-256color, \(plain)"
        case .typeTooSimple(let type):
            "a terminal of type \(type) (TERM) cannot place its cursor; set another, for example "
                + "TERM=xterm-256color, \(plain)"
        case .cannotOpen(let type): "the terminal (TERM=\(type)) cannot be opened; try another, \(plain)"
        case .alreadyOpen: "the terminal is in use by this program already"
        }
    }
}
