import Debugger
import Scratchpads
import Support

/// A run as a web page that needs nothing but itself: the debugger's keys for whoever has a browser.
///
/// The page holds the lines of the recording as they are, what is to be said of each step, and the drawing of the
/// environment: each different row once, and for each step the rows that changed. It is HTML that is XML too, and it
/// forbids the browser to load anything.
package struct HTMLExporter: RunExporter {
    package let name = "html"
    package let suffix = ".html"
    package let summary = "a page with the debugger's keys, for a browser; it needs nothing else"
    package let stepLimit: Int? = 20_000
    /// How many bytes the data of a page may have.
    let byteLimit: Int

    /// Makes pages with no more data than this.
    package init(byteLimit: Int = 32 << 20) {
        self.byteLimit = byteLimit
    }

    /// Writes the page.
    ///
    /// - Throws: ``PageError`` if it would be too large for a browser.
    package func write(_ run: ExportedRun, to output: inout some TextOutputStream) throws(PageError) {
        let title = run.session.problem.title(width: 60)
        var data = PageData(run, byteLimit: byteLimit)
        try data.collectEvents(run.model, run.seed)
        try data.collectSteps()
        output.write(
            """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"/>
            <title>\(title.escapedAsMarkup) - npi</title>
            <style>
            \(PageStyle.styleSheet)
            </style>
            </head>
            <body>
            \(PageBody.html(title: title.escapedAsMarkup, sourceName: run.sourceName.escapedAsMarkup))
            <script type="application/json" id="data">
            """)
        output.write(data.json(title: title))
        output.write("</script>\n<script>\n//<![CDATA[\n\(PageResource.script)\n//]]>\n</script>\n</body>\n</html>\n")
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
