import Debugger
import NPIKit
import Scratchpads
import Support
import TerminalKit

/// The probabilities of the selected step: whether the frame returns, which program it calls, with which arguments. What the
/// expert would choose is always among them.
struct PredictionBars {
    let scene: Scene
    let prediction: PredictionSummary
    let step: SelectedStep

    /// As much as `rows` lines hold, by worth; with room to spare, in groups.
    func lines(rows: Int) -> [PredictionLine] {
        if rows >= 16 { return groups(rows: rows) }
        if rows < 3 { return rows > 0 ? [summary] : [] }
        let short = shortArguments
        let between: [PredictionLine] =
            rows >= (returns ? 4 : 6)
            ? [.text(StyledText(returns ? "otherwise it would call" : "it does not return, it calls", .dim))] : []
        return [endLine] + between + programLines(limit: rows - 1 - between.count - short.count) + short
    }

    /// What was chosen and what else there is, in one line without bars.
    private var summary: PredictionLine {
        let best = prediction.program(rank: 0)
        let name = best.map { StyledText(scene.session.library[$0.program], .program) } ?? StyledText("nothing", .dim)
        guard !returns else {
            return .text(StyledText("returns", Style(.returned)) + " (\(prediction.end.text)); otherwise " + name)
        }
        let chance = best.map { " (\($0.probability.text))" } ?? ""
        // Of an action the arguments are what can be unsure.
        if next.kind == .act, let least = argumentChances.min() {
            return .text(name + StyledText("\(chance), arguments (\(least.text))"))
        }
        return .text("calls " + name + StyledText(chance) + "; returns \(prediction.end.text)")
    }

    private func groups(rows: Int) -> [PredictionLine] {
        var lines: [PredictionLine] = [.blank, .text(StyledText("does it return?", .dim)), endLine]
        let arguments = longArguments
        let programs = programLines
        let spare = rows - lines.count - 2 - programs.count - arguments.count
        let gap: [PredictionLine] = spare >= 2 ? [.blank] : []
        lines += gap + [.text(StyledText("which program?", .dim))] + programs
        if hasNoArguments {
            lines += gap + [Self.withoutArguments]
        } else if !arguments.isEmpty {
            lines += gap + [.text(StyledText("with which arguments?", .dim))] + arguments
        }
        return lines
    }

    private var next: EventRecord { step.record }

    private var returns: Bool { next.kind == .return }

    /// Whether it calls a program without arguments, which the network says as three zeros, and nothing of that is wrong.
    private var hasNoArguments: Bool {
        next.kind == .call && prediction.likeliestArguments == .none && rightValue == nil
    }

    private static let withoutArguments = PredictionLine.text(StyledText("without arguments", .dim))

    private var endLine: PredictionLine {
        .bar(
            PredictionBar(
                name: StyledText("return", Style(.returned)), probability: prediction.end, style: .barEnd,
                isChosen: returns, isRight: right == .end))
    }

    /// What the expert would do, where that is something else.
    private var right: Decision? { next.judgement == .differs ? step.advice : nil }

    /// What the network thought of that.
    private var rightChance: ExpertChance? {
        scene.isAsked ? nil : scene.session.log.expertChance(at: next.number)
    }

    private var act: ProgramID? { scene.session.library.program(named: ProgramLibrary.act) }

    /// As many programs as `limit` says, the right one among them.
    private func programLines(limit: Int) -> [PredictionLine] {
        let lines = programLines
        guard limit > 0, limit < lines.count, let place = lines.firstIndex(where: \.isRight), place >= limit else {
            return Array(lines.prefix(max(limit, 0)))
        }
        return lines.prefix(limit - 1) + [lines[place]]
    }

    private var programLines: [PredictionLine] {
        let library = scene.session.library
        let chosen = next.kind == .act ? act : returns ? nil : next.program
        let right = right?.program(act: act)
        var chances = prediction.programs
        if let right, right != chosen, !chances.contains(where: { $0.program == right }), let rightChance {
            chances = chances.dropLast() + [.init(program: right, probability: rightChance.probability)]
        }
        let bars = chances.map { chance in
            let isChosen = chance.program == chosen
            return PredictionLine.bar(
                PredictionBar(
                    name: StyledText(library[chance.program], isChosen ? .program : .dim),
                    probability: chance.probability, style: isChosen ? .barBest : returns ? .barRest : .bar,
                    isChosen: isChosen,
                    isRight: right != chosen && chance.program == right))
        }
        // What stands below keeps its place from step to step.
        return bars + Array(repeating: .blank, count: max(PredictionSummary.programCount - bars.count, 0))
    }

