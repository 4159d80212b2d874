import Support

/// A page around its data: what all pages have in common. It is HTML that is XML too, and it forbids the browser to load anything.
struct PageFrame {
    /// What the browser calls the page.
    let title: String
    /// What stands at its top.
    let heading: String
    /// What it calls the network or the recording.
    let sourceName: String
    /// Whether the page leads through stops.
    let isLesson: Bool

    /// Writes the page with `data`, JSON that is safe within a script.
    func write(_ data: String, to output: inout some TextOutputStream) {
        let body = PageBody.html(
            title: heading.escapedAsMarkup, sourceName: sourceName.escapedAsMarkup, isLesson: isLesson)
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
            \(body)
            <script type="application/json" id="data">
            """)
        output.write(data)
        output.write("</script>\n<script>\n//<![CDATA[\n\(PageResource.script)\n//]]>\n</script>\n</body>\n</html>\n")
    }
}
