import Glibc

/// Reads what the terminal of standard input sends.
///
/// Not by ncurses: it knows the sequences of keys alone, and takes the letters of all others for keys.
struct TerminalInput {
    private var parser: InputParser
    private var latest = ContinuousClock.now
    private var events: ArraySlice<InputEvent> = []
    /// When something was given up.
    private var gaveUp: ContinuousClock.Instant?
    /// How long after that its rest is still known.
    private static let memory = Duration.milliseconds(500)

    /// Reads characters as the locale has them and keys as the terminal's description and its kin have them.
    init(_ encoding: InputEncoding) {
        parser = InputParser(encoding: encoding, keys: Self.describedKeys)
    }

    /// The next event of what was read.
    mutating func next() -> InputEvent? { events.popFirst() }

    /// When what has begun is to be given up; nil when nothing has begun.
    var deadline: ContinuousClock.Instant? { parser.patience.map { latest + .milliseconds($0) } }

    /// Gives up waiting for the rest of what has begun.
    mutating func giveUp() {
        let given = parser.giveUp()
        gaveUp = given == [.key(.escape)] ? .now : nil
        events += given
    }

    /// Drops what was read and not yet told, and what has begun.
    mutating func drop() {
        parser.interrupt()
        events = []
    }

    /// What ``read()`` found.
    enum Reading { case something, nothing, closed }

    /// Reads of what is there already as much as gives one event, or more of pasted text.
    ///
    /// The rest stays where it is: behind the key that ends the program it is for the shell, and Ctrl-C drops it.
    mutating func read() -> Reading {
        var waited = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&waited, 1, 0) == 1, waited.revents & Int16(POLLIN) != 0 else { return .nothing }
        let isBehindEscape = gaveUp.map { $0.duration(to: .now) < Self.memory } ?? false
        var bytes = [UInt8](repeating: 0, count: parser.isPasting || isBehindEscape ? 4_096 : 1)
        let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
        guard count > 0 else { return count < 0 && (errno == EINTR || errno == EAGAIN) ? .nothing : .closed }
        latest = .now
        bytes.removeLast(bytes.count - count)
        if isBehindEscape { parser.resumeEscape(before: bytes) }
        gaveUp = nil
        events += parser.read(bytes)
        return .something
    }

    /// What the terminal's description says of keys that are not the same everywhere.
    private static var describedKeys: [[UInt8]: Key] {
        var names: [String: Key] = [
            "kcuu1": .up, "kcud1": .down, "kcuf1": .right, "kcub1": .left, "khome": .home, "kend": .end,
            "kpp": .pageUp, "knp": .pageDown, "kich1": .insert, "kdch1": .delete, "kcbt": .backTab,
        ]
        for number in 1...24 { names["kf\(number)"] = .function(number) }
        var keys: [[UInt8]: Key] = [:]
        for (name, key) in names {
            guard let sequence = Curses.capability(name).map({ Array($0.utf8) }), sequence.count > 1,
                sequence[0] == 0x1B
            else { continue }
            keys[sequence] = key
        }
        return keys
    }
}
