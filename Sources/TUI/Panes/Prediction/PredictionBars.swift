import Debugger
import NPIKit
import Scratchpads
import TerminalKit

/// The probabilities of the next event: whether the frame returns, which program it calls, with which arguments.
struct PredictionBars {
    let scene: Scene
    let prediction: PredictionSummary
    let next: EventRecord

    /// As much as `rows` lines hold, by worth; with room to spare, in groups.
    func lines(rows: Int) -> [PredictionLine] {
        if rows >= 16 { return groups(rows: rows) }
        if rows < 3 { return rows > 0 ? [summary] : [] }
        let short = shortArguments.map { [$0] } ?? []
        let between: [PredictionLine] =
            rows >= 6
            ? [.text(StyledText(returns ? "otherwise it would call" : "it does not return, it calls", .dim))] : []
        return [endLine] + between + programLines.prefix(rows - 1 - between.count - short.count) + short
    }

    /// What was chosen and the end, in one line without bars.
    private var summary: PredictionLine {
        var text = StyledText()
        if !returns, let best = prediction.program(rank: 0) {
            text += StyledText(scene.session.library[best.program], .program) + " \(best.probability.text)   "
        }
        return .text(text + StyledText("return", Style(.returned)) + " \(prediction.end.text)")
    }

    private func groups(rows: Int) -> [PredictionLine] {
        var lines: [PredictionLine] = [.blank, .text(StyledText("does it return?", .dim)), endLine]
        let arguments = longArguments
        let spare = rows - lines.count - 2 - programLines.count - arguments.count
        let gap: [PredictionLine] = spare >= 2 ? [.blank] : []
        lines += gap + [.text(StyledText("which program?", .dim))] + programLines
        if !arguments.isEmpty { lines += gap + [.text(StyledText("with which arguments?", .dim))] + arguments }
        return lines
    }

    private var returns: Bool { next.kind == .return }

    private var endLine: PredictionLine {
        .bar(
            PredictionBar(
                name: StyledText("return", Style(.returned)), probability: prediction.end, style: .barEnd,
                isChosen: returns, isRight: isMistake && scene.session.advice == .end))
    }

    private var isMistake: Bool { next.judgement == .differs }

    private var programLines: [PredictionLine] {
        let library = scene.session.library
        let act = library.program(named: ProgramLibrary.act)
        let chosen = next.kind == .act ? act : returns ? nil : next.program
        let right: ProgramID? =
            switch isMistake ? scene.session.advice : nil {
            case .call(let program, _): program
            case .act: act
            case .end, nil: nil
            }
        let bars = prediction.programs.map { chance in
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

    /// The likeliest arguments as one, such as "PTR CARRY RIGHT"; nil when there is nothing to be called.
    private var shortArguments: PredictionLine? {
        guard !returns else { return nil }
        let arguments = prediction.likeliestArguments
        if next.kind == .call, arguments == .none {
            return .text(StyledText("without arguments", .dim))
        }
        let chances = (0..<Arguments.count).compactMap { prediction.value(ofArgument: $0, rank: 0) }
        let joint = chances.reduce(1) { $0 * $1.probability.value }
        let name =
            next.kind == .act
            ? scene.world.actionName(arguments)
            : "arguments " + arguments.values.map(String.init).joined(separator: " ")
        return .bar(
            PredictionBar(
                name: StyledText(name, Style(next.kind == .act ? .action : .argument)),
                probability: Probability(Float(joint)), isChosen: true, hasBar: false))
    }

    /// Each argument's likeliest values.
    private var longArguments: [PredictionLine] {
        guard !returns else { return [] }
        return (0..<Arguments.count).flatMap { index in
            prediction.values(ofArgument: index).enumerated().map { rank, chance in
                let name = argumentName(index, chance.value)
                return PredictionLine.bar(
                    PredictionBar(
                        name: StyledText(name, rank == 0 ? Style(.argument) : .dim),
                        probability: chance.probability, style: rank == 0 ? .barBest : .bar, isChosen: rank == 0))
            }
        }
    }

    /// What an argument's value stands for in an action of this environment.
    private func argumentName(_ index: Int, _ value: Int) -> String {
        guard next.kind == .act else { return "\(value)" }
        return scene.world.argumentName(index, value) ?? "\(value)"
    }
}
