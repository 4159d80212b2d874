/// The elements of a page, which the script fills.
enum PageBody {
    /// The body, with `title` and `sourceName` safe for HTML.
    static func html(title: String, sourceName: String, isLesson: Bool) -> String {
        let lesson =
            isLesson
            ? """
            <section id="lesson"><h2 id="place"></h2><div id="told"></div>
            <button type="button" id="before">back</button> <button type="button" id="on">on</button></section>
            """ : ""
        let keys = [
            ("s", "step"), ("n", "over"), ("f", "finish"), ("c", "end"), ("S", "back"), ("N", "over back"),
            ("F", "before this call"), ("C", "start"), ("[", "previous mistake"), ("]", "next mistake"), ("g", "go to"),
            ("/", "search"), ("&gt;", "next match"), ("&lt;", "match before"), ("-", "slower"), ("+", "faster"),
        ]
        let buttons = keys.map { "<button type=\"button\" data-key=\"\($0)\"><kbd>\($0)</kbd> \($1)</button>" }
        // In a lesson the space bar goes to the next stop.
        let space = isLesson ? "" : "<kbd>space</kbd> "
        return """
            <header><h1>\(title)</h1><span class="dim">\(sourceName)</span><span id="step"></span></header>
            \(lesson)
            <div id="marks" aria-hidden="true"></div>
            <input id="slider" type="range" aria-label="step"/>
            <nav>
            <button type="button" data-key=" ">\(space)<span id="play">play</span></button>
            \(buttons.joined(separator: "\n"))
            <label id="question" hidden="hidden"><span id="asked"></span> <input id="answer" type="text"/></label>
            <span id="message" role="status"></span>
            </nav>
            <main>
            <section id="pad"><h2>Scratchpad</h2><svg xmlns="http://www.w3.org/2000/svg" id="picture" \
            font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"></svg></section>
            <section id="calls"><h2>Call stack</h2><ul id="stack"></ul></section>
            <section id="chances"><h2>Prediction</h2><div id="prediction"></div></section>
            <section id="story"><h2>In words</h2><p><i>last</i><span id="done"></span></p><p><i>next</i><span id="next"></span></p></section>
            <section id="list"><h2>Trace</h2><ul id="trace"></ul></section>
            </main>
            <noscript>This page steps through the run by a script.</noscript>
            """
    }
}
