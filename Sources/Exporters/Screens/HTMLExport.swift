package import Debugger
import NPIKit
import Scratchpads
import TUI

/// A run as a web page that needs nothing but itself: the debugger's keys for whoever has a browser.
///
///     let page = try RunPage(session, sourceName: "replay of sum.npitrace", model: nil, range: 0...session.log.count)
///     page.write(to: &output)
///
/// The page holds the lines of the recording as they are, what is to be said of each step, and the drawing of the
/// environment: each different row once, and for each step the rows that changed. It is HTML that is XML too, and it
/// forbids the browser to load anything.
package struct HTMLExport {
    /// How many steps a page takes.
    package static let stepLimit = 20_000
    /// How many bytes the data of a page may have.
    package static let byteLimit = 32 << 20

    let title: String
    let sourceName: String
    /// The data of the page as JSON without `<`, `>` and `&`.
    let data: String

    /// Collects what the page shows.
    ///
    /// - Parameters:
    ///   - session: The run; all that is to be shown must be known.
    ///   - sourceName: What the page calls the recording.
    ///   - model: The network that made the run, if it is told.
    ///   - seed: The seed of the run.
    ///   - range: The first and the last position, within `0...session.log.count`.
    ///   - byteLimit: How large the data may become.
    /// - Throws: ``HTMLExportError`` if it would be too large for a browser.
    package init(
        _ session: Session, sourceName: String, model: ModelIdentity?, seed: Int = 0, range: ClosedRange<Int>,
        byteLimit: Int = HTMLExport.byteLimit
    ) throws(HTMLExportError) {
        precondition(range.lowerBound >= 0 && range.upperBound <= session.log.count, "the range is one of positions")
        guard range.count <= Self.stepLimit else { throw .tooManySteps(range.count) }
        title = session.problem.title(width: 60)
        self.sourceName = sourceName
        var builder = PageData(session, range, byteLimit)
        try builder.collectEvents(model, seed)
        try builder.collectSteps()
        data = builder.json(title: title)
    }

    /// Writes the page.
    package func write(to output: inout some TextOutputStream) {
        output.write(
            """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"/>
            <title>\(Self.escaped(title)) - npi</title>
            <style>
            \(Self.styleSheet)
            </style>
            </head>
            <body>
            \(Self.body(title: Self.escaped(title), sourceName: Self.escaped(sourceName)))
            <script type="application/json" id="data">
            """)
        output.write(data)
        output.write("</script>\n<script>\n//<![CDATA[\n\(Self.script)\n//]]>\n</script>\n</body>\n</html>\n")
    }

    /// `text` for HTML, between tags or in quotes.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\u{0}"..<"\u{20}", "\u{7F}": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}

/// A page that no browser would like.
package enum HTMLExportError: Error, Hashable, CustomStringConvertible {
    /// It would have so many steps.
    case tooManySteps(Int)
    /// Its data would have more bytes than this.
    case tooManyBytes(limit: Int)

    /// One line for the user.
    package var description: String {
        let what =
            switch self {
            case .tooManySteps(let count):
                "\(count.grouped) steps are too many for html, which takes \(HTMLExport.stepLimit.grouped)"
            case .tooManyBytes(let limit): "the page would take more than \(limit >> 20) MB"
            }
        return what + "; choose a part of the run with --from and --to"
    }
}
