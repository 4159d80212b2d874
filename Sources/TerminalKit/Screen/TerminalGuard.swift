import CTerminal

/// Leaves the terminal as it was found, whatever ends the program. See `terminal_guard.h`.
enum TerminalGuard {
    /// What signals have told.
    struct Notices: OptionSet {
        let rawValue: UInt32

        static let interrupt = Notices(rawValue: UInt32(npi_notice_interrupt))
        static let suspend = Notices(rawValue: UInt32(npi_notice_suspend))
        static let resize = Notices(rawValue: UInt32(npi_notice_resize))
        static let resume = Notices(rawValue: UInt32(npi_notice_continue))
    }

    /// How a wait ended.
    enum Wait { case timeout, ready, closed }

    /// Begins to guard the terminal of standard input and output; false when its modes cannot be read.
    static func arm() -> Bool {
        npi_guard_arm(0, 1) == 0
    }

    /// Says that the screen is up, and what puts it away.
    static func enter(reset: String) {
        npi_guard_enter(reset, reset.utf8.count)
    }

    /// Says that the screen has been put away.
    static func leave() {
        npi_guard_leave()
    }

    /// Gives signals, modes and standard error back.
    static func disarm() {
        npi_guard_disarm()
    }

    /// Takes what has been noted since the last time.
    static func takeNotices() -> Notices {
        Notices(rawValue: npi_guard_take_notices())
    }

    /// Waits for input or a notice, so many milliseconds at most, nil being for ever.
    static func wait(_ milliseconds: Int?) -> Wait {
        let limit = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
        return switch npi_guard_wait(limit) {
        case 0: .timeout
        case 1: .ready
        default: .closed
        }
    }

    /// Stops the program until it is told to go on.
    static func stop() {
        npi_guard_stop()
    }

    /// The terminal's size as the kernel knows it.
    static var size: Size? {
        var (columns, rows): (Int32, Int32) = (0, 0)
        return npi_guard_size(&columns, &rows) == 0 ? Size(Int(columns), Int(rows)) : nil
    }
}
