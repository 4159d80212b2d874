import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Verifying a recording against its network")
struct VerifierTests {
    @Test("the network that made it gives the same run", arguments: Trial.random)
    func same(trial: Trial) throws {
        let recording = try Recording(bytes: try trial.recorded())
        let outcome = try recording.verify(with: trial.predictor, model: .example)
        #expect(outcome.isVerified && outcome.otherModel == nil)
        #expect(outcome.description == "verified: all \(recording.log.count) events are the same")
        #expect(outcome.eventCount == recording.log.count)
    }

    @Test("any changed line of a recording is found, at its event", arguments: 2...20)
    func changed(event: Int) throws {
        let trial = try Trial.addition()
        var text = lines(try trial.recorded())
        text[event] = text[event].replacing(#""end":0.0004"#, with: #""end":0.0102"#)
            .replacing(#""end":0.9991"#, with: #""end":0.6"#)
        let recording = try Recording(bytes: Array(text.joined(separator: "\n").utf8))
        let outcome = try recording.verify(with: trial.predictor)
        #expect(outcome.probability?.event == event)
        #expect(outcome.difference == nil && !outcome.isVerified)
        #expect(outcome.eventCount == recording.log.count)
    }

    @Test("a changed action, argument, program or judgement is told with both sides", arguments: Self.changes)
    func told(pattern: String, replacement: String, message: String) throws {
        let trial = try Trial.addition()
        let text = String(decoding: try trial.recorded(), as: UTF8.self)
        let changed = text.replacing(pattern, with: replacement, maxReplacements: 1)
        #expect(changed != text)
        let outcome = try Recording(bytes: Array(changed.utf8)).verify(with: trial.predictor)
        #expect((outcome.difference ?? outcome.probability)?.description == message)
    }

    static let changes = [
        (
            #""args":[3,2,1]"#, #""args":[3,2,5]"#,
            "event 3: recorded WRITE OUT 5, the network gives WRITE OUT 1"
        ),
        (
            #"["ACT",0.998]"#, #"["ACT",0.99"# + "]",
            "event 3: recorded p(ACT) 0.99001, the network gives 0.998"
        ),
        (
            #"[2,0.9993,3,0.0007]"#, #"[2,0.9993,4,0.0007]"#,
            "event 3: recorded p(argument 2 = 4) 0.0007, the network gives 0"
        ),
        (
            #""expert":true"#, #""expert":false"#,
            "event 2: recorded that the expert differs, the network gives that the expert agrees"
        ),
        (
            #""output":"221""#, #""output":"222""#,
            "event 39: recorded the output 222, the network gives 221"
        ),
    ]

    @Test("another network is told by its checksum, and by what it does otherwise")
    func otherModel() throws {
        let recording = try Recording(bytes: try Trial.addition().recorded())
        let slip = Decision.act(AdditionAction.write(.output, 9).arguments)
        let outcome = try recording.verify(
            with: ExpertPredictor(slips: [2: slip]), model: ModelIdentity(name: "b", sha256: "ff"))
        #expect(outcome.otherModel == .example)
        #expect(outcome.difference?.description == "event 3: recorded WRITE OUT 1, the network gives WRITE OUT 9")
        #expect(outcome.probability?.event == 3)
        #expect(
            outcome.differences.hasPrefix(
                "first different decision: event 3: recorded WRITE OUT 1, the network gives WRITE OUT 9; "
                    + "first different probability: event 3: "))
        #expect(throws: RecordingError.self) {
            try recording.verify(with: RandomPredictor(seed: 1, names: ["BUBBLE"]))
        }
    }

    @Test("forced calls are forced again, and shares of the work come to the same")
    func forced() throws {
        var session = try Trial.addition().session()
        session.perform(.go(to: 2))
        try session.force(.act(AdditionAction.write(.output, 8).arguments))
        session.extend(events: .max)
        var verifier = try Verifier(try Recording(bytes: session.recorded()), predictor: ExpertPredictor())
        var shares = 0
        var outcome: Verification?
        while outcome == nil {
            outcome = verifier.advance(budget: 10)
            shares += 1
        }
        #expect(outcome?.isVerified == true)
        #expect(shares == (session.log.count + 9) / 10)
    }
}
