import Support

/// A moment of a run that a person names: a step such as "17", "50%", "start" or "end"; "mistake" or "before mistake", which are
/// the step before the first one; or any place or condition that a breakpoint takes, behind which a number counts: "CARRY 2" is the second call.
package enum Moment {
    /// Goes to the moment `text` of the run; breakpoints and mistakes on the way do not stop it.
    ///
    /// - Throws: ``SpecError`` if the text says nothing, or the run has no such moment.
    package static func go(to text: String, in session: inout Session) throws(SpecError) {
        let text = text.trimming(" ")
        if text == "start" { return _ = session.perform(.toStart) }
        if text == "end" { return _ = session.perform(.toEnd) }
        if let percent = percent(text) {
            session.extend(events: .max)
            return _ = session.perform(.go(to: step(at: percent, of: session.log.count)))
        }
        if text.hasSuffix("%") { throw SpecError("a share is 0% to 100%", column: 1) }
        if let step = Int(text) {
            session.perform(.go(to: max(step, 0)))
            guard session.position == step else {
                throw SpecError("there is no step \(step); the last is \(session.log.count)", column: 1)
            }
            return
        }
        try goToPlace(text == beforeMistake ? "mistake" : text, in: &session)
    }

    /// What a tour calls the step before a mistake, where "mistake" is the step behind it, as for a breakpoint.
    package static let beforeMistake = "before mistake"

    /// What names a moment by itself.
    private static let words = ["start", "end", "mistake"]

    /// The share of a run that a text such as "50%" means, 0 to 100; nil for another text.
    package static func percent(_ text: String) -> Double? {
        guard text.hasSuffix("%"), let percent = Double(text.dropLast()), (0...100).contains(percent) else {
            return nil
        }
        return percent
    }

    /// The step behind so many percent of `count`.
    package static func step(at percent: Double, of count: Int) -> Int {
        Int((Double(count) * percent / 100).rounded())
    }

    private static func goToPlace(_ text: String, in session: inout Session) throws(SpecError) {
        let points = session.stopPoints
        defer { session.stopPoints = points }
        session.stopPoints = StopPointTable()
        let place = try setPlace(text, in: &session)
        session.perform(.toStart)
        switch session.perform(.run(.forward)) {
        case .breakpoint, .mistake: break
        default:
            session.perform(.toStart)
            let isMistake = place.spec?.isAnyMistake == true
            throw SpecError(isMistake ? "this run has no mistake" : "the run does not come to \(text)", column: 1)
        }
        // What is wrong is best seen before it happens.
        if place.spec?.isAnyMistake == true { session.perform(.step(.backward)) }
    }

    /// Sets a breakpoint where `text` says; a number behind a place that takes none counts.
    private static func setPlace(_ text: String, in session: inout Session) throws(SpecError) -> StopPoint {
        do throws(SpecError) {
            return try session.addBreakpoint(text)
        } catch {
            let words = text.split(separator: " ")
            if words.count == 1, let meant = text.nearest(in: Self.words) {
                throw SpecError("nothing is called \(text); did you mean \(meant)?", column: 1)
            }
            guard let counted = counted(text) else { throw error }
            return try session.addBreakpoint(counted)
        }
    }

    /// A place behind which a number counts as a breakpoint says it: "CARRY hit 2" for "CARRY 2"; nil for another text.
    package static func counted(_ text: String) -> String? {
        let words = text.split(separator: " ")
        guard words.count > 1, let last = words.last, let number = Int(last), number > 0 else { return nil }
        return "\(words.dropLast().joined(separator: " ")) hit \(number)"
    }
}
