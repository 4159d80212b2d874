import Debugger
import NPIKit
import Support
import TerminalKit

/// What is counted of the run: what its programs do, how confident the network was, and the expert beside it.
struct NumbersPane {
    let scene: Scene

    /// The fewest columns in which the confidences can stand beside the programs.
    private static let narrowestBars = 34
    private static let cellWidth = 9

    func draw(on canvas: inout Canvas) {
        let area = canvas.bounds.inset(horizontal: 1)
        var lines = lines(width: area.width, endsWithActions: false)
        // All actions where there is room for them, else the most frequent ones.
        let table = scene.view.numbers.map(actionTable) ?? []
        let fits = lines.count + table.count <= area.height
        lines = fits ? lines + table : self.lines(width: area.width)
        let first = min(max(scene.view.scroll.inside, 0), max(lines.count - area.height, 0))
        for (row, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
            canvas.within(area.row(row)) { line($0.bounds, &$0) }
        }
    }

    /// How far the lines can be scrolled on a canvas of `size`.
    func scrollRange(_ size: Size) -> ClosedRange<Int> {
        0...max(lines(width: size.width - 2).count - size.height, 0)
    }

    private typealias Line = (_ row: Rect, _ canvas: inout Canvas) -> Void

    private func lines(width: Int, endsWithActions: Bool = true) -> [Line] {
        guard let numbers = scene.view.numbers else { return [] }
        func text(_ text: StyledText) -> Line { { row, canvas in canvas.write(text, in: row) } }
        func wrapped(_ line: StyledText) -> [Line] { line.wrapped(to: max(width, 1)).map(text) }
        let blank = [text(StyledText())]
        let head = wrapped(summary(numbers)) + blank
        let actions = endsWithActions ? blank + wrapped(actions(numbers)) : []
        let table = programs(numbers, width: width)
        let tableWidth = (table.map(\.columns).max() ?? 0) + 3
        let programs = table.map(text)
        let confidences = confidences(numbers)
        guard width >= tableWidth + Self.narrowestBars else {
            return head + programs + blank + confidences + actions
        }
        let count = max(programs.count, confidences.count)
        let both: [Line] = (0..<count).map { index in
            { row, canvas in
                let (left, right) = row.split(left: tableWidth)
                if index < programs.count { programs[index](left, &canvas) }
                if index < confidences.count { confidences[index](right, &canvas) }
            }
        }
        return head + both + actions
    }

    private func summary(_ numbers: RunNumbers) -> StyledText {
        let session = scene.session
        var text = StyledText(numbers.eventCount.grouped, Style(.value)) + StyledText(" events")
        text += session.ending == nil ? StyledText(" are known", .dim) : ""
        if let expert = numbers.expertEventCount {
            text += StyledText("; the expert needs ") + StyledText(expert.grouped, Style(.value))
        }
        text += StyledText("; ")
        let mistakes = "\(numbers.mistakes.grouped) mistake\(numbers.mistakes == 1 ? "" : "s")"
        text += StyledText(mistakes, numbers.mistakes > 0 ? .mistake : .good)
        return text
    }

    /// The most frequent actions.
    private func actions(_ numbers: RunNumbers) -> StyledText {
        let actions = numbers.actionCounts(in: scene.world).prefix(8)
        guard !actions.isEmpty else { return StyledText() }
        let list = actions.map { "\($0.count.grouped) x \($0.name)" }.joined(separator: ", ")
        let more = numbers.actions.count > 8 ? ", ..." : ""
        return StyledText("actions: \(list)\(more)", .dim)
    }

    /// A line for each program, of as many numbers as there is room for.
    private func programs(_ numbers: RunNumbers, width: Int) -> [StyledText] {
        let session = scene.session
        let rows = session.library.names.indices.filter { numbers.programs[$0].calls > 0 }
        let nameWidth = max(rows.map { session.library.names[$0].columns }.max() ?? 0, "program".count)
        let isWide = width >= nameWidth + 5 * Self.cellWidth
        let heads = isWide ? ["called", "so far", "calls", "actions", "mistakes"] : ["called", "so far", "mistakes"]
        func cell(_ text: String, _ style: Style) -> StyledText {
            StyledText(String(repeating: " ", count: max(Self.cellWidth - text.columns, 1)) + text, style)
        }
        func name(_ text: String, _ style: Style) -> StyledText {
            StyledText(text + String(repeating: " ", count: nameWidth - text.columns), style)
        }
        let head = heads.reduce(name("program", .dim)) { $0 + cell($1, .dim) }
        return [head]
            + rows.map { row in
                let count = numbers.programs[row]
                let calls = session.log.calls(of: ProgramID(rawValue: row))
                let soFar = calls.count(upTo: session.position)
                var line = name(session.library.names[row], .program)
                line += cell(count.calls.grouped, Style(.value))
                line += cell(soFar.grouped, soFar > 0 ? Style(.position) : .dim)
                if isWide { line += cell(count.callsMade.grouped, .text) + cell(count.actions.grouped, .text) }
                return line + cell(count.mistakes.grouped, count.mistakes > 0 ? .mistake : .dim)
            }
    }

    /// A line for each action.
    private func actionTable(_ numbers: RunNumbers) -> [Line] {
        let counts = numbers.actionCounts(in: scene.world)
        guard let most = counts.first?.count else { return [] }
        let width = counts.map(\.name.columns).max() ?? 0
        let digits = most.grouped.count
        return [{ _, _ in }]
            + counts.map { action in
                { row, canvas in
                    let name = action.name + String(repeating: " ", count: width - action.name.columns)
                    let blanks = String(repeating: " ", count: digits - action.count.grouped.count)
                    let text =
                        StyledText("\(name)  ", Style(.action))
                        + StyledText(blanks + action.count.grouped, Style(.value))
                    canvas.write(text, in: row)
                    let bar = row.inset(left: text.columns + 1).split(left: 40).left
                    canvas.bar(Double(action.count) / Double(most), in: bar)
                }
            }
    }

    private func confidences(_ numbers: RunNumbers) -> [Line] {
        let names = RunNumbers.confidenceNames
        let width = names.map(\.count).max() ?? 0
        let digits = max(numbers.confidences.map { $0.grouped.count }.max() ?? 0, 1)
        let largest = max(numbers.confidences.max() ?? 0, 1)
        let head: Line = { row, canvas in canvas.write(StyledText("decisions by confidence", .dim), in: row) }
        return [head]
            + names.indices.reversed().map { index in
                { row, canvas in
                    let count = numbers.confidences[index]
                    let blanks = String(repeating: " ", count: digits - count.grouped.count)
                    let label = names[index] + String(repeating: " ", count: width - names[index].count)
                    let text = StyledText("\(label)  ", .dim) + StyledText(blanks + count.grouped, Style(.value))
                    canvas.write(text, in: row)
                    let bar = row.inset(left: text.columns + 1).split(left: 40).left
                    // A long run has a few among many: they are seen by the square root of their number.
                    let share = (Double(count) / Double(largest)).squareRoot()
                    canvas.bar(share, in: bar, style: index < 5 ? Style(.changed) : Style(.bar))
                }
            }
    }
}
