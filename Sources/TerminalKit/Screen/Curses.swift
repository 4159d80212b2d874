// The only file that imports CNcurses: one function for each thing that is asked of it. Which C functions they stand for
// is said where the names differ.

import CNcurses
import Glibc

/// ncurses, which has one terminal and no owner: ``NcursesScreen`` is the only caller.
enum Curses {
    /// Looks a terminal's type up, without touching the terminal (`setupterm`).
    static func problem(ofType type: String) -> TerminalType.Problem? {
        var error: Int32 = 0
        guard npi_setupterm(type, 1, &error) == 0 else { return error == 1 ? .tooSimple : .unknown }
        return capability("cup") == nil ? .tooSimple : nil
    }

    /// A string of the terminal's description (`tigetstr`), or nil.
    static func capability(_ name: String) -> String? {
        npi_capability(name).map { String(cString: $0) }
    }

    /// A string of the terminal's description without its padding, which is for terminals of long ago; empty if it has none.
    static func unpaddedCapability(_ name: String) -> String {
        var text = capability(name) ?? ""
        while let start = text.firstRange(of: "$<"), let end = text[start.upperBound...].firstIndex(of: ">") {
            text.removeSubrange(start.lowerBound...end)
        }
        return text
    }

    /// Whether the terminal's description has a flag (`tigetflag`).
    static func flag(_ name: String) -> Bool {
        npi_flag(name) > 0
    }

    /// Takes the terminal over (`newterm`) as one of type `type`, or returns nil.
    ///
    /// Its input is left alone: ``TerminalInput`` reads it.
    static func open(type: String) -> OpaquePointer? {
        // The size is what the kernel says: LINES and COLUMNS would hold on to that of another time.
        use_env(false)
        use_tioctl(true)
        guard let screen = npi_newterm(type) else { return nil }
        cbreak()
        noecho()
        nonl()
        keepFlowControlAway()
        let window = npi_window()
        // Where keys have two forms, the description has those of this mode.
        keypad(window, true)
        scrollok(window, false)
        // Drawing is finished even when keys have come.
        typeahead(-1)
        return screen
    }

    /// Ctrl-S would freeze the screen, and who pressed it by accident would not know why.
    private static func keepFlowControlAway() {
        var modes = termios()
        guard tcgetattr(0, &modes) == 0 else { return }
        modes.c_iflag &= ~tcflag_t(IXON)
        tcsetattr(0, TCSANOW, &modes)
        def_prog_mode()
    }

    /// Has Ctrl-C drop nothing of what is sent next, up to ``leave()``.
    static func keepOutput() {
        var modes = termios()
        guard tcgetattr(0, &modes) == 0 else { return }
        modes.c_lflag |= tcflag_t(NOFLSH)
        tcsetattr(0, TCSANOW, &modes)
    }

    /// Puts the terminal back (`endwin`); ``refresh()`` takes it again.
    static func leave() {
        endwin()
    }

    /// Forgets the terminal (`delscreen`).
    static func close(_ screen: OpaquePointer) {
        delscreen(screen)
    }

    /// Turns colours on and returns how many there are, and whether the terminal's own may be used as well.
    static func startColor() -> (count: Int, hasOwn: Bool) {
        guard has_colors(), start_color() != ERR else { return (0, true) }
        return (Int(npi_colors()), use_default_colors() != ERR)
    }

    /// The size that ncurses works with.
    static var size: Size {
        let window = npi_window()
        return Size(Int(getmaxx(window)), Int(getmaxy(window)))
    }

    /// Changes that size (`resize_term`).
    static func resize(to size: Size) {
        resize_term(Int32(clamping: size.height), Int32(clamping: size.width))
    }

    /// Makes the next ``refresh()`` paint everything anew (`clearok`).
    static func forgetScreen() {
        clearok(npi_window(), true)
    }

    /// Sends what has changed to the terminal (`wrefresh`).
    static func refresh(cursor: Point?) {
        let window = npi_window()
        if let cursor { wmove(window, Int32(clamping: cursor.y), Int32(clamping: cursor.x)) }
        curs_set(cursor == nil ? 0 : 1)
        wrefresh(window)
    }
}

// Cells.
extension Curses {
    /// Cells of one row, in ncurses' form.
    struct Row {
        private var cells: [cchar_t] = []

        mutating func removeAll() {
            cells.removeAll(keepingCapacity: true)
        }

        /// Adds a glyph of at most three scalars. What the locale cannot show in `width` columns becomes "?".
        mutating func append(_ cell: CanvasCell, width: Int, attributes: attr_t, pair: Int32) {
            var text: (wchar_t, wchar_t, wchar_t, wchar_t) = (32, 0, 0, 0)
            if let scalar = cell.scalar {
                text.0 = wchar_t(scalar.value)
                if !scalar.isASCII, wcwidth(text.0) != Int32(width) { text.0 = 63 }
                if !cell.isPlain, text.0 != 63 {
                    let marks = cell.scalars.dropFirst().map { wchar_t($0.value) }
                    text.1 = marks.first.flatMap { wcwidth($0) == 0 ? $0 : nil } ?? 0
                    text.2 = marks.dropFirst().first.flatMap { wcwidth($0) == 0 ? $0 : nil } ?? 0
                    if text.1 == 0 { text.2 = 0 }
                }
            }
            let padding = text.0 == 63 ? width - 1 : 0
            var converted = cchar_t()
            withUnsafeBytes(of: text) { bytes in
                _ = npi_setcchar(
                    &converted, bytes.assumingMemoryBound(to: wchar_t.self).baseAddress!, attributes, pair)
            }
            cells.append(converted)
            if padding > 0 { append(.blank, width: 1, attributes: attributes, pair: pair) }
        }

        /// Puts the cells on the window (`mvwadd_wchnstr`), which leaves the cursor alone.
        func put(at point: Point) {
            _ = cells.withUnsafeBufferPointer { buffer in
                mvwadd_wchnstr(
                    npi_window(), Int32(clamping: point.y), Int32(clamping: point.x), buffer.baseAddress!,
                    Int32(clamping: buffer.count))
            }
        }
    }

    /// The number of a pair of colours, -1 for the terminal's own (`alloc_pair`). The least lately used one makes room.
    static func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
        max(0, alloc_pair(foreground, background))
    }

    /// The attributes in ncurses' bits.
    static func bits(of attributes: Attributes) -> attr_t {
        var bits: attr_t = 0
        if attributes.contains(.bold) { bits |= npi_bold() }
        if attributes.contains(.dim) { bits |= npi_dim() }
        if attributes.contains(.italic) { bits |= npi_italic() }
        if attributes.contains(.underline) { bits |= npi_underline() }
        if attributes.contains(.reverse) { bits |= npi_reverse() }
        return bits
    }
}
