import Debugger
import NPIKit
import Scratchpads
import Support

/// A tour as plain text, for pipes and for screen readers: each stop with its step, the environment, the texts, and the
/// questions with their answers.
///
///     TourText(tour, plan).write(to: &output)
package struct TourText: Sendable {
    private let tour: Tour
    private let plan: TourPlan

    /// How wide lines are.
    package static let width = 76

    /// Prepares to write a tour.
    package init(_ tour: Tour, _ plan: TourPlan) {
        self.tour = tour
        self.plan = plan
    }

    /// Writes all of it.
    package func write(to stream: inout some TextOutputStream) {
        stream.writeLine(tour.title)
        if !tour.about.isEmpty { write(tour.about, indent: "", to: &stream) }
        stream.writeLine(tour.problem.title(width: Self.width))
        for (index, stop) in tour.stops.enumerated() {
            let session = plan.stops[index].session
            stream.writeLine()
            stream.writeLine(
                "Stop \(index + 1) of \(tour.stops.count), after \(session.position) of \(session.log.count) steps")
            stream.writeLine()
            for line in session.world.textLines { stream.writeLine("    \(line)") }
            stream.writeLine()
            if let lines = stop.lines { write(lines, of: session, to: &stream) }
            for (label, words) in session.words(isAsked: stop.question != nil) {
                write(words, indent: "", first: "\(label): ", to: &stream)
            }
            for paragraph in stop.text {
                if !paragraph.hasPrefix("- ") { stream.writeLine() }
                write(paragraph, indent: "", to: &stream)
            }
            if let question = stop.question { write(question, to: &stream) }
        }
    }

    /// The lines of the task's file with their numbers, and an arrow before the one that is carried out.
    private func write(_ range: ClosedRange<Int>, of session: Session, to stream: inout some TextOutputStream) {
        guard let marks = session.sourceMarks else { return }
        stream.writeLine("    \(marks.lines.file)")
        let digits = "\(range.upperBound)".count
        for number in range where number <= marks.lines.count {
            let label = String(repeating: " ", count: digits - "\(number)".count) + "\(number)"
            stream.writeLine("    \(number == marks.next ? ">" : " ") \(label)  \(marks.lines.texts[number - 1])")
        }
        stream.writeLine()
    }

    private func write(_ question: TourQuestion, to stream: inout some TextOutputStream) {
        stream.writeLine()
        write(question.ask, indent: "   ", first: "Question: ", to: &stream)
        for (index, choice) in question.choices.enumerated() {
            write(choice, indent: "     ", first: "  \(index + 1)  ", to: &stream)
        }
        write(question.rightAnswer, indent: "   ", first: "Answer: ", to: &stream)
        for paragraph in question.because { write(paragraph, indent: "", to: &stream) }
    }

    /// Writes `text` in lines, the first one behind `first`, the others behind `indent`.
    private func write(_ text: String, indent: String, first: String = "", to stream: inout some TextOutputStream) {
        var line = first
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > Self.width {
                stream.writeLine(line)
                (line, isEmpty) = (indent, true)
            }
            line += isEmpty ? String(word) : " \(word)"
            isEmpty = false
        }
        stream.writeLine(line)
    }
}

extension Session {
    /// What was done and what comes next, in plain words; where a question is asked, not what would be right.
    fileprivate func words(isAsked: Bool) -> [(label: String, words: String)] {
        var words: [(String, String)] = []
        if position > 0 { words.append(("Done", sentence(log[position], latestNarration))) }
        if let next = knownNext(at: position) {
            words.append(("Next", sentence(next, isAsked && next.judgement == .differs ? nil : nextNarration)))
        } else if isAtEnd {
            let output = problem.output(of: world)
            words.append(("End", output.isEmpty ? "no output" : output))
        }
        return words
    }

    private func sentence(_ record: EventRecord, _ narration: Narration?) -> String {
        let eventDescription =
            switch record.event {
            case .call: "call \(name(of: record))"
            case .act: name(of: record)
            case .return(let program): "return from \(library[program])"
            }
        guard let narration else { return eventDescription }
        // The words of a mistake say themselves what was done.
        return narration.isExpected ? "\(eventDescription) - \(narration.text)" : narration.text
    }
}
