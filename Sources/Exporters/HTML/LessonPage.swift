package import Debugger
import Scratchpads
import Support

/// A lesson as a web page that needs nothing but itself: a page of each of its runs, with the stops that a teacher has made on them.
package struct LessonPage {
    /// A question of a stop.
    package struct Question {
        /// What is asked.
        package var ask: String
        /// The answers to choose from; empty where one is typed.
        package var choices: [String]
        /// The number of the right choice, from 1, or what may be typed.
        package var answers: [String]
        /// What is told after the answer, a paragraph each.
        package var because: [String]

        /// Makes a question.
        package init(ask: String, choices: [String], answers: [String], because: [String]) {
            self.ask = ask
            self.choices = choices
            self.answers = answers
            self.because = because
        }
    }

    /// A stop: a run at a position, what is told there and what is asked.
    package struct Stop {
        /// The run at the stop.
        package var session: Session
        /// What is told, a paragraph each.
        package var text: [String]
        /// The parts of the page that stand out: "pad", "calls", "chances", "list", "story".
        package var parts: [String]
        /// What is asked, if anything.
        package var question: Question?

        /// Makes a stop.
        package init(session: Session, text: [String], parts: [String], question: Question?) {
            self.session = session
            self.text = text
            self.parts = parts
            self.question = question
        }
    }

    /// The title.
    package var title: String
    /// What the page calls the network.
    package var sourceName: String
    /// The stops; at least one.
    package var stops: [Stop]
    /// How the runs are drawn.
    package var pictures: RunPictures
    /// How many bytes the data of the page may have.
    package var byteLimit = 32 << 20

    /// Makes a page.
    package init(title: String, sourceName: String, stops: [Stop], pictures: RunPictures) {
        self.title = title
        self.sourceName = sourceName
        self.stops = stops
        self.pictures = pictures
    }

    /// Writes the page.
    ///
    /// - Throws: ``PageError`` if it would be too large for a browser, or ``ExportError`` if a run is too long.
    package func write(to output: inout some TextOutputStream) throws {
        var runs: [(session: Session, json: String)] = []
        var lines: [String] = []
        for stop in stops {
            var run = runs.firstIndex { $0.session.hasSameIdentity(as: stop.session) }
            if run == nil {
                run = runs.count
                runs.append(
                    (stop.session, try data(of: stop.session, leaving: runs.reduce(0) { $0 + $1.json.utf8.count })))
            }
            lines.append(json(of: stop, run: run ?? 0))
        }
        let data =
            "{\"stops\":[\(lines.joined(separator: ",\n"))],\n\"runs\":[\(runs.map(\.json).joined(separator: ",\n"))]}"
        let problem = stops.first?.session.problem.title(width: 60) ?? ""
        PageFrame(title: title, heading: "\(title) — \(problem)", sourceName: sourceName, isLesson: true)
            .write(data, to: &output)
    }

    private func data(of session: Session, leaving used: Int) throws -> String {
        let limit = HTMLExporter.mostSteps
        guard session.log.count < limit else {
            throw ExportError.tooManySteps(session.log.count, format: "html", limit: limit)
        }
        let run = ExportedRun(session, range: 0...session.log.count, sourceName: sourceName, pictures: pictures)
        var data = PageData(run, byteLimit: max(byteLimit - used, 0))
        try data.collectEvents(nil, 0)
        try data.collectSteps()
        return data.json(title: session.problem.title(width: 60))
    }

    private func json(of stop: Stop, run: Int) -> String {
        func list(_ texts: [String]) -> String { "[\(texts.map(PageData.quoted).joined(separator: ","))]" }
        var question = "null"
        if let asked = stop.question {
            question =
                "{\"ask\":\(PageData.quoted(asked.ask)),\"choices\":\(list(asked.choices)),"
                + "\"answers\":\(list(asked.answers)),\"because\":\(list(asked.because))}"
        }
        return "{\"run\":\(run),\"at\":\(stop.session.position),\"text\":\(list(stop.text)),"
            + "\"parts\":\(list(stop.parts)),\"question\":\(question)}"
    }
}
