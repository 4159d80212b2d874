import Debugger
import NPIKit
import Scratchpads
import Support
import TerminalKit

/// Collects the data of a page.
///
///     {"title":"ADD 96 + 125","goal":"...","first":0,"last":62,"opening":0,"stack":[],"header":{...},"events":[{...},...],"end":{...},"expected":"221",
///      "words":["...",null,...],"rights":{"17":"WRITE OUT 2"},"marks":{"17":["mistake"]},"values":[["INP1",...],...],"size":[540,252],"rowHeight":18,"colors":[["#303030","#d0d0d0"],...],"elements":["<g ...",...],"rows":[[0,1],...],"screens":[[0,0,1,1],...]}
///
/// `header`, `events` and `end` are lines of the recording. `words` tells each event in plain words, `rights` what the expert would
/// have done at each mistake, `marks` what is marked at a step, `values` the names of each argument's values. `screens` has for each
/// position the rows that changed, each as its number and what it shows: one of `rows`, which lists `elements` of SVG as they are at the
/// top. Their colours are variables: of `colors`, each on light and on dark pages, number 3 is `--c3`.
struct PageData {
    private var session: Session
    private let range: ClosedRange<Int>
    private let opening: Int
    private let byteLimit: Int
    private let pictures: RunPictures

    private var byteCount = 0
    private var header = ""
    private var end = "null"
    private var stack: [String] = []
    private var events: [String] = []
    private var words: [String] = []
    private var rights: [String] = []
    private var marks: [String] = []
    private var elements: [String] = []
    private var elementNumbers: [String: Int] = [:]
    private var rows: [String] = []
    private var rowNumbers: [[CanvasCell]: Int] = [:]
    private var colors = PageColors()
    private var screens: [String] = []
    private var shown: [Int] = []
    private var size = Size(0, 0)

    init(_ run: ExportedRun, byteLimit: Int) {
        session = run.session
        range = run.range
        opening = run.range.clamped(run.opening ?? run.range.lowerBound)
        pictures = run.pictures
        self.byteLimit = byteLimit
    }

    /// The lines of the recording, and what is open where the range begins.
    mutating func collectEvents(_ model: ModelIdentity?, _ seed: Int) throws(PageError) {
        var recorder = Recorder(session, model: model, seed: seed)
        var number = 0
        while recorder.eventCount < range.upperBound || header.isEmpty,
            let bytes = recorder.newLines(of: session, limit: max(min(range.upperBound - number, 1_024), 1))
        {
            for line in bytes.split(separator: UInt8(ascii: "\n")) {
                let text = Self.safe(String(decoding: line, as: UTF8.self))
                guard !header.isEmpty else {
                    header = text
                    continue
                }
                // Events begin with their number; what a person has set is seen in the drawings.
                guard text.hasPrefix("{\"n\":") else { continue }
                number += 1
                guard number > range.lowerBound, number <= range.upperBound else { continue }
                events.append(try counted(text))
            }
        }
        if range.upperBound == session.log.count {
            let line = recorder.endLine(of: session).filter { $0 != UInt8(ascii: "\n") }
            end = Self.safe(String(decoding: line, as: UTF8.self))
        }
        for frame in session.log.stack(at: range.lowerBound).reversed() {
            let record = session.log[frame.call]
            let arguments = record.arguments.values.map(String.init).joined(separator: ",")
            stack.append(
                try counted(
                    "{\"n\":\(frame.call),\"program\":\(Self.quoted(session.name(of: record))),\"args\":[\(arguments)]}"
                ))
        }
    }

    /// The words and the drawing of each step.
    mutating func collectSteps() throws(PageError) {
        for position in range {
            session.perform(.go(to: position))
            try draw()
            try mark()
            guard position < range.upperBound else { break }
            try advise()
            words.append(try counted(session.nextNarration.map { Self.quoted($0.text) } ?? "null"))
        }
    }

    /// What is marked at the position.
    private mutating func mark() throws(PageError) {
        let names = session.marks(at: session.position).names
        guard !names.isEmpty else { return }
        let list = names.map { "\"\($0)\"" }.joined(separator: ",")
        marks.append(try counted("\"\(session.position)\":[\(list)]"))
    }

