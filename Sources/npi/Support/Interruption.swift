import Dispatch
import Foundation
import Synchronization

/// Whether Ctrl-C was pressed or the process was asked to end, for long work that stops cleanly.
final class Interruption: @unchecked Sendable {
    private let requested = Atomic<Bool>(false)
    private let sources: [any DispatchSourceSignal]

    /// Begins to catch SIGINT and SIGTERM. A second Ctrl-C ends the process at once.
    init() {
        sources = [SIGINT, SIGTERM].map { DispatchSource.makeSignalSource(signal: $0, queue: .global()) }
        for (source, number) in zip(sources, [SIGINT, SIGTERM]) {
            signal(number, SIG_IGN)
            source.setEventHandler { [weak self] in
                self?.requested.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
            source.resume()
        }
    }

    /// Whether to stop.
    var isRequested: Bool { requested.load(ordering: .relaxed) }
}
