/// Sends canvases to a terminal that speaks as xterm does, past ncurses: in about a third of the bytes.
struct ANSIPainter {
    private let attributes: Attributes
    private let canErase: Bool
    private let hideCursor: String
    private let showCursor: String

    private var changes: CanvasChanges?
    /// Where the cursor is shown; nil while it is hidden.
    private var cursor: Point?

    /// Nil for terminals that ncurses has to be asked how to speak to.
    init?(depth: ColorDepth, hasOwnColors: Bool) {
        let strings = [
            "cup": "\u{1B}[%i%p1%d;%p2%dH", "cuf": "\u{1B}[%p1%dC", "cub": "\u{1B}[%p1%dD", "cud": "\u{1B}[%p1%dB",
            "el": "\u{1B}[K",
        ]
        guard depth == .palette, hasOwnColors, Curses.flag("xenl"),
            strings.allSatisfy({ Curses.unpaddedCapability($0) == $1 }),
            Curses.unpaddedCapability("setaf").contains("38;5;%p1%d"),
            Curses.unpaddedCapability("setab").contains("48;5;%p1%d"),
            Curses.unpaddedCapability("sgr0").contains("\u{1B}[m")
        else { return nil }
        let names: [(String, Attributes)] = [
            ("bold", .bold), ("dim", .dim), ("sitm", .italic), ("smul", .underline), ("rev", .reverse),
        ]
        attributes = names.reduce(into: []) { if Curses.capability($1.0) != nil { $0.formUnion($1.1) } }
        canErase = Curses.unpaddedCapability("ech") == "\u{1B}[%p1%dX"
        hideCursor = Curses.unpaddedCapability("civis")
        showCursor = Curses.unpaddedCapability("cnorm")
    }

    /// Forgets what was shown: the next canvas is sent whole.
    mutating func forget() {
        changes = nil
    }

    /// Sends `canvas`, with the cursor at `cursor` or hidden.
    mutating func paint(_ canvas: Canvas, _ theme: Theme, cursor: Point?) {
        let isAnew = changes == nil
        var changes = changes ?? CanvasChanges(theme: theme, attributes: attributes, canErase: canErase)
        var text = changes.text(for: canvas)
        self.changes = changes
        // Where it is shown it moves while cells are sent.
        if let cursor, isAnew || cursor != self.cursor || !text.isEmpty {
            text += "\u{1B}[\(cursor.y + 1);\(cursor.x + 1)H"
        }
        if isAnew || (cursor == nil) != (self.cursor == nil) { text += cursor == nil ? hideCursor : showCursor }
        self.cursor = cursor
        TerminalOutput.send(text)
    }
}
