import Debugger
import TUI

extension AppState {
    /// The debugger with the keys of the table.
    init(_ session: Session, sourceName: String) {
        self.init(session, sourceName: sourceName, keys: CommandTable.keys)
    }
}

extension ViewState {
    /// A view with the keys of the table.
    init() { self.init(keys: CommandTable.keys) }
}
