import Debugger
import Scratchpads
import Support
import TerminalKit

/// Two runs side by side, at the same step: of each the environment, the open calls and the prediction; below, where they differ.
struct ComparisonPane {
    let scene: Scene
    let comparison: ComparisonView

    /// Narrower than this, the runs stand one below the other.
    private static let columnsWidth = 70

    func draw(on canvas: inout Canvas) {
        let area = canvas.bounds
        let (sides, words) = area.split(bottom: area.height >= 12 ? 2 : 1)
        let parts =
            area.width >= Self.columnsWidth
            ? columns(of: sides) : sides.rows([.share(1), .share(1)])
        let differs = scene.session.nextDiffers(from: comparison.other) ?? false
        var other = scene.view
        (other.editing, other.camera, other.comparison) = (nil, nil, nil)
        let runs = [
            ComparedSide(mark: "a", name: scene.view.sourceName, scene: scene, differs: differs),
            ComparedSide(
                mark: "b", name: comparison.name, scene: Scene(comparison.other, other), differs: differs),
        ]
        for (run, part) in zip(runs, parts) { canvas.within(part) { run.draw(on: &$0) } }
        if area.width >= Self.columnsWidth {
            for row in sides.minY..<sides.maxY {
                canvas.put(canvas.glyphs.isASCII ? "|" : "│", at: Point(parts[0].maxX, row), style: .border)
            }
        }
        let difference = DifferenceWords(scene: scene, comparison: comparison)
        canvas.write(difference.here, in: words.row(words.height - 1).inset(horizontal: 1))
        if words.height > 1 { canvas.write(difference.first, in: words.row(0).inset(horizontal: 1)) }
    }

    private func columns(of area: Rect) -> [Rect] {
        let left = (area.width - 1) / 2
        let (first, rest) = area.split(left: left)
        return [first, rest.inset(left: 1)]
    }
}

/// One of the two runs.
private struct ComparedSide {
    let mark: String
    let name: String
    let scene: Scene
    /// Whether the next steps of both differ.
    let differs: Bool

    func draw(on canvas: inout Canvas) {
        let area = canvas.bounds
        guard area.height > 0 else { return }
        drawHead(on: &canvas, in: area.row(0))
        let body = area.inset(top: 1)
        let rows = ComparedRows(body.height)
        var top = body.minY
        func take(_ count: Int) -> Rect {
            defer { top += count }
            return Rect(body.minX, top, body.width, count)
        }
        let places = (scratchpad: take(rows.scratchpad), stack: take(rows.stack), prediction: take(rows.prediction))
        if rows.scratchpad > 0 { _ = canvas.within(places.scratchpad) { ScratchpadPane(scene: scene).draw(on: &$0) } }
        drawStack(in: places.stack, on: &canvas)
        canvas.within(places.prediction) { PredictionPane(scene: scene).draw(on: &$0) }
        if differs, rows.prediction > 0 {
            canvas.put(canvas.glyphs.differs, at: places.prediction.origin, style: .mistake)
        }
    }

    private func drawHead(on canvas: inout Canvas, in row: Rect) {
        let session = scene.session
        let count = session.eventCount.map(\.grouped) ?? "\(session.log.count.grouped)+"
        var step = StyledText("\(session.position.grouped) of \(count) steps", Style(.position))
        if let verdict = scene.verdict {
            let style: Style = verdict.isRight == false ? .mistake : verdict.isRight == true ? .good : .dim
            let word = verdict.isRight == false ? "wrong" : verdict.isRight == true ? "correct" : "ended"
            step = StyledText("\(word) ", style) + step
        }
        let place = row.inset(horizontal: 1)
        canvas.write(step, in: place, align: .right)
        canvas.write(
            StyledText("\(mark) ", Style(.key)) + StyledText(name, .title),
            in: place.inset(right: step.columns + 1))
    }

    private func drawStack(in rows: Rect, on canvas: inout Canvas) {
        guard !rows.isEmpty else { return }
        let pane = StackPane(scene: scene)
        guard rows.height > 1 else {
            let place = rows.inset(horizontal: 1)
            return canvas.write(pane.path(width: place.width, canvas.glyphs), in: place)
        }
        canvas.within(rows) { pane.draw(on: &$0) }
    }
}

/// How the rows of one run are shared out.
private struct ComparedRows {
    var scratchpad = 0
    var stack = 0
    var prediction = 0

    init(_ count: Int) {
        prediction = min(count, 1)
        stack = count > 1 ? 1 : 0
        let rest = count - prediction - stack
        guard rest >= 4 else {
            prediction += max(rest, 0)
            return
        }
        scratchpad = min(max(rest * 2 / 5, 4), 14)
        let more = rest - scratchpad
        stack += more >= 8 ? min(more / 4, 7) : 0
        prediction = count - scratchpad - stack
    }
}
