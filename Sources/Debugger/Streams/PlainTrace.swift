import NPIKit
import Scratchpads
import Support

/// A run as plain text: a line for each call and each action, two spaces in for each level, as the traces are printed in
/// the paper.
///
///     ADD
///       ADD1
///         WRITE OUT 1
///
/// A mistake is told at the end of its line, and so is what a person decided or set. With narration each line is followed, in a column of its own, by the reason in
/// plain words.
package struct PlainTrace: Sendable {
    /// In which column the narration begins, from 0.
    package static let narrationColumn = 32

    private let isNarrated: Bool
    private var line: StateHistory
    private var number = 0

    /// Prepares to write `session` from its first event.
    package init(_ session: Session, isNarrated: Bool = false) {
        self.isNarrated = isNarrated
        line = session.history.states
        line.move(to: 0, in: session.log)
    }

    /// Writes the known events that are not written yet.
    package mutating func write(_ session: Session, to stream: inout some TextOutputStream) {
        while number < session.log.count {
            number += 1
            let record = session.log[number]
            if isNarrated { line.move(to: number - 1, in: session.log) }
            if number == 1 { writeChanges(at: 0, of: session, to: &stream) }
            if record.kind != .return || record.judgement == .differs {
                write(record, in: session, to: &stream)
            }
            writeChanges(at: number, of: session, to: &stream)
        }
    }

    private func writeChanges(at position: Int, of session: Session, to stream: inout some TextOutputStream) {
        let indent = Self.indents[min(session.log.depth(at: position), Self.levelLimit)]
        for change in session.changes(at: position) { stream.writeLine(indent + change.text + Self.byHand) }
    }

    private static let byHand = "  (by hand)"

    private func write(_ record: EventRecord, in session: Session, to stream: inout some TextOutputStream) {
        let level = record.kind == .call ? record.depth : record.depth + 1
        let indent = Self.indents[min(level, Self.levelLimit)]
        // By itself, since in a deep trace it is far longer than what follows.
        stream.write(indent)
        var text = session.name(of: record)
        if record.isForced { text += Self.byHand }
        if isNarrated, let narration = session.narration(of: record, before: line.world) {
            // Column by column, so that what a person cannot see, a screen reader hears in the same order.
            text +=
                String(repeating: " ", count: max(Self.narrationColumn - indent.count - text.count, 2)) + narration.text
        } else if record.judgement == .differs {
            text += "  (mistake)"
        }
        stream.writeLine(text)
    }

    /// Deeper levels are written no further in: a runaway network nests without end, and lines that grow with it would
    /// fill a disk.
    private static let levelLimit = 256
    /// The blanks before a line, by its level.
    private static let indents = (0...levelLimit).map { String(repeating: "  ", count: $0) }
}
