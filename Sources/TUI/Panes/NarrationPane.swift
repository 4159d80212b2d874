import Debugger
import NPIKit
import Scratchpads
import TerminalKit

/// The last step and the next one in plain words; of a caller that is selected, its own call and the one that it has made.
struct NarrationPane {
    let scene: Scene
    /// Whether the steps themselves are left out, and only why they are made is told.
    let isTerse: Bool

    func draw(on canvas: inout Canvas) {
        let area = canvas.bounds
        let width = area.width - Self.indent - 1
        guard area.height > 0, width > 0 else { return }
        var next = next(isBrief: false).wrapped(to: width)
        if area.height < 3, next.count > 1 { next = self.next(isBrief: true).wrapped(to: width) }
        // What comes next keeps its place from step to step, as long as it fits there.
        let middle = area.height == 3 ? 1 : (area.height + 1) / 2
        let start = area.height > 1 ? max(min(middle, area.height - next.count), 1) : 0
        var last = last(isBrief: false).wrapped(to: width)
        if last.count > start { last = self.last(isBrief: true).wrapped(to: width) }
        draw(labels.last, last, in: area.split(top: start).top, on: &canvas)
        draw(labels.next, next, in: area.split(top: start).rest, on: &canvas)
    }

    private static let indent = 6

    private func draw(_ label: String, _ lines: [StyledText], in area: Rect, on canvas: inout Canvas) {
        guard !area.isEmpty else { return }
        canvas.write(label, at: area.origin.moved(1, 0), style: .dim)
        for (row, line) in lines.prefix(area.height).enumerated() {
            let isCut = row == area.height - 1 && lines.count > area.height
            let text = isCut ? line + StyledText(String(canvas.glyphs.ellipsis), .dim) : line
            canvas.write(text, in: area.row(row).inset(left: Self.indent))
        }
    }

    private var labels: (last: String, next: String) {
        if caller != nil { return ("this", "then") }
        return (scene.session.position == 0 ? "task" : "last", scene.verdict == nil ? "next" : "end")
    }

    /// The selected frame, where it waits for a call.
    private var caller: (call: EventRecord, made: SelectedStep)? {
        guard let made = scene.selected, made.isPast, let frame = scene.session.selectedFrame else { return nil }
        return (scene.session.log[frame.call], made)
    }

    /// - Parameter isBrief: Whether there is no room for more than what would have been right.
    private func last(isBrief: Bool) -> StyledText {
        if let caller { return sentence(caller.call, scene.session.selectedCallNarration, isBrief) }
        let changes = scene.session.changes(at: scene.session.position).map(\.text)
        guard !changes.isEmpty else { return latest(isBrief) }
        return StyledText("set by hand: \(changes.joined(separator: ", ")); ", Style(.warning)) + latest(isBrief)
    }

    private func latest(_ isBrief: Bool) -> StyledText {
        let session = scene.session
        guard let latest = scene.latest else {
            return StyledText(session.problem.goal(width: 120), Style(.narration))
        }
        return sentence(latest, session.latestNarration, isBrief)
    }

    private func next(isBrief: Bool) -> StyledText {
        if let verdict = scene.verdict { return verdict.text }
        if let caller { return sentence(caller.made.record, scene.session.narration(of: caller.made), isBrief) }
        guard scene.session.position > 0 else {
            return "call " + StyledText(scene.session.library[scene.session.program], .program)
                + StyledText(", the top program", Style(.narration))
        }
        guard let next = scene.next else { return StyledText("not known yet", .dim) }
        if next.judgement == .differs, scene.isAsked { return scene.eventDescription(next) }
        return sentence(next, scene.session.nextNarration, isBrief)
    }

    private func sentence(_ record: EventRecord, _ narration: Narration?, _ isBrief: Bool) -> StyledText {
        guard let narration else {
            return record.number == 1
                ? scene.eventDescription(record) + StyledText(", the top program", Style(.narration))
                : scene.eventDescription(record)
        }
        guard narration.isExpected else {
            if isBrief {
                return StyledText("mistake", .mistake) + StyledText("; right: \(narration.reason)", Style(.narration))
            }
            // What is wrong stands out; what would be right is read as calmly as ever.
            let wrong = narration.text.prefix { $0 != ";" }
            return StyledText(String(wrong), .mistake)
                + StyledText(String(narration.text.dropFirst(wrong.count)), Style(.narration))
        }
        if isTerse { return StyledText(narration.text, Style(.narration)) }
        return scene.eventDescription(record) + StyledText(" — ", .dim) + StyledText(narration.text, Style(.narration))
    }

}

extension Verdict {
    /// The outcome in a sentence.
    fileprivate var text: StyledText {
        guard ending == .halted else { return StyledText("\(ending)", .mistake) }
        let head = "halted: " + StyledText(shortOutput, Style(.value))
        guard isRight != nil else { return head + ", " + StyledText("the run was changed", Style(.warning)) }
        let changed = isChanged ? " (after your change)" : ""
        guard let shortExpected else { return head + ", " + StyledText("correct\(changed)", .good) }
        return head + ", " + StyledText("wrong", .mistake) + "; right\(changed): "
            + StyledText(shortExpected, Style(.value))
    }
}
