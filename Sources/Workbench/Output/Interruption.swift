import Glibc
import Synchronization

/// Whether Ctrl-C was pressed or the process was asked to end, for long work that stops cleanly.
enum Interruption {
    private static let requested = Atomic<Bool>(false)

    /// Begins to catch SIGINT and SIGTERM. A second one ends the process at once.
    static func catchSignals() {
        // Touched before a handler can run: a global's first use is no business of a signal handler.
        requested.store(false, ordering: .relaxed)
        // A parent may have had them blocked, and a child inherits that.
        var caught = sigset_t()
        sigemptyset(&caught)
        for number in [SIGINT, SIGTERM] { sigaddset(&caught, number) }
        pthread_sigmask(SIG_UNBLOCK, &caught, nil)
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                Interruption.requested.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
    }

    /// Whether to stop.
    static var isRequested: Bool { requested.load(ordering: .relaxed) }
}
