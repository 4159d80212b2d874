import Exporters
import TUI
import Tours

extension LessonPage {
    /// The page of `tour`, laid out by `plan`.
    init(_ tour: Tour, _ plan: TourPlan, sourceName: String) {
        let stops = zip(tour.stops, plan.stops).map { stop, place in
            Stop(
                session: place.session, text: stop.text, parts: Set(stop.spotlights.map(\.pagePart)).sorted(),
                question: stop.question.map(Question.init))
        }
        self.init(
            title: tour.title, sourceName: sourceName, stops: stops,
            pictures: RunPictures(
                screen: DebuggerPictures.screen(of:sourceName:size:glyphs:),
                environment: DebuggerPictures.environment(of:)))
    }
}

extension LessonPage.Question {
    fileprivate init(_ question: TourQuestion) {
        let answers =
            switch question.kind {
            case .choices(_, let right): ["\(right)"]
            case .free(let answers): answers
            }
        self.init(ask: question.ask, choices: question.choices, answers: answers, because: question.because)
    }
}

extension Spotlight {
    /// The part of a page that shows it.
    fileprivate var pagePart: String {
        switch self {
        case .part(.stack): "calls"
        case .part(.next): "chances"
        case .part(.trace), .part(.source): "list"
        case .part(.words): "story"
        case .part(.scratchpad), .row, .cell, .pointer: "pad"
        }
    }
}
