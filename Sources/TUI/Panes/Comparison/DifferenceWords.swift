import Debugger
import NPIKit
import Scratchpads
import Support
import TerminalKit

/// Where two runs differ, in words.
struct DifferenceWords {
    let scene: Scene
    let comparison: ComparisonView

    /// At this step.
    var here: StyledText {
        let (session, other) = (scene.session, comparison.other)
        guard session.position == other.position else {
            return StyledText("b has no step \(session.position.grouped)\(other.ending == nil ? " yet" : "")", .dim)
        }
        guard let differs = session.nextDiffers(from: other) else {
            let hasEnded = session.isAtEnd && other.isAtEnd
            return StyledText(hasEnded ? "both have ended" : "one of them has ended, or is not known further", .dim)
        }
        guard differs else {
            let same = StyledText("the same next step", .good)
            guard let most = session.nextProbabilityDifference(from: other) else { return same }
            return same + StyledText("; \(numbers(most))", Style(.warning))
        }
        let names = [session, other].map { session in
            session.knownNext(at: session.position).map { session.name(of: $0) } ?? ""
        }
        return StyledText("they differ: ", .mistake) + StyledText(names[0], Style(.action))
            + StyledText(" and ", .dim) + StyledText(names[1], Style(.action))
    }

    /// The first differences, or how far they have been looked for.
    var first: StyledText {
        let search = comparison.search
        var parts: [StyledText] = []
        if let event = search.decision {
            parts.append(StyledText("decision step \(event.grouped)", Style(.accent)))
        } else if !comparison.isDone {
            parts.append(StyledText("none in \(search.count.grouped) steps compared so far", .dim))
        }
        if let probability = search.probability {
            let numbers = numbers((probability.what, probability.first, probability.second))
            parts.append(StyledText("probability step \(probability.event.grouped), \(numbers)", .dim))
        }
        guard let first = parts.first else {
            return StyledText("all \(search.count.grouped) steps are the same in both", .good)
        }
        let isSame = search.decision == nil && comparison.isDone
        let label = StyledText("\(isSame ? "all decisions are the same; " : "")first difference: ", .dim)
        let key = StyledText("\(scene.view.keys.name(of: .goToDifference))  ", Style(.key))
        return key + label + parts.dropFirst().reduce(first) { $0 + StyledText("; ", .dim) + $1 }
    }

    private func numbers(_ most: (what: String, first: Double, second: Double)) -> String {
        "\(most.what) \(most.first.decimals(3)), \(most.second.decimals(3))"
    }
}
