import ArgumentParser
import Debugger
import Exporters
import TUI
import TerminalKit

/// What `npi export` makes of a recording.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    case asciicast, speedscope, chrome, folded, svg, html

    /// How calls are written; nil for the formats that show the screen.
    var calls: CallFormat? { CallFormat(rawValue: rawValue) }

    /// Whether it shows the whole screen, in colours and of a size that can be chosen.
    var isFilm: Bool { self == .asciicast || self == .svg }

    /// How many screens make a file that programs still open.
    var frameLimit: Int { self == .svg ? 2_000 : 20_000 }

    /// The usual name of an export of the recording at `path`.
    func path(for path: String) -> String {
        let base = path.hasSuffix(".npitrace") ? String(path.dropLast(".npitrace".count)) : path
        return switch self {
        case .asciicast: base + ".cast"
        case .speedscope: base + ".speedscope.json"
        case .chrome: base + ".trace.json"
        case .folded: base + ".folded"
        case .svg: base + ".svg"
        case .html: base + ".html"
        }
    }
}

/// A size of the screen as it is typed: 120x36.
struct ScreenSize {
    let size: Size

    /// Reads columns and rows.
    init(_ text: String) throws {
        let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let columns = parts[0], let rows = parts[1], 40...400 ~= columns, 12...200 ~= rows
        else { throw ValidationError("\(text) is no size such as 120x36 (40x12 to 400x200)") }
        size = Size(columns, rows)
    }
}
