import Debugger
import NPIKit
import Scratchpads
import Support
import TerminalKit
import Tours

/// The pane of the call stack, with what is watched below it.
struct StackView: Pane {
    let name = PaneName.stack
    let spotlight = Spotlight.Part.stack
    let place = "the call stack"
    let commands: [CommandID] = [.callerFrame, .calleeFrame, .finish, .finishBack, .toggleBreakpoint, .viewInside]

    func title(_ scene: Scene) -> String { "Call stack" }

    func hints(_ keys: KeyAssignment) -> [KeyHint?]? {
        [
            keys.hint(.callerFrame, "caller"), keys.hint(.calleeFrame, "callee"), keys.hint(.finish, "finish it"),
            keys.hint(.finishBack, "before it"), keys.hint(.step, "step"), keys.hint(.nextPane, "pane"),
            keys.hint(.zoom, "zoom"), keys.hint(.help, "help"), keys.hint(.quit, "quit"),
        ]
    }

    func draw(_ scene: Scene, on canvas: inout Canvas) -> Point? {
        let pane = StackPane(scene: scene)
        guard canvas.bounds.height > 1 else {
            let room = canvas.bounds.inset(horizontal: 1)
            canvas.write(pane.path(width: room.width, canvas.glyphs), in: room)
            return nil
        }
        let watches = scene.session.stopPoints.watches
        let parts = StackPane.framesArea(in: canvas.bounds, watchCount: watches.count)
        canvas.within(parts.frames) { pane.draw(on: &$0) }
        for (row, watch) in watches.suffix(parts.watches.height).enumerated() {
            canvas.within(parts.watches.row(row).inset(right: 1)) {
                WatchLine(session: scene.session, watch: watch).draw(isChosen: false, on: &$0)
            }
        }
        return nil
    }

    func scroll(_ way: ScrollWay, _ state: inout AppState) {
        switch way {
        case .up: _ = state.session.selectCallee()
        case .down: _ = state.session.selectCaller()
        case .pageUp: state.session.selectFrame(state.session.selection - state.scrollPage)
        case .pageDown: state.session.selectFrame(state.session.selection + state.scrollPage)
        case .left, .right: state.scrollScratchpad(way)
        }
    }

    /// Selects the frame.
    func click(_ point: Point, in place: Rect, _ state: inout AppState) {
        let frames = StackPane.framesArea(in: place, watchCount: state.session.stopPoints.watches.count).frames
        guard frames.contains(point), frames.height > 1 else { return }
        let pane = StackPane(scene: Scene(state.session, state.view))
        state.session.selectFrame(pane.index(ofRow: point.y - frames.minY, rows: frames.height))
    }
}

/// The open frames, the innermost on top.
struct StackPane {
    let scene: Scene

    func draw(on canvas: inout Canvas) {
        let session = scene.session
        let area = canvas.bounds
        guard area.height > 0 else { return }
        guard session.depth > 0 else {
            let text = session.position == 0 ? "no program runs yet" : "all programs have returned"
            return canvas.write(StyledText(text, .dim), in: area.row(0).inset(left: 1))
        }
        let first = firstShown(rows: area.height)
        let height = frameRows(in: area.height)
        let frames = session.stack(limit: first + area.height / height).dropFirst(first)
        for (row, frame) in frames.enumerated() {
            let isSelected = first + row == session.selection
            canvas.within(area.row(row * height)) { draw(frame, isSelected: isSelected, on: &$0) }
            let below = Rect(area.minX, area.minY + row * height + 1, area.width, height - 1)
            if height > 1 { drawPurpose(of: frame, in: below, on: &canvas) }
        }
        if height == 1, frames.count + 2 < area.height {
            drawOrigin(of: frames, in: area.row(area.height - 1), on: &canvas)
        }
        drawOverflow(above: first, below: session.depth - first - frames.count, on: &canvas)
    }

    /// The frame in `row` of a pane that is `rows` high, counted from the innermost.
    func index(ofRow row: Int, rows: Int) -> Int { firstShown(rows: rows) + row / frameRows(in: rows) }

    /// How many rows a frame takes: more than one where there is room to say what its program does and where it was called.
    private func frameRows(in rows: Int) -> Int { min(max(rows / max(scene.session.depth, 1), 1), 3) }

