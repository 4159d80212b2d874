import Glibc

/// A terminal, by ncurses.
///
/// Whatever ends the program, the terminal is left as it was found (see `terminal_guard.h`). Standard error is kept back
/// while the screen is up, and its end is shown afterwards.
///
///     let screen = try NcursesScreen()
///     defer { screen.close() }
///     screen.present(canvas)
package final class NcursesScreen: Screen {
    /// What a user may choose.
    package struct Options: Hashable, Sendable {
        /// The looks of styles.
        package var theme: Theme
        /// Draw in ASCII even where the locale has more.
        package var ascii: Bool
        /// Use no colours; so does a variable `NO_COLOR` that is not empty.
        package var noColor: Bool
        /// Have the mouse reported, which takes selecting with it from the terminal.
        package var mouse: Bool

        /// Makes options.
        package init(theme: Theme = .dark, ascii: Bool = false, noColor: Bool = false, mouse: Bool = true) {
            self.theme = theme
            self.ascii = ascii
            self.noColor = noColor
            self.mouse = mouse
        }
    }

    /// The terminal's size.
    package private(set) var size: Size
    /// What its canvases should be drawn with.
    package let glyphs: Glyphs
    /// How many colours it shows.
    package let depth: ColorDepth
    /// The looks of styles.
    package var theme: Theme {
        didSet { painter.forget() }
    }

    private var handle: OpaquePointer?
    private let extras: TerminalExtras
    private var painter = CursesPainter()
    private let hasOwnColors: Bool
    private var cursor: Point?
    private var waiting: [InputEvent] = []

    /// There is one terminal, and ncurses holds it in global variables.
    nonisolated(unsafe) private static var isOpen = false

    /// Takes the terminal over.
    ///
    /// - Throws: ``ScreenError`` when there is none, or none that will do; nothing has been written to it then.
    package init(_ options: Options = Options()) throws(ScreenError) {
        let type = try Self.checkTerminal()
        let isUTF8 = TerminalLocale.adopt()
        guard TerminalGuard.arm() else { throw .cannotOpen(type) }
        guard let handle = Curses.open() else {
            TerminalGuard.disarm()
            throw .cannotOpen(type)
        }
        self.handle = handle
        Self.isOpen = true
        glyphs = isUTF8 && !options.ascii ? .unicode : .ascii
        theme = options.theme
        size = Curses.size
        let wantsColor = ColorDepth.wantsColor(noColor: options.noColor, environment: environment("NO_COLOR"))
        let colors = wantsColor ? Curses.startColor() : (count: 0, hasOwn: true)
        depth = ColorDepth(colors: colors.count)
        hasOwnColors = colors.hasOwn
        extras = TerminalExtras(mouse: options.mouse)
        TerminalGuard.enter(reset: extras.reset)
        extras.turnOn()
    }

    deinit {
        close()
    }

    /// Gives the terminal back. Nothing is shown or read any more; closing again does nothing.
    package func close() {
        guard let handle else { return }
        self.handle = nil
        extras.turnOff()
        Curses.leave()
        TerminalGuard.leave()
        Curses.close(handle)
        TerminalGuard.disarm()
        Self.isOpen = false
    }

    /// Shows `canvas`: only what differs from the last one is sent.
    package func present(_ canvas: Canvas, cursor: Point?) {
        guard handle != nil else { return }
        let place = cursor.flatMap { Rect(size: size).contains($0) ? $0 : nil }
        painter.paint(canvas.resized(to: size), theme, depth, hasOwnColors: hasOwnColors)
        Curses.refresh(cursor: place)
        self.cursor = place
    }

    /// Waits for input.
    package func nextEvent(timeout: Int?) -> InputEvent? {
        guard handle != nil else { return .closed }
        let start = ContinuousClock.now
        var left = timeout
        while true {
            if let event = notedEvent() { return event }
            if !waiting.isEmpty { return waiting.removeFirst() }
            if let input = Curses.read() {
                if let event = event(of: input) { return event }
                continue
            }
            switch TerminalGuard.wait(left) {
            case .timeout: return nil
            case .closed: return .closed
            case .ready: break
            }
            left = timeout.map { max(0, $0 - Int(start.duration(to: .now) / .milliseconds(1))) }
        }
    }

    /// Checks that there is a terminal that will do, and returns its type.
    private static func checkTerminal() throws(ScreenError) -> String {
        guard !isOpen else { throw .alreadyOpen }
        guard isatty(1) == 1 else { throw .outputIsNoTerminal }
        guard isatty(0) == 1 else { throw .inputIsNoTerminal }
        guard let type = environment("TERM"), !type.isEmpty else { throw .typeUnset }
        switch Curses.typeProblem() {
        case .unknown: throw .typeUnknown(type)
        case .tooSimple: throw .typeTooSimple(type)
        case nil: return type
        }
    }
}

