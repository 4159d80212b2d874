package import TerminalKit

extension PaneName: CaseIterable {
    /// The panes in the order in which they get the keys: this is the one place that lists them.
    static let panes: [any Pane] = [ScratchpadView(), StackView(), PredictionView(), TraceView()]

    package static let allCases = panes.map(\.name)

    /// The pane of this name.
    var pane: any Pane { Self.panes.first { $0.name == self } ?? Self.panes[0] }
}

/// Where everything of the debugger's screen stands, computed from the screen's size alone.
///
///     title
///     ╭ Scratchpad ─────┬ Call stack ──╮
///     │                 ├ Prediction ──┤      framed: the trace runs below; wide: it stands on the right, as high as
///     ├ In words ───────┤              │      the others together; compact: no frames, one pane below the other
///     ├ Trace ──────────┴──────────────┤
///     ╰────────────────────────────────╯
///     timeline
///     footer
package struct ScreenLayout: Hashable, Sendable {
    /// The ways to arrange the panes.
    package enum Form: Hashable, Sendable {
        /// Nothing fits; the screen only says how large it would have to be.
        case tooSmall
        /// One below the other, without frames.
        case compact
        /// Framed panes, the trace below the others.
        case framed
        /// Framed panes, the trace beside the others.
        case wide
    }

    /// The smallest screen on which a run can be followed.
    package static let minimum = Size(40, 10)

    /// How the panes are arranged.
    package private(set) var form: Form
    /// The panes' insides; panes without room are left out.
    package private(set) var panes: [PaneName: Rect] = [:]
    /// What the panes say in plain words, inside its frame.
    package private(set) var narration = Rect(size: .zero)
    /// A look inside the network, in place of panes.
    package private(set) var inside = Rect(size: .zero)
    /// The topmost row.
    package private(set) var title = Rect(size: .zero)
    /// The slider.
    package private(set) var timeline = Rect(size: .zero)
    /// The lowest row.
    package private(set) var footer = Rect(size: .zero)

    /// The panel of a tour, inside its frame; in the compact form its first row is the heading's.
    package private(set) var panel = Rect(size: .zero)

    /// Arranges the panes on a screen of `size`, or `zoomed` alone.
    ///
    /// - Parameters:
    ///   - size: The screen's.
    ///   - zoomed: The pane that has all the room.
    ///   - looksInside: Whether a look inside the network is wanted.
    ///   - isComparing: Whether two runs take the place of the panes.
    ///   - isProjected: Whether only the environment, the words and the prediction are shown, as large as they can be.
    ///   - panelRows: How many rows the panel of a tour would like; 0 without one. It stands in the place of the trace
    ///     where there is no room for both.
    ///   - needsTrace: Whether the trace is looked at; then it takes the place of other panes rather than none.
    ///   - showsSource: Whether the task's text stands in the place of the trace: it gets room of the other panes.
    package init(
        _ size: Size, zoomed: PaneName? = nil, looksInside: Bool = false, isComparing: Bool = false,
        isProjected: Bool = false,
        panelRows: Int = 0, needsTrace: Bool = false, showsSource: Bool = false
    ) {
        guard size.width >= Self.minimum.width, size.height >= Self.minimum.height else {
            form = .tooSmall
            return
        }
        let isRoomy = !isProjected && size.width >= 112 && size.height >= 28
        form = isRoomy ? .wide : size.width >= 72 && size.height >= (panelRows > 0 ? 22 : 18) ? .framed : .compact
        let rows = Rect(size: size).rows([.cells(1), .share(1), .cells(1), .cells(1)])
        (title, timeline, footer) = (rows[0], rows[2], rows[3])
        var body = form == .compact ? rows[1] : rows[1].inset(horizontal: 1, vertical: 1)
        if panelRows > 0, form != .wide || zoomed != nil || looksInside { body = takePanel(panelRows, from: body) }
        switch (form, zoomed) {
        case _ where isComparing: inside = body
        case (.wide, nil) where looksInside: arrangeInside(body)
        case _ where looksInside: inside = body
        case (_, .scratchpad?):
            (panes[.scratchpad], narration) = body.split(withEdge: edge, bottom: min(5, body.height / 3))
        case (_, let pane?): panes[pane] = body
        case _ where isProjected && form != .compact: arrangeProjected(body, hasPanel: panelRows > 0)
        case (.wide, _): arrangeWide(body, panelRows: panelRows, showsSource: showsSource)
        case (.framed, _) where panelRows > 0: arrangeBesidePanel(body, needsTrace: needsTrace)
        case (.framed, _): arrangeFramed(body, showsSource: showsSource)
        default: arrangeCompact(body, needsTrace: needsTrace)
        }
    }

    /// The frame around a pane: one cell more on each side.
    static func frame(of inside: Rect) -> Rect {
        Rect(inside.minX - 1, inside.minY - 1, inside.width + 2, inside.height + 2)
    }

    /// The pane at `point`, frames not counted.
    package func pane(at point: Point) -> PaneName? {
        panes.first { $0.value.contains(point) }?.key
    }

    /// How many cells lie between panes.
    private var edge: Int { form == .compact ? 0 : 1 }

    private mutating func arrangeWide(_ body: Rect, panelRows: Int, showsSource: Bool) {
        let middle = min(max(body.width * 28 / 100, 34), 50)
        let right = showsSource ? min(body.width * 36 / 100, 96) : min(max(body.width * 28 / 100, 32), 56)
        var (rest, trace) = body.split(withEdge: 1, right: right)
        if panelRows > 0 { rest = takePanel(panelRows, from: rest) }
        let (left, side) = rest.split(withEdge: 1, right: middle)
        panes[.trace] = trace
        (panes[.scratchpad], narration) = left.split(withEdge: 1, bottom: left.width < 70 ? 6 : 5)
        let frames = min(max(side.height - 21, 6), 12)
        (panes[.stack], panes[.prediction]) = side.split(withEdge: 1, bottom: side.height - frames - 1)
    }

    /// The run keeps a column on the left.
    private mutating func arrangeInside(_ body: Rect) {
        let (left, right) = body.split(withEdge: 1, right: body.width - min(max(body.width * 3 / 10, 34), 60) - 1)
        inside = right
        let (upper, lower) = left.split(withEdge: 1, bottom: 6)
        narration = lower
        (panes[.scratchpad], panes[.stack]) = upper.split(withEdge: 1, bottom: min(max(upper.height / 3, 6), 12))
    }

    /// The environment over the words and the prediction, which get less where a tour's panel tells of the run too.
    private mutating func arrangeProjected(_ body: Rect, hasPanel: Bool) {
        let wish = hasPanel ? 3 : 6
        let (upper, lower) = body.split(withEdge: 1, bottom: min(wish, body.height / 3))
        panes[.scratchpad] = upper
        (narration, panes[.prediction]) = lower.split(withEdge: 1, right: min(max(body.width * 35 / 100, 28), 60))
    }

    private mutating func arrangeFramed(_ body: Rect, showsSource: Bool) {
        let main =
            showsSource
            ? max(min(10, body.height - 4), body.height * 40 / 100)
            : min(max(13, body.height * 55 / 100), body.height - 3)
        let (upper, trace) = body.split(withEdge: 1, bottom: body.height - main - 1)
        let (left, side) = upper.split(withEdge: 1, right: min(max(body.width * 42 / 100, 33), 46))
        panes[.trace] = trace
        (panes[.scratchpad], narration) = left.split(
            withEdge: 1, bottom: main > 12 ? 5 : showsSource ? 3 : 4)
        (panes[.stack], panes[.prediction]) = side.split(
            withEdge: 1, bottom: min(max(main * 3 / 5, main > 12 ? 8 : 6), 17))
    }

    /// Gives the lowest rows of `body` to the panel, and returns the rest.
    private mutating func takePanel(_ wish: Int, from body: Rect) -> Rect {
        let (wish, most) =
            switch form {
            case .wide: (wish, body.height - 15)
            case .framed: (wish, body.height - 12)
            default: (wish + 1, body.height / 2)
            }
        let rest: Rect
        (rest, panel) = body.split(withEdge: edge, bottom: min(max(wish, 3), max(most, 2)))
        return rest
    }

    /// The panes of the framed form over a panel: the trace stands beside the environment, where it is needed.
    private mutating func arrangeBesidePanel(_ body: Rect, needsTrace: Bool) {
        let (left, side) = body.split(withEdge: 1, right: min(max(body.width * 42 / 100, 33), 46))
        (panes[.scratchpad], narration) = left.split(withEdge: 1, bottom: 4)
        if needsTrace {
            panes[.trace] = side
        } else {
            (panes[.stack], panes[.prediction]) = side.split(
                withEdge: 1, bottom: min(max(body.height * 3 / 5, 6), 17))
        }
    }

    private mutating func arrangeCompact(_ body: Rect, needsTrace: Bool) {
        var column = body
        if body.width >= 84 {
            let (left, trace) = body.split(right: body.width * 2 / 5)
            (column, panes[.trace]) = (left, trace)
        }
        let rows = CompactRows(column.height)
        let parts = column.rows([
            .cells(rows.scratchpad), .cells(rows.words), .cells(1), .cells(rows.prediction), .share(1),
        ])
        (panes[.scratchpad], panes[.stack], panes[.prediction]) = (parts[0], parts[2], parts[3])
        narration = parts[1]
        guard panes[.trace] == nil else { return }
        if parts[4].height > 1 {
            panes[.trace] = parts[4]
        } else if needsTrace {
            // In the place of the frames and of what the network says.
            let top = parts[2].minY
            (panes[.stack], panes[.prediction]) = (nil, nil)
            panes[.trace] = Rect(column.minX, top, column.width, column.maxY - top)
        }
    }
}

/// How the rows of a compact screen are shared out: in the order of their worth.
private struct CompactRows {
    var scratchpad = 4
    var words = 1
    var prediction = 1

    init(_ count: Int) {
        let wishes: [WritableKeyPath<CompactRows, Int>] = [
            \.words, \.prediction, \.words, \.scratchpad, \.prediction, \.prediction, \.scratchpad, \.scratchpad,
            \.words,
            \.prediction, \.prediction, \.prediction,
        ]
        // One row is the stack's.
        for wish in wishes.prefix(max(count - scratchpad - words - prediction - 1, 0)) { self[keyPath: wish] += 1 }
    }
}

extension Rect {
    /// The last `count` rows, and the rest without `edge` rows between.
    fileprivate func split(withEdge edge: Int, bottom count: Int) -> (rest: Rect, bottom: Rect) {
        let (rest, bottom) = split(bottom: count)
        return (rest.inset(bottom: edge), bottom)
    }

    /// The last `count` columns, and the rest without `edge` columns between.
    fileprivate func split(withEdge edge: Int, right count: Int) -> (rest: Rect, right: Rect) {
        let (rest, right) = split(right: count)
        return (rest.inset(right: edge), right)
    }
}