    /// What would be right where the next step is a mistake.
    private mutating func advise() throws(PageError) {
        guard session.knownNext(at: session.position)?.judgement == .differs, let advice = session.advice else {
            return
        }
        let name = session.world.name(of: advice, in: session.library)
        rights.append(try counted("\"\(session.position + 1)\":\(Self.quoted(name))"))
    }

    /// The names of each argument's values in an action; null for those that have none.
    private var values: String {
        let world = session.world
        let lists = (0..<Arguments.count).map { index in
            let names = (0..<Arguments.valueCount).map { value in
                world.argumentName(index, value).map(Self.quoted) ?? "null"
            }
            return "[\(names.joined(separator: ","))]"
        }
        return "[\(lists.joined(separator: ","))]"
    }

    private mutating func draw() throws(PageError) {
        let canvas = pictures.environment(session)
        size = canvas.bounds.size
        var changes: [String] = []
        for y in 0..<size.height {
            let number = try rowNumber(y, in: canvas)
            guard shown.count <= y || shown[y] != number else { continue }
            if shown.count <= y { shown.append(number) } else { shown[y] = number }
            changes.append("\(y),\(number)")
        }
        screens.append(try counted("[\(changes.joined(separator: ","))]"))
    }

    /// Which of the different rows it is. Most have been seen before, and are not drawn again.
    private mutating func rowNumber(_ y: Int, in canvas: Canvas) throws(PageError) -> Int {
        let row = Array(canvas.row(y))
        if let number = rowNumbers[row] { return number }
        var numbers: [String] = []
        for element in canvas.svgElements(row: y, at: 0, { colors.looks(of: $0) }) where !element.isEmpty {
            numbers.append(String(try elementNumber(element)))
        }
        rows.append(try counted("[\(numbers.joined(separator: ","))]"))
        rowNumbers[row] = rows.count - 1
        return rows.count - 1
    }

    private mutating func elementNumber(_ element: String) throws(PageError) -> Int {
        if let number = elementNumbers[element] { return number }
        elements.append(try counted(Self.quoted(element)))
        elementNumbers[element] = elements.count - 1
        return elements.count - 1
    }

    /// The right output; null where nothing is, or a person changed the run.
    private var expected: String {
        session.branchCount == 0 ? Self.quoted(session.problem.expectedOutput) : "null"
    }

    private mutating func counted(_ text: String) throws(PageError) -> String {
        byteCount += text.utf8.count + 1
        guard byteCount <= byteLimit else { throw PageError(limit: byteLimit) }
        return text
    }

    /// All of it.
    func json(title: String) -> String {
        let cell = Canvas.svgCellSize
        return """
            {"title":\(Self.quoted(title)),"goal":\(Self.quoted(session.problem.goal(width: 120))),
            "first":\(range.lowerBound),"last":\(range.upperBound),"count":\(session.log.count),
            "opening":\(opening),
            "stack":[\(stack.joined(separator: ","))],
            "header":\(header),
            "events":[\(events.joined(separator: ",\n"))],
            "end":\(end),
            "expected":\(expected),
            "words":[\(words.joined(separator: ",\n"))],
            "rights":{\(rights.joined(separator: ","))},
            "marks":{\(marks.joined(separator: ","))},
            "values":\(values),
            "size":[\(size.width * cell.width),\(size.height * cell.height)],
            "rowHeight":\(cell.height),
            "colors":\(colors.json),
            "elements":[\(elements.joined(separator: ",\n"))],
            "rows":[\(rows.joined(separator: ",\n"))],
            "screens":[\(screens.joined(separator: ",\n"))]}
            """
    }

    /// `text` as JSON, in quotes, safe within a script of a page.
    static func quoted(_ text: String) -> String { safe(text.quotedAsJSON) }

    /// JSON in which nothing can end a script or is forbidden in a page: such characters, which stand in strings only, are
    /// written by number.
    private static func safe(_ json: String) -> String {
        json.escapedWithinJSON { $0 == "<" || $0 == ">" || $0 == "&" }
    }
}

extension ClosedRange<Int> {
    /// The nearest value within.
    fileprivate func clamped(_ value: Int) -> Int { Swift.min(Swift.max(value, lowerBound), upperBound) }
}
