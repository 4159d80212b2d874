import Debugger
import TerminalKit

extension AppState {
    mutating func pressInOverlay(_ key: Key) -> [AppEffect] {
        guard let overlay = view.overlay else { return [] }
        if view.keys.command(for: key) == .help {
            view.overlay = overlay.kind == .help ? nil : .help(scroll: 0)
            return []
        }
        let own = overlay.kind.context.flatMap { view.keys.command(for: key, in: $0) }
        guard let command = own ?? view.keys.command(for: key, in: .list) else {
            view.overlay = nil
            return []
        }
        return perform(command, .key(key))
    }
}
