import CEnding
import Glibc

/// What is said and kept when a signal ends the program. See `ending.h`.
package enum ProcessEnding {
    /// Takes signals over. Reports of crashes begin with `about`.
    package static func arm(about: String) {
        FileName.lend(ProcessVariables.stateFolder() ?? "") { npi_ending_arm($0, about) }
    }

    /// Says where the recording is that is being made; nil when there is none.
    package static func keep(recording path: String?) {
        FileName.lend(path ?? "") { npi_ending_keep($0) }
    }

    /// Ends the program as others end whose output nobody reads any more: by SIGPIPE, without a word. Returns if whoever
    /// started it has that signal ignored.
    package static func byBrokenPipe() {
        npi_ending_by_pipe()
    }

    /// The code of a failure that ``byBrokenPipe()`` is for.
    package static let brokenPipe = EPIPE
}
