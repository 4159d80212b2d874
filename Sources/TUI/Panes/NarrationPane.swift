import Debugger
import NPIKit
import Scratchpads

/// The last step and the next one in plain words.
struct NarrationPane {
    let scene: Scene

    func draw(on canvas: inout Canvas) {
        let area = canvas.bounds
        let width = area.width - Self.indent - 1
        guard area.height > 0, width > 0 else { return }
        let (done, next) = (paragraph(done, width), paragraph(next, width))
        // Both get a line at least; then the present before the past.
        let nextCount = min(next.count, max(area.height - 1, 1))
        let doneCount = min(done.count, area.height - nextCount)
        let gap = done.count + next.count < area.height ? 1 : 0
        draw("done", Array(done.prefix(doneCount)), isCut: doneCount < done.count, at: 0, on: &canvas)
        draw(
            "next", Array(next.prefix(nextCount)), isCut: nextCount < next.count, at: doneCount + gap, on: &canvas)
    }

    private static let indent = 6

    private func draw(_ label: String, _ lines: [StyledText], isCut: Bool, at y: Int, on canvas: inout Canvas) {
        guard !lines.isEmpty else { return }
        canvas.write(label, at: Point(1, y), style: .dim)
        for (row, line) in lines.enumerated() {
            let isLast = row == lines.count - 1
            let text = isLast && isCut ? line + StyledText(String(canvas.glyphs.ellipsis), .dim) : line
            canvas.write(text, in: Rect(Self.indent, y + row, canvas.bounds.width - Self.indent, 1))
        }
    }

    private var done: StyledText {
        let session = scene.session
        guard let latest = scene.latest else {
            return StyledText("to do: ", .dim) + StyledText(session.problem.goal(width: 160), Style(.narration))
        }
        return sentence(latest, session.latestNarration)
    }

    private var next: StyledText {
        if let outcome = scene.outcome { return outcome.text }
        guard scene.session.position > 0 else {
            return "call " + StyledText(scene.session.library[scene.session.program], .program)
                + StyledText(", the top program", Style(.narration))
        }
        guard let next = scene.next else { return StyledText("not known yet", .dim) }
        return sentence(next, scene.session.nextNarration)
    }

    private func sentence(_ record: EventRecord, _ narration: Narration?) -> StyledText {
        guard let narration else {
            return record.number == 1
                ? scene.deed(record) + StyledText(", the top program", Style(.narration)) : scene.deed(record)
        }
        guard narration.isExpected else { return StyledText(narration.text, .mistake) }
        return scene.deed(record) + StyledText(" - ", .dim) + StyledText(narration.text, Style(.narration))
    }

    private func paragraph(_ text: StyledText, _ width: Int) -> [StyledText] {
        text.wrapped(to: width)
    }
}

extension Outcome {
    /// The outcome in a sentence.
    var text: StyledText {
        guard ending == .halted else { return StyledText("\(ending)", .mistake) }
        let short = output.shortenedInMiddle(to: 60)
        guard let expected else {
            return StyledText("halted: \(short), correct", .good)
        }
        let right = expected.shortenedInMiddle(to: 60)
        return StyledText("halted: \(short.isEmpty ? "no output" : short), wrong; right: \(right)", .mistake)
    }
}
