import Debugger
import NPIKit
import Support
import TerminalKit

/// The hidden state of the upper layer, or one of its gates, at the steps around the position: a column for each step, a row for some
/// units.
struct StatesPane {
    let scene: Scene

    func draw(on canvas: inout Canvas) {
        let window = scene.view.states.window
        guard scene.session.memory != nil, let present = window.present else {
            return NothingInside(scene: scene).draw(on: &canvas)
        }
        let area = canvas.bounds.inset(horizontal: 1)
        let letters = ProgramLetters(scene.session, hasColors: scene.view.hasColors)
        let legend = letters.legend(width: area.width)
        let rows = area.rows([
            .cells(1), .cells(1), .share(1), .cells(1), .cells(area.height > 10 + legend.count ? 1 : 0),
            .cells(area.height > 6 ? min(legend.count, max(area.height / 4, 1)) : 0),
        ])
        let halfRows = rows[2].height * (scene.view.hasColors && !canvas.glyphs.isASCII ? 2 : 1)
        drawHead(in: rows[0], halfRows: halfRows, on: &canvas)
        let columns = StateColumns(present: present, eventCount: scene.session.log.count, width: area.width)
        for event in columns.events {
            let x = area.minX + columns.x(of: event)
            let isPresent = event == present
            guard let state = window.states[event] else {
                canvas.put(canvas.glyphs.empty, at: Point(x, rows[1].minY), style: .dim)
                continue
            }
            let style = isPresent ? Style(.position, attributes: .reverse) : letters.style(state.program)
            canvas.write(letters.letter(state.program), at: Point(x, rows[1].minY), style: style)
            guard let values = scene.view.states.quantity.values(of: state, rows: halfRows) else { continue }
            for offset in 0..<columns.width {
                canvas.within(Rect(x + offset, rows[2].minY, 1, rows[2].height)) {
                    HeatStrip(values: values, scale: 1, hasColors: scene.view.hasColors).draw(on: &$0)
                }
            }
        }
        drawRuler(columns, in: rows[3], on: &canvas)
        for (row, line) in legend.enumerated() { canvas.write(line, in: rows[5].row(row)) }
    }

    private func drawHead(in row: Rect, halfRows: Int, on canvas: inout Canvas) {
        let states = scene.view.states
        var text = StyledText(states.quantity.title, .title)
        if let count = states.window.states.first?.value.hidden.count {
            text += StyledText(" of \(count) units", .dim)
            let share = count / max(halfRows, 1)
            let choice = states.quantity == .hidden ? "the strongest" : "the mean"
            if share > 1, row.width > 70 { text += StyledText(", \(choice) of about \(share) to a row", .dim) }
        }
        if states.window.isFinding { text += StyledText(", asking the network \(canvas.glyphs.ellipsis)", .dim) }
        let legend = HeatStrip.legend(
            canvas.glyphs, hasColors: scene.view.hasColors, from: states.quantity == .hidden ? "-1" : "0")
        if text.columns + legend.columns + 2 <= row.width { canvas.write(legend, in: row, align: .right) }
        canvas.write(text, in: row)
    }

    /// The numbers of the steps: of the present one below its column, of the first and the last at the ends.
    private func drawRuler(_ columns: StateColumns, in row: Rect, on canvas: inout Canvas) {
        guard let first = columns.events.first, let last = columns.events.last else { return }
        let left = (first - 1).grouped
        let right = (last - 1).grouped
        let end = row.minX + columns.x(of: last) + columns.width
        let mark = "\(canvas.glyphs.pointerUp) step \((columns.present - 1).grouped)"
        let x = min(row.minX + columns.x(of: columns.present), max(row.maxX - mark.columns, row.minX))
        if x > row.minX + left.columns { canvas.write(left, at: row.origin, style: .dim) }
        if end - right.columns > x + mark.columns {
            canvas.write(right, at: Point(end - right.columns, row.minY), style: .dim)
        }
        canvas.write(mark, at: Point(x, row.minY), style: Style(.position))
    }
}

/// Which steps stand in which columns: the present one at two thirds, unless the run begins or ends near it.
struct StateColumns {
    let present: Int
    /// The events that are shown.
    let events: Range<Int>
    /// How many columns each takes.
    let width: Int

    init(present: Int, eventCount: Int, width room: Int) {
        let count = max(eventCount - 1, 1)
        let most = StateWindow.before + StateWindow.after + 1
        width = min(max(room / min(count, most), 1), 4)
        let shown = min(max(room / width, 1), count, most)
        let wished = present - min(shown * 2 / 3, StateWindow.before)
        let first = max(min(wished, eventCount + 1 - shown), 2)
        self.present = present
        events = first..<min(first + shown, present + StateWindow.after + 1, eventCount + 1)
    }

    func x(of event: Int) -> Int { (event - events.lowerBound) * width }
}

extension StateQuantity {
    /// What the pane is about.
    var title: String {
        switch self {
        case .hidden: "hidden state"
        case .input: "input gate i"
        case .forget: "forget gate f"
        case .output: "output gate o"
        }
    }

    /// The numbers of a step, -1...1, for so many rows: of a gate -1 is closed and 1 open. Nil where they are not known.
    ///
    /// Where units share a row, of the hidden state the number furthest from zero is shown, and of gates the mean.
    func values(of state: StepState, rows: Int) -> [Float]? {
        guard let values = values(of: state), !values.isEmpty, rows > 0 else { return nil }
        guard values.count > rows else { return values.flatMap { repeatElement($0, count: rows / values.count) } }
        return (0..<rows).map { row in
            let shared = values[row * values.count / rows..<(row + 1) * values.count / rows]
            guard self == .hidden else { return shared.reduce(0, +) / Float(shared.count) }
            return shared.max { abs($0) < abs($1) } ?? 0
        }
    }

    private func values(of state: StepState) -> [Float]? {
        func spread(_ gate: [Float]?) -> [Float]? { gate?.map { 2 * $0 - 1 } }
        return switch self {
        case .hidden: state.hidden
        case .input: spread(state.gates?.input)
        case .forget: spread(state.gates?.forget)
        case .output: spread(state.gates?.output)
        }
    }
}
