import Debugger
import NPIKit
import TerminalKit

/// What the network would do had it seen something else: a line for each thing that is seen, with a sign for each symbol that could
/// stand there.
struct WhyTable {
    let why: Why
    let words: WhyWords
    let glyphs: Glyphs
    let width: Int

    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

    /// Everything that would be done but for what is done, in the order of the letters that stand for it.
    private var others: [Decision] {
        var found: [Decision] = []
        for option in why.cells.flatMap(\.changes) where !found.contains(option.decision) {
            found.append(option.decision)
        }
        return found
    }

    private var nameWidth: Int { min(why.cells.map(\.name.columns).max() ?? 0, max(width / 3, 8)) }
    private var seenWidth: Int { max(why.cells.map { $0.present.name.columns }.max() ?? 0, "seen".count) }
    /// Where the options begin.
    private var indent: Int { nameWidth + 1 + seenWidth + 2 + Self.leastWidth + 2 }
    private static let leastWidth = "least p".count

    /// The lines, and below them what the letters mean.
    var lines: [StyledText] {
        guard !why.cells.isEmpty else { return [] }
        let others = others
        var lines: [StyledText] = []
        var heading: [String]?
        for cell in why.cells {
            let names = cell.options.map { $0.name == "blank" ? "_" : $0.name }
            let room = (names.map(\.columns).max() ?? 0) + 1
            guard indent + names.count * room <= width else {
                lines += listed(cell, isFirst: lines.isEmpty)
                heading = nil
                continue
            }
            if names != heading { lines.append(headline(names, room, isFirst: lines.isEmpty)) }
            heading = names
            var line = start(of: cell)
            for (index, option) in cell.options.enumerated() {
                line += Self.padded(sign(of: option, index, in: cell, others), room, from: .left)
            }
            lines.append(line)
        }
        return lines + [StyledText()] + legend(others)
    }

    /// The same in words: of each cell that matters, what would be done for which symbols.
    var details: [StyledText] {
        why.cells.filter(\.matters).flatMap { cell in
            [StyledText(), StyledText("\(cell.name) in place of \(cell.present.name):")] + outcomes(of: cell)
        }
    }

    private func headline(_ names: [String], _ room: Int, isFirst: Bool) -> StyledText {
        var line = titles(isFirst)
        for name in names { line += Self.padded(StyledText(name, .dim), room, from: .left) }
        return line
    }

    /// What stands above the first columns.
    private func titles(_ isFirst: Bool) -> StyledText {
        guard isFirst else { return StyledText(String(repeating: " ", count: indent), .dim) }
        let seen = Self.padded(StyledText("seen", .dim), seenWidth, from: .left)
        return StyledText(String(repeating: " ", count: nameWidth + 1), .dim) + seen + StyledText("  least p  ", .dim)
    }

    /// The cell's name, what is seen in it, and how far its probability falls at most.
    private func start(of cell: SeenCell) -> StyledText {
        let name = StyledText(cell.name, cell.matters ? .text : .dim).fitted(to: nameWidth, mark: glyphs.ellipsis)
        let seen = StyledText(cell.present.name, Style(.value))
        let least = StyledText(Probability(cell.leastKept).text, cell.matters ? Style(.changed) : .dim)
        return Self.padded(name, nameWidth + 1, from: .right) + Self.padded(seen, seenWidth, from: .left)
            + Self.padded(least, Self.leastWidth + 2, from: .left) + "  "
    }

    private func sign(of option: SeenCell.Option, _ index: Int, in cell: SeenCell, _ others: [Decision]) -> StyledText {
        if index == cell.seen { return StyledText(String(glyphs.timelinePosition), Style(.position)) }
        guard let other = others.firstIndex(of: option.decision) else { return StyledText(String(glyphs.empty), .dim) }
        return StyledText(letter(other), Style(.changed))
    }

    private func letter(_ index: Int) -> String { index < Self.letters.count ? String(Self.letters[index]) : "+" }

    /// A cell that has too many options for a line: what would be done, by ranges of what stands there.
    private func listed(_ cell: SeenCell, isFirst: Bool) -> [StyledText] {
        (isFirst ? [titles(true)] : []) + [start(of: cell)] + outcomes(of: cell)
    }

    /// What would be done, by ranges of what stands in the cell.
    private func outcomes(of cell: SeenCell) -> [StyledText] {
        cell.outcomes.flatMap { outcome in
            let isSame = outcome.decision == why.decision
            let deed = StyledText(words.deed(outcome.decision), isSame ? .dim : Style(.changed))
            return (deed + StyledText(": \(cell.text(of: outcome.options))", isSame ? .dim : .text))
                .wrapped(to: max(width - 2, 8)).map { StyledText("  ") + $0 }
        }
    }

    /// What the signs mean.
    private func legend(_ others: [Decision]) -> [StyledText] {
        var entries = [
            StyledText(String(glyphs.timelinePosition), Style(.position)) + StyledText(" what is seen", .dim),
            StyledText("\(glyphs.empty) the same is done", .dim),
        ]
        entries += others.enumerated().map { index, decision in
            StyledText(letter(index), Style(.changed)) + StyledText(" \(words.deed(decision))")
        }
        return StyledText.flowed(entries, width: width)
    }

    private enum Side { case left, right }

    private static func padded(_ text: StyledText, _ width: Int, from side: Side) -> StyledText {
        let blanks = StyledText(String(repeating: " ", count: max(width - text.columns, 0)))
        return side == .left ? blanks + text : text + blanks
    }
}
