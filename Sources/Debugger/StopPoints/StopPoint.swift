/// Something that a person keeps an eye on: a place where runs stop, or a value that is watched.
package struct StopPoint: Hashable, Identifiable, Sendable {
    /// Breakpoints and watches are numbered apart; a number is never used twice in a session.
    package enum ID: Hashable, Sendable, CustomStringConvertible {
        case breakpoint(Int)
        case watch(Int)

        /// The number that a person can type.
        package var number: Int {
            switch self {
            case .breakpoint(let number), .watch(let number): number
            }
        }

        /// The number.
        package var description: String { "\(number)" }
    }

    /// What it looks at.
    package enum Subject: Hashable, Sendable {
        /// The events that a breakpoint matches.
        case events(BreakpointSpec)
        /// The changes of a watched value.
        case changes(Expression)
    }

    /// Its number.
    package let id: ID
    /// What it looks at.
    package let subject: Subject
    /// How a person says that.
    package let text: String
    /// Whether it is heeded at all.
    package var isEnabled = true
    /// Whether it stops runs, or only shows what it finds.
    package var stopsRun: Bool
    /// What a person should know of where it was set, such as that nothing happens on the line that was asked for.
    package internal(set) var note: String?
    /// How often it has stopped a motion.
    package internal(set) var hitCount = 0

    /// Which of the positions that it finds count.
    package var selection: BreakpointSpec.Selection { spec?.selection ?? .all }

    /// What a breakpoint matches; nil for a watch.
    package var spec: BreakpointSpec? {
        if case .events(let spec) = subject { spec } else { nil }
    }

    /// What a watch shows; nil for a breakpoint.
    package var expression: Expression? {
        if case .changes(let expression) = subject { expression } else { nil }
    }

    /// Whether it is about all mistakes and nothing else.
    var isAnyMistake: Bool { spec?.isAnyMistake ?? false }
}

/// What a watch shows at a position.
package struct WatchReading: Hashable, Sendable {
    /// The value; nil for a blank cell, or where it is not known yet.
    package var value: Double?
    /// The value before it last changed; nil where it has not changed yet, or was blank.
    package var before: Double?
    /// The step at which it last changed; nil where it has not.
    package var changedAt: Int?
}
