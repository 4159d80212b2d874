import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Recordings of cars")
struct CarRecordingTests {
    @Test("the input is car, start and target; the output is the final pose, as an array")
    func format() throws {
        let problem = try Problem(task: .car, input: ["saloon-1", "-30,30", "0,15"])
        var session = try Session(problem, predictor: ExpertPredictor([.car]))
        session.extend(events: .max)
        let bytes = session.recorded()
        let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(text[0].contains(#""task":"car","input":["saloon-1","-30,30","0,15"],"program":"GOTO""#))
        #expect(text.last?.contains(#""halted":true,"output":[0,15],"correct":true"#) == true)
        #expect(text.contains { $0.contains(#""k":"act","args":[4,1,0],"say":"RIGHT""#) })
        let recording = try Recording(bytes: bytes)
        var replay = try Session(replaying: recording)
        #expect(replay.notices.isEmpty)
        for number in 0...session.log.count {
            session.perform(.go(to: number))
            replay.perform(.go(to: number))
            #expect(session.world == replay.world)
        }
        let check = try Recording(bytes: bytes).verify(
            with: ExpertPredictor([.car]), model: ModelIdentity(name: "", sha256: ""))
        #expect(check.difference == nil)
    }
}
