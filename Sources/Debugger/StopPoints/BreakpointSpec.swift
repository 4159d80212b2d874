package import NPIKit

/// Where to stop, as a person says it: which events, under which condition, and how many of them.
///
///     try BreakpointSpec("CARRY if depth > 2", vocabulary)
///     try BreakpointSpec("act WRITE OUT once", vocabulary)
///     try BreakpointSpec("ptr1 == ptr2 every 3", vocabulary)
///     try BreakpointSpec("add.task:17 if carry == 1", vocabulary)
package struct BreakpointSpec: Hashable, Sendable {
    /// Which events it is about.
    package enum Trigger: Hashable, Sendable {
        /// Every call of a program. The run stops when the frame is open and has done nothing yet.
        case call(ProgramID)
        /// Every return of a program, or of any.
        case `return`(ProgramID?)
        /// The actions with these codes.
        case act(Set<Arguments>)
        /// The event with this number.
        case step(Int)
        /// Calls that make so many open frames.
        case depth(Int)
        /// Positions where a frame of a program is about to carry out this line of the task's file, from 1.
        case line(Int, in: ProgramID)
        /// Events that the expert would not have made.
        case mistake
        /// Positions where the network chooses what comes next with less confidence than this.
        case lowConfidence(Double)
        /// Positions where the condition becomes true.
        case condition
    }

    /// Which of the matches, counted along the run, stop it.
    package enum Selection: Hashable, Sendable {
        /// Every one.
        case all
        /// Every one but the first so many.
        case after(Int)
        /// Every one whose number is a multiple of this.
        case every(Int)
        /// That one alone.
        case only(Int)
    }

    /// Which events it is about.
    package var trigger: Trigger
    /// What must be so besides; for ``Trigger/condition`` what must become so.
    package var condition: Expression?
    /// Which of the matches count.
    package var selection = Selection.all
    /// Whether it goes away when it has stopped the run.
    package var isTemporary = false
    /// Whether it only counts and marks, and stops nothing.
    package var isLogOnly = false

    /// A spec without condition and options.
    package init(_ trigger: Trigger) {
        self.trigger = trigger
    }

    /// Whether the next event must be known to tell whether a position matches.
    var looksAhead: Bool {
        if case .lowConfidence = trigger { return true }
        return condition?.asksPrediction ?? false
    }

    /// Whether its condition is about what an event has left behind, where a person may think of what was there before.
    package var asksAfterEvent: Bool {
        guard condition != nil else { return false }
        return switch trigger {
        case .act, .return: true
        default: false
        }
    }

    /// Whether it is about all mistakes and nothing else.
    var isAnyMistake: Bool { trigger == .mistake && condition == nil }

    /// The program, if it is about all calls of one, and nothing else.
    var calledProgram: ProgramID? {
        guard case .call(let program) = trigger, condition == nil else { return nil }
        return program
    }
}

extension BreakpointSpec.Selection {
    /// The number, from 1, of the first match that counts among those from number `ordinal` on; nil if none does.
    func first(from ordinal: Int) -> Int? {
        switch self {
        case .all: ordinal
        case .after(let count): max(ordinal, count + 1)
        case .every(let step): (ordinal + step - 1) / step * step
        case .only(let number): ordinal <= number ? number : nil
        }
    }

    /// The number of the last match that counts among those up to number `ordinal`; nil if none does.
    func last(upTo ordinal: Int) -> Int? {
        let last: Int? =
            switch self {
            case .all: ordinal
            case .after(let count): ordinal > count ? ordinal : nil
            case .every(let step): ordinal / step * step
            case .only(let number): ordinal >= number ? number : nil
            }
        return last.flatMap { $0 > 0 ? $0 : nil }
    }
}
