import Debugger

/// A tour that is being played: at which stop, and what has been answered.
///
///     var player = TourPlayer(tour, plan)
///     player.answer("2")
///     player.goOn()
package struct TourPlayer: Sendable {
    /// The tour.
    package let tour: Tour
    /// The run at each stop.
    package let plan: TourPlan
    /// The index of the present stop.
    package private(set) var index = 0

    private var answers: [Int: TourAnswer] = [:]

    /// Begins a tour at its first stop.
    package init(_ tour: Tour, _ plan: TourPlan) {
        self.tour = tour
        self.plan = plan
    }

    /// The present stop.
    package var stop: TourStop { tour.stops[index] }

    /// The run at the present stop.
    package var place: TourPlan.Stop { plan.stops[index] }

    /// What became of the present stop's question; nil where there is none, or it was not answered yet.
    package var answer: TourAnswer? { stop.question == nil ? nil : answers[index] }

    /// Whether the present stop's question waits for its answer.
    package var isAsking: Bool { stop.question != nil && answers[index]?.isDone != true }

    /// Whether there is no stop after this one.
    package var isAtLast: Bool { index == tour.stops.count - 1 }

    /// What "on" led to.
    package enum Progress: Hashable, Sendable {
        /// The right answer is shown now.
        case answered
        /// Another stop is the present one.
        case moved
        /// There is none after this.
        case ended
    }

    /// Goes on: shows the answer to a question that waits for it, or goes to the next stop.
    @discardableResult
    package mutating func goOn() -> Progress {
        if isAsking {
            answers[index, default: TourAnswer()].isShown = true
            return .answered
        }
        guard !isAtLast else { return .ended }
        index += 1
        return .moved
    }

    /// Goes to the stop before. Returns false at the first.
    @discardableResult
    package mutating func goBack() -> Bool {
        guard index > 0 else { return false }
        index -= 1
        return true
    }

    /// Goes to the stop with `index`, or to the nearest that there is.
    package mutating func go(to index: Int) {
        self.index = min(max(index, 0), tour.stops.count - 1)
    }

    /// Answers the present stop's question. Returns whether that is right; nil where nothing is asked.
    @discardableResult
    package mutating func answer(_ text: String) -> Bool? {
        guard isAsking, let question = stop.question else { return nil }
        let isRight = question.isRight(text)
        if isRight {
            answers[index, default: TourAnswer()].isRight = true
        } else {
            answers[index, default: TourAnswer()].wrong.append(text)
        }
        return isRight
    }

    /// How many questions there are, and how many of them were answered at the first try.
    package var score: (right: Int, count: Int) {
        let right = answers.values.count { $0.isRight && $0.wrong.isEmpty }
        return (right, tour.stops.count { $0.question != nil })
    }
}

/// What became of a question.
package struct TourAnswer: Hashable, Sendable {
    /// The wrong answers so far.
    package internal(set) var wrong: [String] = []
    /// Whether it was answered rightly.
    package internal(set) var isRight = false
    /// Whether the answer was shown instead.
    package internal(set) var isShown = false

    /// No answer yet.
    package init() {}

    /// The answer was shown at once.
    package static let shown: TourAnswer = {
        var answer = TourAnswer()
        answer.isShown = true
        return answer
    }()

    /// Whether nothing more is to be answered.
    package var isDone: Bool { isRight || isShown }
}
