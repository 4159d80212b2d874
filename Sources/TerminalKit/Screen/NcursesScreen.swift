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
    /// What the user is to know of the terminal, if anything.
    package let notice: String?
    /// The looks of styles.
    package var theme: Theme {
        didSet { forget() }
    }

    private var handle: OpaquePointer?
    private let extras: TerminalExtras
    private var painter = CursesPainter()
    /// What paints instead where the terminal's language is known.
    private var ansiPainter: ANSIPainter?
    /// What is shown, for when it is to be painted anew.
    private var shown: Canvas?
    /// Whether ncurses has to take the terminal again.
    private var isAway = true
    private let hasOwnColors: Bool
    private var cursor: Point?
    private var input: TerminalInput
    private let reportsMouse: Bool
    private var news: [InputEvent] = []

    /// There is one terminal, and ncurses holds it in global variables.
    nonisolated(unsafe) private static var isOpen = false

    /// Takes the terminal over.
    ///
    /// - Throws: ``ScreenError`` when there is none, or none that will do; nothing has been written to it then.
    package init(_ options: Options = Options()) throws(ScreenError) {
        let type = try Self.checkTerminal()
        notice = type.notice
        let isUTF8 = TerminalLocale.adopt()
        guard TerminalGuard.arm() else { throw .cannotOpen(type.used) }
        guard let handle = Curses.open(type: type.used) else {
            TerminalGuard.disarm()
            throw .cannotOpen(type.used)
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
        ansiPainter = ANSIPainter(depth: depth, hasOwnColors: hasOwnColors)
        input = TerminalInput(TerminalLocale.inputEncoding)
        reportsMouse = options.mouse
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
        putAway()
        Curses.close(handle)
        TerminalGuard.disarm()
        Self.isOpen = false
    }

    /// Shows `canvas`: only what differs from the last one is sent.
    package func present(_ canvas: Canvas, cursor: Point?) {
        guard handle != nil else { return }
        let place = cursor.flatMap { Rect(size: size).contains($0) ? $0 : nil }
        let canvas = canvas.resized(to: size)
        if ansiPainter != nil {
            takeTerminal()
            ansiPainter?.paint(canvas, theme, cursor: place)
        } else {
            painter.paint(canvas, theme, depth, hasOwnColors: hasOwnColors)
            Curses.refresh(cursor: place)
        }
        shown = canvas
        self.cursor = place
    }

    /// Lets ncurses, whose own window stays empty, enter the screen; what it sends first is not to come later.
    private func takeTerminal() {
        guard isAway else { return }
        isAway = false
        Curses.forgetScreen()
        Curses.refresh(cursor: nil)
    }

    /// Forgets what was shown: the next canvas is sent whole.
    private func forget() {
        painter.forget()
        ansiPainter?.forget()
    }

    /// Waits for input.
    package func nextEvent(timeout: Int?) -> InputEvent? {
        guard handle != nil else { return .closed }
        let end = timeout.map { ContinuousClock.now + .milliseconds($0) }
        while true {
            // What signals tell comes first, also in the middle of what is read.
            if let event = notedEvent() ?? nextInput() { return event }
            let reading = input.read()
            if reading == .closed { return .closed }
            let now = ContinuousClock.now
            if reading == .nothing, let deadline = input.deadline, deadline <= now {
                input.giveUp()
            } else if let end, end <= now {
                return nextInput()
            } else if reading == .nothing {
                let until = [end, input.deadline].compactMap(\.self).min()
                let left = until.map { Int(((($0 - now) / .milliseconds(1)) as Double).rounded(.up)) }
                if TerminalGuard.wait(left) == .closed { return .closed }
            }
        }
    }

    /// The next event of what was read that has a meaning on this screen.
    private func nextInput() -> InputEvent? {
        while let event = input.next() {
            switch event {
            case .mouse(let mouse) where !reportsMouse || !Rect(size: size).contains(mouse.position): continue
            case .key(.control("l")): redraw()
            default: break
            }
            return event
        }
        return nil
    }

    /// Checks that there is a terminal that will do, and returns its type.
    private static func checkTerminal() throws(ScreenError) -> TerminalType {
        guard !isOpen else { throw .alreadyOpen }
        guard isatty(1) == 1 else { throw .outputIsNoTerminal }
        guard isatty(0) == 1 else { throw .inputIsNoTerminal }
        return try TerminalType(environment("TERM"), problem: Curses.problem(ofType:))
    }
}

// What signals tell.
extension NcursesScreen {
    private func notedEvent() -> InputEvent? {
        let notices = TerminalGuard.takeNotices()
        // The terminal has dropped what was typed before Ctrl-C and Ctrl-Z; what was read of it goes as well.
        if !notices.isDisjoint(with: [.interrupt, .suspend]) { input.drop() }
        if notices.contains(.suspend) { stop() }
        if notices.contains(.resume) || notices.contains(.suspend) {
            redraw()
            news.append(.resumed)
        }
        if !notices.isEmpty, let newSize = TerminalGuard.size, newSize != size {
            Curses.resize(to: newSize)
            // What a terminal keeps of its old contents, and where, differs from one to the next.
            Curses.forgetScreen()
            size = newSize
            forget()
            news.append(.resize(newSize))
        }
        if notices.contains(.interrupt) {
            // It has dropped as well what it had not yet shown, in the middle of a sequence perhaps.
            Curses.forgetScreen()
            ansiPainter?.forget()
            extras.turnOn()
            news.append(.interrupted)
        }
        return news.isEmpty ? nil : news.removeFirst()
    }

    /// Gives the terminal back to the shell until the program goes on.
    private func stop() {
        putAway()
        TerminalGuard.stop()
        _ = TerminalGuard.takeNotices()
        TerminalGuard.enter(reset: extras.reset)
    }

    /// Puts the terminal back, also where Ctrl-C is pressed meanwhile.
    private func putAway() {
        Curses.keepOutput()
        extras.turnOff()
        Curses.leave()
        TerminalGuard.leave()
    }

    /// Takes the terminal as if nothing were known of it, and paints everything anew.
    private func redraw() {
        if ansiPainter == nil {
            Curses.forgetScreen()
            Curses.refresh(cursor: cursor)
        } else {
            isAway = true
            ansiPainter?.forget()
            if let shown { present(shown, cursor: cursor) }
        }
        extras.turnOn()
    }
}
