import TerminalKit
import Tours

/// The panel with what a tour tells and asks.
struct TourPanel {
    let tour: TourView
    let glyphs: Glyphs

    /// Longer lines are hard to read.
    private static let widest = 84

    /// How wide the text is in a panel of `width`.
    private static func textWidth(_ width: Int) -> Int { min(max(width - 2, 1), widest) }

    /// What is told in a panel of `width`.
    private func told(_ width: Int) -> [StyledText] {
        var lines: [StyledText] = []
        for (index, paragraph) in tour.text.enumerated() {
            if index > 0, !paragraph.hasPrefix("- ") { lines.append("") }
            lines += wrapped(paragraph, width: width)
        }
        return lines
    }

    /// What is asked, with the choices.
    private func asked(_ width: Int) -> [StyledText] {
        guard let question = tour.question else { return [] }
        var lines = StyledText(question.ask, .title).wrapped(to: width)
        for (index, choice) in question.choices.enumerated() { lines += self.lines(of: choice, index + 1, width) }
        guard let last = tour.answer?.wrong.last, tour.isAsking else { return lines }
        let given = question.choices.isEmpty ? "\"\(last)\"" : last
        let text = "\(glyphs.wrong) \(given) is not it. Try again, or press Enter to see the answer."
        return lines + StyledText(text, .mistake).wrapped(to: width)
    }

    /// Says that there is another page.
    private static func more(_ glyphs: Glyphs) -> String { " \(glyphs.arrowDown) more " }

    /// How many lines the stop needs in a panel of `width`.
    func lineCount(width: Int) -> Int { pages(width: width, height: .max).first?.count ?? 0 }

    /// The stop's lines on pages of `height`: what is told, what is asked and what is answered are kept together.
    func pages(width: Int, height: Int) -> [[StyledText]] {
        let width = Self.textWidth(width)
        let height = max(height, 1)
        var pages: [[StyledText]] = [[]]
        let sections = [told(width), asked(width), verdict(width)].enumerated().filter { !$0.element.isEmpty }
        for (index, lines) in sections {
            // An answer follows its choices at once; a question stands apart from the text.
            let gap = pages[pages.count - 1].isEmpty || index == 2 ? 0 : 1
            if pages[pages.count - 1].count + gap + lines.count <= height {
                pages[pages.count - 1] += Array(repeating: "", count: gap) + lines
                continue
            }
            if pages[pages.count - 1].isEmpty { pages.removeLast() }
            pages += divided(lines, width: width, height: height)
        }
        return pages
    }

    /// `lines` on pages of their own. Where the last line of a page has no room for the word that there is more, it goes over.
    private func divided(_ lines: [StyledText], width: Int, height: Int) -> [[StyledText]] {
        let room = width - Self.more(glyphs).columns
        var pages: [[StyledText]] = []
        var rest = lines[...]
        while !rest.isEmpty {
            if rest.first?.columns == 0 { rest = rest.dropFirst() }
            var page = rest.prefix(height)
            if page.count < rest.count, height > 1, (page.last?.columns ?? 0) > room { page = page.dropLast() }
            guard !page.isEmpty else { break }
            pages.append(Array(page))
            rest = rest.dropFirst(page.count)
        }
        return pages
    }

    private func wrapped(_ paragraph: String, width: Int) -> [StyledText] {
        guard paragraph.hasPrefix("- ") else { return styled(paragraph).wrapped(to: width) }
        return styled(String(paragraph.dropFirst(2))).wrapped(to: width - 2).enumerated().map { index, line in
            StyledText(index == 0 ? "\(glyphs.empty) " : "  ", .dim) + line
        }
    }

    /// Names of programs look as they do everywhere.
    private func styled(_ text: String) -> StyledText {
        var styled = StyledText()
        for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { styled.append(" ") }
            let name = word.prefix { $0.isLetter || $0.isNumber }
            guard tour.programs.contains(String(name)) else {
                styled.append(String(word))
                continue
            }
            styled.append(String(name), .program)
            styled.append(String(word.dropFirst(name.count)))
        }
        return styled
    }

    private func lines(of choice: String, _ number: Int, _ width: Int) -> [StyledText] {
        let isRight = tour.question?.isRight("\(number)") ?? false
        let isDone = tour.answer?.isDone ?? false
        let isWrong = tour.answer?.wrong.contains("\(number)") ?? false
        var mark = StyledText(" ")
        var style = Style.text
        if isDone, isRight { (mark, style) = (StyledText(String(glyphs.right), .good), .good) }
        if isWrong { (mark, style) = (StyledText(String(glyphs.wrong), .mistake), .dim) }
        return StyledText(choice, style).wrapped(to: width - 5).enumerated().map { index, line in
            (index == 0 ? " " + mark + StyledText("\(number)", .key) + "  " : "     ") + line
        }
    }

    /// What becomes of the answer, and why.
    private func verdict(_ width: Int) -> [StyledText] {
        guard let question = tour.question, let answer = tour.answer, answer.isDone else { return [] }
        let word = answer.isRight ? "Right" : "The answer"
        // A choice is marked where it stands.
        // Which choice it is stands here too: the choices may be on the page before.
        let head = question.choices.isEmpty || !answer.isRight ? "\(word): \(question.shortAnswer). " : "\(word). "
        let mark = head.isEmpty ? StyledText() : StyledText("\(glyphs.right) \(head)", .good)
        let first = mark + styled(question.because.first ?? "")
        return first.wrapped(to: width) + question.because.dropFirst().flatMap { wrapped($0, width: width) }
    }

    /// Such as "stop 3 of 9".
    var placeText: String { "stop \(tour.number) of \(tour.count)" }

    /// The title of the panel's frame.
    var heading: StyledText {
        let place = StyledText(placeText, Style(.position))
        guard tour.isAway else { return StyledText(tour.title, .title) + "  " + place }
        return StyledText(tour.title, .title) + "  " + place
            + StyledText("  Backspace: back to the stop", Style(.warning))
    }

    /// Draws the page; where no frame can hold the heading, it takes the first row.
    func draw(isFramed: Bool, on canvas: inout Canvas) {
        var area = canvas.bounds
        if !isFramed {
            canvas.horizontalLine(y: 0, from: 0, through: area.width - 1)
            canvas.write(" " + heading + " ", in: area.row(0).inset(left: 1, right: 2))
            area = area.inset(top: 1)
        }
        guard area.height > 0 else { return }
        let pages = pages(width: area.width, height: area.height)
        let page = min(tour.page, pages.count - 1)
        for (row, line) in pages[page].enumerated() {
            canvas.write(line, in: area.row(row).inset(left: 1, right: 1))
        }
        guard page + 1 < pages.count else { return }
        canvas.write(
            StyledText(Self.more(glyphs), Style(.accent)), in: area.row(area.height - 1), align: .right)
    }
}
