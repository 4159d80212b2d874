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
        let names = ["rmkx", "sgr0", "op", "cnorm"]
        reset = ([off] + names.map(Curses.unpaddedCapability) + [leave]).joined()
    }

    /// Turns them on.
    func turnOn() {
        TerminalOutput.send(on)
    }

    /// Turns them off.
    func turnOff() {
        TerminalOutput.send(off)
    }
}