// What signals tell.
extension NcursesScreen {
    private func notedEvent() -> InputEvent? {
        let notices = TerminalGuard.takeNotices()
        if notices.isEmpty { return nil }
        if notices.contains(.suspend) { stop() }
        if notices.contains(.resume) || notices.contains(.suspend) {
            redraw()
            waiting.append(.resumed)
        }
        if let newSize = TerminalGuard.size, newSize != size {
            Curses.resize(to: newSize)
            // What a terminal keeps of its old contents, and where, differs from one to the next.
            Curses.forgetScreen()
            size = newSize
            painter.forget()
            waiting.append(.resize(newSize))
        }
        if notices.contains(.interrupt) { waiting.append(.interrupted) }
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }

    /// Gives the terminal back to the shell until the program goes on.
    private func stop() {
        extras.turnOff()
        Curses.leave()
        TerminalGuard.leave()
        TerminalGuard.stop()
        _ = TerminalGuard.takeNotices()
        TerminalGuard.enter(reset: extras.reset)
    }

    /// Takes the terminal as if nothing were known of it, and paints everything anew.
    private func redraw() {
        Curses.forgetScreen()
        Curses.refresh(cursor: cursor)
        extras.turnOn()
    }
}

// What keys tell.
extension NcursesScreen {
    private func event(of input: Curses.Input) -> InputEvent? {
        switch input {
        case .scalar("\u{1B}"): return escaped()
        case .scalar(let scalar):
            if scalar == "\u{0C}" { redraw() }
            return .key(Key(scalar))
        case .key(let key): return .key(key)
        case .mouse(let event): return .mouse(event)
        case .pasteStart: return .paste(pasted())
        case .pasteEnd, .unknown: return nil
        }
    }

    /// Escape by itself, or a character with Alt, which terminals send after an Escape. A sequence that ncurses does not
    /// know is left out whole: its letters would be taken for commands.
    private func escaped() -> InputEvent? {
        guard let next = Curses.read() else { return .key(.escape) }
        guard case .scalar(let scalar) = next else { return event(of: next) }
        if scalar == "\u{1B}" { return .key(.escape) }
        guard scalar == "[" || scalar == "O", let first = Curses.read() else { return .key(Key(alt: scalar)) }
        var part = first
        while case .scalar(let scalar) = part, !("@"..."~").contains(scalar) || (scalar == "[" && part == first) {
            guard let following = Curses.read() else { break }
            part = following
        }
        return nil
    }

    /// Reads to the end of pasted text; what exceeds a megabyte is dropped.
    private func pasted() -> String {
        var text = String.UnicodeScalarView()
        while true {
            switch Curses.read() {
            case .scalar(let scalar): if text.count < 1 << 20 { text.append(scalar == "\r" ? "\n" : scalar) }
            case .pasteEnd: return String(text)
            case .key, .mouse, .pasteStart, .unknown: break
            case nil:
                // A terminal that never ends it must not take the keyboard away.
                if TerminalGuard.wait(200) != .ready { return String(text) }
            }
        }
    }
}