    /// The likeliest arguments as one, such as "PTR CARRY RIGHT", and the right value where it is another; empty when there is
    /// nothing to be called.
    private var shortArguments: [PredictionLine] {
        guard !returns else { return [] }
        if hasNoArguments { return [Self.withoutArguments] }
        let arguments = prediction.likeliestArguments
        // Where one argument is wrong, its two values are what matters; the headline has the others.
        if let rightValue, let chosen = prediction.value(ofArgument: rightValue.index, rank: 0) {
            return [bar(of: chosen, argument: rightValue.index, isChosen: true), rightValue.line(isRanked: true)]
        }
        let name =
            next.kind == .act
            ? scene.world.actionName(arguments)
            : "arguments " + arguments.values.map(String.init).joined(separator: " ")
        let line = PredictionLine.bar(
            PredictionBar(
                name: StyledText(name, Style(next.kind == .act ? .action : .argument)),
                probability: argumentChances.min() ?? Probability(0), isChosen: true, hasBar: false))
        return [line]
    }

    /// How likely each argument is.
    private var argumentChances: [Probability] {
        (0..<Arguments.count).compactMap { prediction.value(ofArgument: $0, rank: 0)?.probability }
    }

    private func bar(of chance: PredictionSummary.ValueChance, argument index: Int, isChosen: Bool) -> PredictionLine {
        .bar(
            PredictionBar(
                name: StyledText(argumentName(index, chance.value), isChosen ? Style(.argument) : .dim),
                probability: chance.probability, style: isChosen ? .barBest : .bar, isChosen: isChosen))
    }

    /// The argument that is wrong, and a line for its right value; nil where no argument is the first mistake.
    private var rightValue: RightValue? {
        guard let right, let found = next.decision, let chance = rightChance,
            right.program(act: act) == found.program(act: act), let index = right.parting(from: found)
        else { return nil }
        let name = argumentName(index, right.arguments[index])
        return RightValue(index: index, name: name, rank: chance.rank, probability: chance.probability)
    }

    /// The value that would have been right for the argument `index`, and which choice it was.
    private struct RightValue {
        var index: Int
        var name: String
        var rank: Int
        var probability: Probability

        /// - Parameter isRanked: Whether the name is followed by which choice it was, since those between are not shown.
        func line(isRanked: Bool) -> PredictionLine {
            let place = isRanked && rank > 2 ? StyledText(", \(rank.ordinal)", .dim) : ""
            return .bar(
                PredictionBar(
                    name: StyledText(name, Style(.argument)) + place, probability: probability, isRight: true))
        }
    }

    /// Each argument's likeliest values.
    private var longArguments: [PredictionLine] {
        guard !returns else { return [] }
        let right = rightValue
        let rightNumber = right.flatMap { self.right?.arguments[$0.index] }
        return (0..<Arguments.count).flatMap { index in
            let values = prediction.values(ofArgument: index).enumerated().filter {
                index != right?.index || $1.value != rightNumber
            }
            let bars = values.map { rank, chance in bar(of: chance, argument: index, isChosen: rank == 0) }
            guard let right, index == right.index else { return bars }
            return bars + gap(before: right.rank, shown: bars.count) + [right.line(isRanked: false)]
        }
    }

    /// Says how many values that are not shown are likelier than the right one.
    private func gap(before rank: Int, shown: Int) -> [PredictionLine] {
        let hidden = rank - 1 - shown
        return hidden > 0 ? [.text(StyledText("\(hidden) more in between", .dim))] : []
    }

    /// What an argument's value stands for in an action of this environment.
    private func argumentName(_ index: Int, _ value: Int) -> String {
        guard next.kind == .act else { return "\(value)" }
        return scene.world.argumentName(index, value) ?? "\(value)"
    }
}
