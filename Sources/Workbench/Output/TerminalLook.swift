import Foundation
import TUI
import TerminalKit

/// How pictures of a few lines may be drawn on an output: what a terminal's variables tell.
struct TerminalLook {
    /// Whether the output is a terminal that can be drawn on.
    let isTerminal: Bool
    /// Its colours.
    let depth: ColorDepth
    /// Its characters.
    let glyphs: Glyphs

    /// Looks at the environment, and at the output `descriptor`.
    init(of descriptor: Int32) {
        let environment = ProcessInfo.processInfo.environment
        let type = environment["TERM"] ?? ""
        isTerminal = isatty(descriptor) == 1 && !type.isEmpty && type != "dumb"
        let isPlain = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        depth = isPlain ? .monochrome : type.contains("256") || environment["COLORTERM"] != nil ? .palette : .eight
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        glyphs = locale.uppercased().contains("UTF") ? .unicode : .ascii
    }
}
