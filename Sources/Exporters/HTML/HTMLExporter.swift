import Debugger
import Scratchpads

/// A run as a web page that needs nothing but itself: the debugger's keys for whoever has a browser.
///
/// The page holds the lines of the recording as they are, what is to be said of each step, and the drawing of the
/// environment: each different row once, and for each step the rows that changed.
package struct HTMLExporter: RunExporter {
    package let name = "html"
    package let suffix = ".html"
    package let summary = "a page with the debugger's keys, for a browser; it needs nothing else"
    package let stepLimit: Int? = mostSteps
    package let options: Set<ExportOption> = [.at]
    /// How many bytes the data of a page may have.
    let byteLimit: Int

    /// More steps are of no use in a browser.
    static let mostSteps = 20_000

    /// Makes pages with no more data than this.
    package init(byteLimit: Int = 32 << 20) {
        self.byteLimit = byteLimit
    }

    /// Writes the page.
    ///
    /// - Throws: ``PageError`` if it would be too large for a browser.
    package func write(_ run: ExportedRun, to output: inout some TextOutputStream) throws(PageError) {
        let title = run.session.problem.title(width: 60)
        let source = [run.sourceName, run.model.map { "network \($0.name)" }].compactMap(\.self).joined(separator: ", ")
        var data = PageData(run, byteLimit: byteLimit)
        try data.collectEvents(run.model, run.seed)
        try data.collectSteps()
        PageFrame(title: title, heading: title, sourceName: source, isLesson: false)
            .write(data.json(title: title), to: &output)
    }
}

/// A page with more data than browsers like.
package struct PageError: Error, Hashable, CustomStringConvertible {
    /// How many bytes are the most.
    package var limit: Int

    /// The page would have more bytes than `limit`.
    package init(limit: Int) {
        self.limit = limit
    }

    /// One line for the user.
    package var description: String {
        "the page would take more than \(limit >> 20) MB; choose a part of the run with --from and --to"
    }
}
