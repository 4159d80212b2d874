import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Searching a run")
struct EventSearchTests {
    @Test(
        "programs, actions and narration are found, in any letter case, both ways",
        arguments: [
            "carry", "WRITE OUT", "ptr inp2 left", "6 + 5 = 11", "Used Up", "lshift", "return", "e", "nowhere", "",
        ])
    func finds(text: String) throws {
        var session = try Trial.addition().session()
        session.extend(events: .max)
        let expected = try matches(of: text, in: session)
        for origin in [0, 1, 10, 30, session.log.count] {
            session.perform(.go(to: origin))
            for direction in [Motion.Direction.forward, .backward] {
                var search = EventSearch(text, direction, in: session)
                var progress = search.advance(budget: 3)
                while progress == .running { progress = search.advance(budget: 3) }
                let found =
                    direction == .forward ? expected.first { $0 > origin } : expected.last { $0 < origin }
                #expect(progress == found.map(EventSearch.Status.found) ?? .notFound)
            }
        }
    }

    /// Event by event, in the plainest way.
    private func matches(of text: String, in session: Session) throws -> [Int] {
        guard !text.isEmpty else { return [] }
        let reference = try ReferenceRun(session.problem, ExpertPredictor(), limit: 1_000)
        return (1...session.log.count).filter { number in
            let record = session.log[number]
            var texts = record.kind == .return ? [] : [session.name(of: record)]
            if let narration = session.narration(of: record, before: reference.worlds[number - 1]) {
                texts.append(narration.text)
            }
            return texts.contains { $0.lowercased().contains(text.lowercased()) }
        }
    }
}
