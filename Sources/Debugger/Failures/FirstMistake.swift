import NPIKit
import Scratchpads

/// The first step of a run that the expert would have made otherwise: where it happened, what was seen, what was done, and
/// what would have been right.
package struct FirstMistake: Hashable, Sendable {
    /// The number of the event.
    package var event: Int
    /// The program of the frame that decided it.
    package var program: String
    /// What the frame saw, in words: "INP1 9, INP2 blank".
    package var seen: String
    /// What it did: "WRITE OUT 5".
    package var decision: String
    /// What the expert would have done.
    package var expected: String

    /// Runs the session on until its first mistake is known, and goes there.
    ///
    /// - Returns: Nil if it makes none: it has no expert, or does not halt although each step is right.
    package init?(of session: inout Session) {
        while session.log.mistakes.count == 0, session.ending == nil { session.extend(events: 64) }
        guard session.log.mistakes.count > 0 else { return nil }
        event = session.log.mistakes[0]
        session.perform(.go(to: event - 1))
        guard let expected = session.advice, let caller = session.log[session.log[event].frame].program else {
            return nil
        }
        program = session.library[caller]
        seen = session.seenInWords
        decision = session.name(of: session.log[event])
        self.expected = session.world.name(of: expected, in: session.library)
    }
}

extension Session {
    /// What the network sees at the position, as a person reads it: "INP1 9, INP2 blank". Of an image nothing is told.
    package var seenInWords: String {
        let categories = seenCategories
        if let structure = try? TaskStructure(problem.task, library) { return structure.words(of: categories) }
        return zip(world.observationSpec.fields, categories).map { "\($0.name) \($1)" }.joined(separator: ", ")
    }

    /// The same by name, such as INP1 and 9. Of what is so or not, "yes" or "no".
    package var seen: [(name: String, text: String)] {
        let categories = seenCategories
        guard let structure = try? TaskStructure(problem.task, library) else {
            return zip(world.observationSpec.fields, categories).map { ($0.name, "\($1)") }
        }
        return structure.sights(of: categories).map { name, sight in
            switch sight {
            case .symbol(let text): (name, text)
            case .condition(let isSo): (name, isSo ? "yes" : "no")
            }
        }
    }

    private var seenCategories: [UInt8] {
        var observation = Observation(for: world.observationSpec)
        world.observe(into: &observation)
        return observation.categories
    }
}