    /// Where the frames stand in the pane: above what is watched, which is at most as high as they.
    static func framesArea(in pane: Rect, watchCount: Int) -> (frames: Rect, watches: Rect) {
        let parts = pane.split(bottom: pane.height > 1 ? min(watchCount, pane.height / 2) : 0)
        return (parts.rest, parts.bottom)
    }

    /// Frames before the first shown one: as few as let the selected frame be seen.
    private func firstShown(rows: Int) -> Int {
        let (depth, selected) = (scene.session.depth, scene.session.selection)
        guard frameRows(in: rows) == 1 else { return 0 }
        let wanted = max(scene.view.scroll.stack, selected - max(rows - 2, 0))
        return min(max(min(wanted, selected), 0), max(depth - rows, 0))
    }

    private func draw(_ frame: StackFrame, isSelected: Bool, on canvas: inout Canvas) {
        let row = canvas.bounds
        if isSelected { canvas.fill(row, style: Style(.text, on: .selected)) }
        let mark = isSelected ? String(canvas.glyphs.current) : " "
        var name = StyledText(mark + " ", Style(.position)) + StyledText(scene.session.library[frame.program], .program)
        if frame.arguments != .none {
            let values = frame.arguments.values.map(String.init).joined(separator: " ")
            name += StyledText(" " + values, Style(.argument))
        }
        let calls = frame.step == 1 ? "1 call" : "\(frame.step.grouped) calls"
        var place = StyledText(row.width >= 40 ? "\(calls) made" : calls)
        if isSelected { (name, place) = (name.chosen, place.chosen) }
        canvas.write(place, in: row.inset(right: 1), align: .right)
        canvas.write(name, in: row.inset(right: place.columns + 2))
    }

    /// Says what the frame's program does, and where it was called.
    private func drawPurpose(of frame: StackFrame, in rows: Rect, on canvas: inout Canvas) {
        let place = rows.inset(left: 4, right: 1)
        let call = StyledText("step \(frame.call.grouped)", .dim)
        canvas.write(call, in: place.row(0), align: .right)
        let task = scene.session.problem.task
        guard let purpose = task.purpose(of: scene.session.library[frame.program]) else { return }
        let lines = StyledText(purpose, .dim).wrapped(to: max(place.width - call.columns - 2, 1))
        for (row, line) in lines.prefix(place.height).enumerated() {
            let isCut = row == place.height - 1 && lines.count > place.height
            canvas.write(isCut ? line + StyledText(String(canvas.glyphs.ellipsis), .dim) : line, in: place.row(row))
        }
    }

    /// Says where the selected frame comes from.
    private func drawOrigin(of frames: ArraySlice<StackFrame>, in row: Rect, on canvas: inout Canvas) {
        guard let frame = scene.session.selectedFrame else { return }
        let library = scene.session.library
        let caller = scene.session.log[frame.call].frame
        var text = StyledText("called at step \(frame.call.grouped)", .dim)
        if caller > 0, let program = scene.session.log[caller].program {
            text += StyledText(" by \(library[program])", .dim)
        }
        canvas.write(text, in: row.inset(left: 2, right: 1))
    }

    /// Says in the last column how many frames are out of sight.
    private func drawOverflow(above: Int, below: Int, on canvas: inout Canvas) {
        let area = canvas.bounds
        if above > 0 { canvas.put(canvas.glyphs.arrowUp, at: Point(area.maxX - 1, 0), style: Style(.accent)) }
        if below > 0 {
            canvas.put(canvas.glyphs.arrowDown, at: Point(area.maxX - 1, area.maxY - 1), style: Style(.accent))
        }
    }

    /// The frames in one line, the top program first: "ADD › ADD1 › CARRY".
    func path(width: Int, _ glyphs: Glyphs) -> StyledText {
        let session = scene.session
        var path = StyledText()
        let separator = StyledText(" \(glyphs.separator) ", .dim)
        for (index, frame) in session.stack(limit: max(width, 1)).enumerated() {
            let isSelected = index == session.selection
            let name = StyledText(
                session.library[frame.program], Style(.program, on: isSelected && index > 0 ? .selected : nil))
            let longer = path.columns == 0 ? name : name + separator + path
            guard longer.columns <= width || path.columns == 0 else {
                let cut = StyledText(String(glyphs.ellipsis), .dim) + separator + path
                return cut.columns <= width ? cut : path
            }
            path = longer
        }
        return path
    }
}
