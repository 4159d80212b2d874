import Glibc

/// What terminals offer besides what ncurses turns on and off: the mouse while it is dragged, and pasted text as a whole.
struct TerminalExtras {
    private let on: String
    private let off: String

    /// Everything that puts the screen away, for when ncurses cannot do it any more.
    let reset: String

    /// Finds out what the terminal takes, with the mouse if it is wanted.
    init(mouse: Bool) {
        // Terminals that speak in ANSI sequences ignore those that they do not know; others would print them.
        let isANSI = Curses.capability("cup")?.hasPrefix("\u{1B}[") ?? false
        let reportsMouse = mouse && Curses.capability("kmous") != nil
        // Presses, dragging, and numbers in place of bytes, which end at column 223; then pasted text.
        let modes = isANSI ? (reportsMouse ? ["1000", "1002", "1006"] : []) + ["2004"] : []
        on = modes.map { "\u{1B}[?\($0)h" }.joined()
        off = modes.reversed().map { "\u{1B}[?\($0)l" }.joined()
        let leave = Curses.capability("rmcup") ?? "\r\n"
        reset = [off, capability("rmkx"), capability("sgr0"), capability("op"), capability("cnorm"), leave].joined()
    }

    /// Turns them on.
    func turnOn() {
        send(on)
    }

    /// Turns them off.
    func turnOff() {
        send(off)
    }

    private func send(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

/// A string of the terminal's description without its padding, which is for terminals of long ago.
private func capability(_ name: String) -> String {
    var text = Curses.capability(name) ?? ""
    while let start = text.firstRange(of: "$<"), let end = text[start.upperBound...].firstIndex(of: ">") {
        text.removeSubrange(start.lowerBound...end)
    }
    return text
}
