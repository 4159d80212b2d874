import TerminalKit

extension HTMLExport {
    /// What the page looks like, in the colours of the debugger's themes.
    static var styleSheet: String {
        """
        :root { color-scheme: dark light; \(colors(.light)) }
        @media (prefers-color-scheme: dark) { :root { \(colors(.dark)) } }
        \(rules)
        """
    }

    /// The colours of `theme` as variables.
    private static func colors(_ theme: Theme) -> String {
        let names: [(String, StyleName)] = [
            ("dim", .dim), ("border", .barRest), ("accent", .accent), ("position", .position), ("program", .program),
            ("argument", .argument), ("action", .action), ("returned", .returned), ("narration", .narration),
            ("good", .good), ("mistake", .mistake), ("bar", .bar), ("best", .barBest), ("end", .barEnd),
            ("selected", .selected),
        ]
        let variables = names.map { name, style in
            let paint = theme.paint(for: Style(style))
            let color = style == .selected ? paint.background?.rgb : paint.foreground?.rgb
            return "--\(name): \((color ?? theme.ink).hex);"
        }
        return "--ink: \(theme.ink.hex); --paper: \(theme.paper.hex); " + variables.joined(separator: " ")
    }

    private static let rules = """
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1em; max-width: 90em; background: var(--paper); color: var(--ink);
          font: 14px/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
        header, footer { display: flex; flex-wrap: wrap; gap: 0.5em 1em; align-items: baseline; }
        h1 { font-size: 1.25em; margin: 0; }
        h2 { font-size: 1em; margin: 0 0 0.4em; color: var(--accent); font-weight: normal; }
        header .dim { flex: 1; }
        main { display: grid; gap: 0.8em; margin: 0.8em 0; grid-template-columns: 3fr 2fr;
          grid-template-areas: "pad stack" "pad next" "words next" "trace next"; }
        section { border: 1px solid var(--border); border-radius: 6px; padding: 0.6em 0.8em; min-width: 0; }
        #pad { grid-area: pad; } #calls { grid-area: stack; } #chances { grid-area: next; min-height: 22em; }
        #story { grid-area: words; min-height: 6.5em; } #list { grid-area: trace; }
        @media (max-width: 60em) { main { grid-template-columns: minmax(0, 1fr);
          grid-template-areas: "pad" "words" "stack" "next" "trace"; } }
        svg { display: block; width: 100%; max-height: 60vh; font-size: 15px; }
        ul { list-style: none; margin: 0; padding: 0; overflow: auto; }
        #stack { height: 9em; } #trace { height: 18em; }
        li { padding: 0 0.5em; white-space: nowrap; }
        #trace li { cursor: pointer; }
        li.present { background: var(--selected); }
        li.future { opacity: 0.65; }
        .place { float: right; color: var(--dim); }
        .step { display: inline-block; min-width: 3.5em; color: var(--dim); }
        p { margin: 0 0 0.4em; overflow-wrap: anywhere; }
        p > i { display: inline-block; min-width: 3.5em; color: var(--dim); font-style: normal; }
        .dim { color: var(--dim); } .program { color: var(--program); font-weight: bold; }
        .argument { color: var(--argument); } .action { color: var(--action); } .returned { color: var(--returned); }
        .narration { color: var(--narration); font-style: italic; } .good { color: var(--good); }
        .mistake { color: var(--mistake); font-weight: bold; }
        .bar { display: grid; grid-template-columns: 9em 1fr 5em; gap: 0.6em; align-items: center; color: var(--dim); }
        .bar b { font-weight: normal; overflow: hidden; text-overflow: ellipsis; } .bar.best { color: var(--ink); }
        .track { height: 0.7em; background: var(--border); } .track i { display: block; height: 100%; }
        i.best { background: var(--best); } i.other { background: var(--bar); } i.end { background: var(--end); }
        .number { text-align: right; }
        #slider { width: 100%; accent-color: var(--accent); }
        button, input[type=text] { font: inherit; color: inherit; background: none; border: 1px solid var(--border);
          border-radius: 4px; padding: 0.1em 0.5em; }
        button kbd { font: inherit; color: var(--position); font-weight: bold; }
        #message { color: var(--mistake); }
        [hidden] { display: none; }
        """

    /// The places that the script fills.
    static func body(title: String, sourceName: String) -> String {
        let keys = [
            ("s", "step"), ("n", "over"), ("f", "finish"), ("c", "end"), ("S", "back"), ("N", "over back"),
            ("F", "before this call"), ("C", "start"), ("[", "mistake before"), ("]", "next mistake"), ("g", "go to"),
            ("/", "search"), ("&gt;", "next match"), ("&lt;", "match before"), ("-", "slower"), ("+", "faster"),
        ]
        let buttons = keys.map { "<button type=\"button\" data-key=\"\($0)\"><kbd>\($0)</kbd> \($1)</button>" }
        return """
            <header><h1>\(title)</h1><span class="dim">\(sourceName)</span><span id="step"></span></header>
            <main>
            <section id="pad"><h2>Scratchpad</h2><svg xmlns="http://www.w3.org/2000/svg" id="picture" \
            font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"></svg></section>
            <section id="calls"><h2>Call stack</h2><ul id="stack"></ul></section>
            <section id="chances"><h2>Next call</h2><div id="forecast"></div></section>
            <section id="story"><p><i>done</i><span id="done"></span></p><p><i>next</i><span id="next"></span></p></section>
            <section id="list"><h2>Trace</h2><ul id="trace"></ul></section>
            </main>
            <input id="slider" type="range" aria-label="step"/>
            <footer>
            <button type="button" data-key=" "><kbd>space</kbd> <span id="play">play</span></button>
            \(buttons.joined(separator: "\n"))
            <label id="question" hidden="hidden"><span id="asked"></span> <input id="answer" type="text"/></label>
            <span id="message" role="status"></span>
            </footer>
            <noscript>This page steps through the run by a script.</noscript>
            """
    }
}
